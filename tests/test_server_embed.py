"""`/embed` is a whole page before any script: one map for frames, which trusts nobody's text."""

from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

import curated
import hostile
import pytest
from asking import ask
from markup import parsed, text, texts
from starlette.applications import Starlette

from components.base import settings, sound
from components.base.wording import LANGUAGES, Wording
from components.map import stage
from server import embed, middleware, routes

APP = Starlette(routes=routes.routes(), middleware=middleware.STACK)
DAY = {"tag": "2015-09-24", "definition": "approved", "farbe": "has", "lang": "de"}
TODAY = {"de": "heute", "en": "today"}


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """The real tables, read once for all tests."""
    monkeypatch.setattr(sound, "atlas", curated.atlas)


def got(**query):
    return ask(APP, f"/embed?{urlencode(query)}")


def page(**query):
    answer = got(**query)
    assert answer.status == 200 and answer.media_type == "text/html"
    return parsed(answer.content.decode())


def policy(answer):
    rules = answer.headers["content-security-policy"].split("; ")
    return {rule.split()[0]: rule.split()[1:] for rule in rules}


def test_headline_time_map_legend_source_and_licence_are_there_without_a_script():
    whole = page(**DAY, kreis="05154")
    assert text(whole.h1).startswith("Am 24.09.2015 haben 49 von 54")
    assert len(whole.select("svg.map [data-ags]")) == 54 and whole.select(".clock .axis input")
    assert texts(whole, ".key[data-colouring=has] .count") == ["49", "0", "1", "1", "3", "0"]
    assert whole.select('[data-ags="05154"][aria-pressed=true]')
    foot = text(whole.select_one(".foot"))
    assert "Datenstand 2026-" in foot and "CC BY 4.0" in foot and "© GeoBasis-DE / BKG" in foot
    assert "Kommunale Integrationszentren (KIZ) in Nordrhein-Westfalen." in foot
    assert not whole.select("nav, .cover, .brand, table")


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_and_language_are_those_of_the_address(language):
    whole = page(**DAY | {"lang": language})
    assert whole.html["lang"] == language
    assert text(whole.title) == f"{text(whole.h1)} – {Wording(language)('title')}"


def test_without_a_day_it_is_today_and_coloured_by_since_when():
    whole = page(lang="en")
    assert text(whole.h1).startswith("Since September 2018, all 54")
    assert whole.select_one(".stage")["data-colouring"] == "since"


def test_the_way_to_the_atlas_shows_the_same_in_a_window_of_its_own():
    (link,) = page(**DAY, kreis="05154").select(".foot a")
    assert link["target"] == "_blank" and "noopener" in link["rel"]
    assert urlsplit(link["href"]).path == "./"
    assert dict(parse_qsl(urlsplit(link["href"]).query)) == DAY | {"kreis": "05154"}


def test_every_link_leaves_the_frame():
    links = page(lang="de").select("a[href]")
    assert links and {link.get("target") for link in links} == {"_blank"}


def test_its_files_are_relative_and_there_for_ever():
    whole = page(**DAY)
    links = whole.select("link[rel=stylesheet], script")
    addresses = [link.get("href") or link["src"] for link in links]
    assert len(addresses) == 3
    for address in addresses:
        assert not address.startswith("/")
        answer = ask(APP, f"/{address}")
        assert answer.status == 200 and "immutable" in answer.headers["cache-control"]


def test_no_script_stands_in_the_page_and_none_may():
    answer = got(**DAY)
    scripts = parsed(answer.content.decode()).select("script")
    assert scripts and [script for script in scripts if script.text] == []
    assert "'unsafe-inline'" not in policy(answer)["script-src"]
    assert policy(answer)["default-src"] == ["'none'"]


def test_everybody_may_frame_it_unless_it_is_set(monkeypatch):
    monkeypatch.delenv(settings.variable("frame_ancestors"), raising=False)
    assert policy(got(**DAY))["frame-ancestors"] == ["*"]
    monkeypatch.setenv(settings.variable("frame_ancestors"), "https://a.example  'self'")
    assert policy(got(**DAY))["frame-ancestors"] == ["https://a.example", "'self'"]


def test_the_rest_of_the_site_stays_in_frames_of_its_own():
    other = ask(APP, "/healthz")
    assert policy(other)["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize("name", [*embed.PARAMETERS, "theme"])
@pytest.mark.parametrize("asked", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_what_cannot_be_used_is_named_as_plain_text_that_nobody_keeps(name, asked):
    answer = got(**DAY | {name: asked})
    whole = parsed(answer.content.decode())
    (notice,) = whole.select("main > .notice[role=alert]")
    assert hostile.shown(asked).strip() in notice.get_text()
    assert not whole.select(".notice *, img")
    assert answer.headers["cache-control"] == "no-store"
    assert len(whole.select("svg.map [data-ags]")) == 54


@pytest.mark.parametrize("theme", embed.THEMES)
def test_it_goes_with_the_page_around_it_or_with_the_readers_system(theme):
    assert page(**DAY, theme=theme).html["data-theme"] == theme
    bare = page(**DAY)
    assert "data-theme" not in bare.html.attrs
    assert bare.select_one("meta[name=color-scheme]")["content"] == "light dark"


def test_the_map_is_drawn_once_for_all_who_ask_for_it_and_for_no_fault_again(monkeypatch):
    drawn, draw = [], stage.stage
    monkeypatch.setattr(stage, "stage", lambda *whole: drawn.append(whole) or draw(*whole))
    for wrong in ("", "x", "y"):
        page(**DAY | {"tag": "2014-03-02", "kreis": wrong})
    assert len(drawn) == 1


def test_what_is_not_for_it_is_no_fault():
    assert not page(**DAY, form="4:3", utm_source="x").select(".notice")


def test_an_unchanged_page_is_not_sent_again():
    first = got(**DAY)
    again = ask(APP, f"/embed?{urlencode(DAY)}", if_none_match=first.headers["etag"])
    assert (again.status, again.content) == (304, b"")
    assert policy(again) == policy(first)


def test_broken_tables_are_told_in_a_sentence_without_their_findings(monkeypatch):
    def none():
        raise sound.Unsound(["data/events.csv:3: secret"])

    monkeypatch.setattr(sound, "atlas", none)
    answer = got(lang="en")
    assert answer.status == 503 and answer.headers["cache-control"] == "no-store"
    whole = parsed(answer.content.decode())
    assert whole.html["lang"] == "en" and "secret" not in whole.get_text()
    assert text(whole.strong) == Wording("en")("broken.title")


@pytest.mark.parametrize("path", ["/", "/karte"])
@pytest.mark.parametrize("base", ["", "/atlas"])
def test_the_embedded_view_of_old_leads_to_it_with_the_rest_of_its_query(monkeypatch, path, base):
    monkeypatch.setattr("server.address.base", lambda: base)
    answer = ask(APP, f"{base}{path}?{urlencode(DAY)}&embed=true&embed_options=show_padding")
    assert answer.status == 307
    assert answer.headers["location"] == f"{base}/embed?{urlencode(DAY)}"


def test_text_of_a_visitor_makes_no_header(monkeypatch):
    monkeypatch.setattr("server.address.base", lambda: "")
    answer = ask(APP, "/?embed=true&tag=a%0D%0ASet-Cookie:x&kreis=//evil.example")
    query = urlsplit(answer.headers["location"]).query
    assert dict(parse_qsl(query)) == {"tag": "a\r\nSet-Cookie:x", "kreis": "//evil.example"}
    assert not {"\r", "\n"} & set(answer.headers["location"]) and "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "address", ["/?embed=false", "/kreis?embed=true", "/?tag=embed", "/embed?embed=true"]
)
def test_nothing_else_leads_there(address):
    assert ask(APP, address).status != 307


def test_the_days_of_all_are_those_of_the_page():
    whole = page(**DAY)
    assert whole.select_one(".clock")["data-day"] == "2015-09-24"
    assert [text(button) for button in whole.select(".jumps button")][-1] == TODAY["de"]
    assert date.fromisoformat(whole.select_one(".clock")["data-stop"]) >= date(2026, 11, 28)
