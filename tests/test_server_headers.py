"""Every answer says what a browser may do with it, faults and refusals too."""

import pytest
from starlette.routing import Route
from whole_site import ask, ours

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
