"""With a key of the proxy nobody else is answered, with an address no other host is."""

import asyncio

import pytest
from whole_site import ask

from components.base import settings
from server.gate import HEADER, Gate
from server.headers import ALWAYS

KEY = "0123456789abcdef0123"
PROVED = {HEADER.lower(): KEY}
NAME = "atlas.example.org"


@pytest.fixture
def keyed(monkeypatch):
    monkeypatch.setenv(settings.variable("proxy_key"), KEY)


@pytest.fixture
def named(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), f"https://{NAME}")


PATHS = ["/", "/embed", "/api/v1/districts", "/app/static/data/index.json", "/nix", "/static/x.js"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("given", ["", KEY[:-1], f"{KEY}0", "ü"])
def test_what_does_not_come_through_the_proxy_is_refused_in_a_sentence(path, given, keyed):
    answer = ask(path, **({HEADER.lower(): given} if given else {}))
    assert (answer.status, answer.text) == (
        403,
        "This server answers the proxy of the site alone.\n",
    )
    assert answer.headers["cache-control"] == "no-store"
    assert {name.lower() for name in ALWAYS} <= answer.headers.keys()


def test_the_proxy_is_answered_and_without_a_key_everybody(keyed, monkeypatch):
    assert ask("/robots.txt", **PROVED).status == 200
    monkeypatch.delenv(settings.variable("proxy_key"))
    assert ask("/robots.txt").status == ask("/robots.txt", **{HEADER.lower(): "x"}).status == 200


@pytest.mark.parametrize("host", ["evil.example", f"{NAME}:8501", f"{NAME}.evil.example", ""])
def test_another_host_is_misdirected_through_the_proxy_too(host, named, keyed):
    answer = ask("/robots.txt", host=host, **PROVED)
    assert answer.status == 421
    assert answer.text == f"This host is not served here; the site is https://{NAME}/\n"


@pytest.mark.parametrize("host", [NAME, NAME.upper(), f"{NAME}:443"])
def test_the_host_of_the_address_is_served(host, named):
    assert ask("/robots.txt", host=host).status == 200


def test_an_address_with_a_port_is_asked_with_it(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "http://127.0.0.1:9100")
    assert ask("/robots.txt", host="127.0.0.1:9100").status == 200
    assert ask("/robots.txt", host="127.0.0.1").status == 421


@pytest.mark.parametrize("path", ["/healthz", "/_stcore/health", "/metrics"])
def test_probes_and_scrapers_are_let_through_from_within(path, named, keyed):
    assert asked("http", path, host="10.0.0.7:8501")[0]


def test_the_figures_are_not_passed_on_by_the_proxy(keyed):
    answer = ask("/metrics", **PROVED)
    assert (answer.status, answer.text) == (403, "The figures are for the network of the site.\n")


def asked(kind, path="/_stcore/stream", host=NAME, **given):
    """The scope that Streamlit would see, nothing where it sees none; and what is sent."""
    seen, sent = [], []
    headers = {"host": host} | given
    scope = {
        "type": kind,
        "path": path,
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }

    async def streamlit(scope, receive, send):
        seen.append(scope)

    async def send(message):
        sent.append(message)

    asyncio.run(Gate(streamlit)(scope, None, send))
    return seen, sent


def test_a_websocket_past_the_proxy_or_for_another_host_is_refused_before_it_opens(keyed, named):
    for given, status in (({}, 403), (PROVED | {"host": "evil.example"}, 421)):
        seen, sent = asked("websocket", **given)
        assert seen == []
        assert [message["type"] for message in sent] == [
            "websocket.http.response.start",
            "websocket.http.response.body",
        ]
        assert sent[0]["status"] == status and sent[1]["body"].endswith(
            b".\n" if status == 403 else b"/\n"
        )


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_the_key_goes_no_further(kind, keyed):
    (seen,), _ = asked(kind, **PROVED)
    assert seen["headers"] == [(b"host", NAME.encode())]


def test_what_is_no_question_passes(keyed):
    assert asked("lifespan")[0]
