"""What is nobody's address gets 404 and the ways to what there is; what is one gets through."""

import pytest
from markup import parsed, texts
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config
from whole_site import SITE, ask, ours

from components.words import pages


@pytest.mark.parametrize("path", ["/nix", "/index.html", "/a/b/c", "/ohne/x", "/static/nix.js"])
def test_an_unknown_address_is_not_found(path):
    answer = ask(path)
    assert answer.status == 404
    assert texts(answer.text, "h1") == ["Hier ist keine Seite des Atlas"]
    assert len(parsed(answer.text).select("li a")) == len(pages.FOLLOWS)
    assert answer.headers["cache-control"] == "no-store"


def test_it_speaks_the_language_of_the_address_and_leads_to_the_root():
    page = parsed(ask("/a/b?lang=en").text)
    assert page.html["lang"] == "en"
    assert texts(page, "h1") == ["There is no page of the atlas here"]
    assert page.select("a")[0]["href"] == "/?lang=en"
    assert page.select("a")[1]["href"] == "/ohne?lang=en"


def test_nothing_of_the_address_stands_in_the_page():
    assert "alert" not in ask("/x%3Cscript%3Ealert(1)%3C/script%3E?lang=alert").text


@pytest.mark.parametrize("path", ["/", "/ohne", "/kreis", "/nix", "/robots.txt", "/sitemap.xml"])
def test_head_is_answered_as_get(path):
    get, asked = ask(path), ask(path, "HEAD")
    assert asked.status == get.status
    assert asked.headers["content-type"] == get.headers["content-type"]


def test_the_files_of_streamlit_get_through():
    (script,) = parsed(ask("/").text).select('script[type="module"]')
    answer = ask(script["src"].removeprefix("."))
    assert (answer.status, answer.headers["content-type"].split(";")[0]) == (200, "text/javascript")


@pytest.mark.parametrize("part", ["health", "host-config"])
def test_what_the_page_asks_for_below_itself_gets_the_answer_of_streamlit(part):
    answer = ask(f"/ohne/_stcore/{part}")
    assert (answer.status, answer.headers["content-type"].split(";")[0]) == (404, "text/plain")


def test_a_slash_too_many_is_led_away():
    assert ask("/ohne/?lang=en").headers["location"] == "/ohne?lang=en"


def test_what_only_reads_may_do_is_refused_as_before():
    assert ask("/ohne", "POST").status == 405


def test_below_a_path_the_site_is_the_same(monkeypatch):
    options = {"server.baseUrlPath": "atlas"}
    given = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: options.get(name) or given(name))
    site = ours("atlas")
    page = parsed(ask("/atlas/verlauf", app=site).text)
    assert page.select_one("link[rel=canonical]")["href"] == f"{SITE}/atlas/verlauf?lang=de"
    root = parsed(ask("/atlas/?lang=en", app=site).text)
    assert root.select_one("link[rel=canonical]")["href"] == f"{SITE}/atlas/?lang=en"
    lost = ask("/atlas/nix", app=site)
    assert (lost.status, parsed(lost.text).a["href"]) == (404, "/atlas/?lang=de")
    assert ask("/verlauf", app=site).status == 404
    assert ask("/atlas/feed.atom", app=site).status == 200
    assert "Disallow: /atlas/_stcore/" in ask("/atlas/robots.txt", app=site).text


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/upload_file/a/b",
        "/_stcore/agent/mcp",
        "/component/x/index.html",
        "/auth/login",
        "/oauth2callback",
    ],
)
def test_what_of_streamlit_no_page_needs_is_not_there(path):
    site = ours()
    site.router.routes.append(Route(path, lambda request: PlainTextResponse("open")))
    for method in ("GET", "PUT", "POST", "OPTIONS"):
        assert ask(path, method, app=site).status == 404
    assert texts(ask(path, app=site).text, "h1") == ["Hier ist keine Seite des Atlas"]
