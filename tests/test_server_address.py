"""The site's address is the setting, or scheme and host of who asks, and never longer than that."""

import pytest
from starlette.requests import Request

from components.base import settings, stamp
from server import address


def asked(host, scheme="https"):
    headers = [(b"host", host.encode())]
    return Request({"type": "http", "path": "/x", "scheme": scheme, "headers": headers})


def test_without_a_setting_it_is_scheme_and_host_alone(monkeypatch):
    monkeypatch.delenv(settings.variable("address"), raising=False)
    assert address.site(asked("atlas.example:8501")) == "https://atlas.example:8501"


def test_the_setting_wins(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "https://kiz.example.org/atlas/")
    assert address.site(asked("other.example")) == "https://kiz.example.org/atlas"


@pytest.mark.parametrize(
    "named",
    [
        "https://" + "a" * 200_000,
        "javascript:alert(1)",
        "ftp://atlas.example",
        "https://user@atlas.example",
        "https://atlas.example<script>",
        "https://[::1",
        "",
    ],
)
def test_what_a_client_names_is_no_address_unless_it_is_plain_and_short(named):
    assert stamp.origin(named) == ""


def test_path_and_query_of_what_a_client_names_are_left_out():
    named = "http://127.0.0.1:8501/verlauf?tag=2015-09-24#x"
    assert stamp.origin(named, "/atlas") == "http://127.0.0.1:8501/atlas"
