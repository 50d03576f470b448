"""Every answer says what a browser may do with it, faults and refusals too."""

import re

import pytest
from starlette.routing import Route
from whole_site import ask, ours

from components.base import published, settings
from server import embed
from server.gate import HEADER
from server.headers import ALWAYS, POLICY

#: What is answered in each way there is: pages, files, refusals, what is nowhere.
ADDRESSES = {
    "/": 200,
    "/kreis?kreis=05154": 200,
    "/embed?tag=2015-09-24": 200,
    "/?embed=true": 307,
    "/karte": 301,
    "/nix": 404,
    "/healthz": 200,
    "/metrics": 404,
    "/robots.txt": 200,
    "/icon.svg": 200,
    "/app/static/data/index.json": 200,
    "/app/static/generated/nix.js": 404,
    "/bild/nix.png": 404,
    "/feed/1.atom": 404,
    "/oembed": 400,
    "/api/v1/districts": 200,
    "/api/v1/nix": 404,
    "/api/v1/status?day=x": 400,
    "/data/datapackage.json": 200,
    "/_stcore/metrics": 404,
}


@pytest.mark.parametrize(("path", "status"), ADDRESSES.items())
def test_every_answer_has_the_headers(path, status):
    answer = ask(path)
    assert answer.status == status
    for name, value in ALWAYS.items():
        own = path.startswith("/embed") and name == "Content-Security-Policy"
        assert answer.headers[name.lower()] == value or own, name
    if status >= 400:
        assert answer.headers["cache-control"] == "no-store"


FOR_EVER = "public, max-age=31536000, immutable"
SOON = "public, max-age=300"
HTML, TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
OURS = ALWAYS["Content-Security-Policy"]
FRAMED = embed.policy()
#: Of each kind of address, what it must have besides: status, media type, how long it is kept,
#: whether it has an ETag, whether other sites may read it, and its policy.
KINDS = {
    "a page": ("/", 200, HTML, "no-cache", True, False, OURS),
    "a page whose address is wrong": ("/?tag=x", 200, HTML, "no-store", True, False, OURS),
    "a file by its hash": (None, 200, "text/javascript; charset=utf-8", FOR_EVER, True, True, OURS),
    "a table for programs": (
        *("/app/static/data/status.csv", 200, "text/csv; charset=utf-8"),
        *("no-cache", True, True, OURS),
    ),
    "the API": ("/api/v1/districts", 200, "application/json", "no-cache", True, True, OURS),
    "the map in a frame": ("/embed", 200, HTML, "no-cache", True, False, FRAMED),
    "a picture of a link": (
        "/bild/karte.png?tag=2015-09-24",
        200,
        "image/png",
        SOON,
        True,
        True,
        OURS,
    ),
    "a feed": ("/feed.atom", 200, "application/atom+xml", SOON, True, True, OURS),
    "nothing": ("/nix", 404, HTML, "no-store", False, False, OURS),
    "what Streamlit is not to answer": (
        "/_stcore/metrics",
        404,
        HTML,
        "no-store",
        False,
        False,
        OURS,
    ),
    "past the proxy": ("/refused", 403, TEXT, "no-store", False, False, OURS),
    "health": ("/healthz", 200, "application/json", "no-store", False, False, OURS),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_address_has_what_it_must(kind, monkeypatch):
    path, status, media, kept, tagged, read, policy = KINDS[kind]
    if kind == "past the proxy":
        monkeypatch.setenv(settings.variable("proxy_key"), "0123456789abcdef")
    answer = ask(path or hashed())
    told = answer.headers
    assert (answer.status, told["content-type"]) == (status, media)
    assert told["cache-control"] == kept
    assert bool(re.fullmatch(r'W/"[0-9a-f]{16}"', told.get("etag", ""))) == tagged
    assert (told.get("access-control-allow-origin") == "*") == read
    assert told["content-security-policy"] == policy and "frame-ancestors " in policy
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in told["permissions-policy"]
    assert "set-cookie" not in told and HEADER.lower() not in told
    if tagged:
        again = ask(path or hashed(), if_none_match=told["etag"])
        assert (again.status, again.content) == (304, b"")


def hashed():
    """The address of a file that is named by its content."""
    return f"/{published.publish_bytes('a-test', b'0;', 'js')}"


def test_only_the_pages_that_may_be_framed_can_be(monkeypatch):
    monkeypatch.setenv(settings.variable("frame_ancestors"), "https://www.example.org")
    assert (
        ask("/embed")
        .headers["content-security-policy"]
        .endswith("frame-ancestors https://www.example.org")
    )
    assert ask("/").headers["content-security-policy"].endswith("frame-ancestors 'self'")


def test_no_policy_names_another_host():
    assert not [where for where in POLICY.values() if "//" in where or "*" in where]
    assert "unsafe-eval" not in str(POLICY) and "unsafe-inline" not in POLICY["script-src"]


def test_a_fault_of_ours_has_them_too_and_says_nothing_of_its_reason():
    def broken(request):
        raise RuntimeError("a secret of the disk")

    site = ours()
    site.router.routes.insert(0, Route("/broken", broken))
    answer = ask("/broken", app=site)
    assert answer.status == 500 and "secret" not in answer.text
    assert {name.lower(): value for name, value in ALWAYS.items()}.items() <= answer.headers.items()
