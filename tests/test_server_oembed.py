"""`/oembed` gives the frame of an address of the map, and says in a line what it has none of."""

from urllib.parse import parse_qsl, urlsplit

import curated
import pytest
from asking import address, ask
from markup import parsed
from starlette.applications import Starlette

from components.base import settings, sound
from components.map import framed
from server import oembed, problems, routes

APP = Starlette(routes=routes.routes(), exception_handlers=problems.HANDLERS)
SITE = "https://atlas.example.org/kiz"
DAY = f"{SITE}/?tag=2015-09-24"


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """The real tables, read once for all tests, at a site with a base path."""
    monkeypatch.setattr(sound, "atlas", curated.atlas)
    monkeypatch.setenv(settings.variable("address"), SITE)


def got(**query):
    return ask(APP, address("/oembed", **query))


def told(**query):
    answer = got(**query)
    assert (answer.status, answer.media_type) == (200, "application/json")
    return answer.told


def frame(rich):
    """The one element of the answer, and the query of what is in it."""
    (found,) = parsed(rich["html"]).select("iframe")
    parts = urlsplit(found["src"])
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{SITE}/embed"
    return found, dict(parse_qsl(parts.query))


def test_a_page_that_is_pasted_becomes_the_frame_of_its_map():
    rich = told(url=DAY)
    assert rich["version"] == "1.0" and rich["type"] == "rich"
    assert rich["title"].startswith("Am 24.09.2015 haben 49 von 54")
    assert (rich["provider_name"], rich["provider_url"]) == ("KIZ-Atlas NRW", f"{SITE}/")
    element, query = frame(rich)
    assert (element["width"], element["height"]) == (f"{rich['width']}", f"{rich['height']}")
    assert element["title"] == rich["title"]
    assert query == {"tag": "2015-09-24", "definition": "approved", "lang": "de"}


def test_the_picture_of_the_day_comes_along_where_it_is_not_larger_than_asked_for():
    rich = told(url=DAY)
    assert rich["thumbnail_url"].startswith(f"{SITE}/bild/karte.png?tag=2015-09-24")
    assert (rich["thumbnail_width"], rich["thumbnail_height"]) == (1200, 630)
    assert "thumbnail_url" in told(url=DAY, maxwidth="1200", maxheight="630")
    assert "thumbnail_url" not in told(url=DAY, maxwidth="600")


def test_language_definition_district_and_colours_are_those_of_the_page():
    rich = told(url=f"{DAY}&lang=en&definition=open&kreis=05154&farbe=status&utm_source=x")
    assert "24 September 2015" in rich["title"]
    assert frame(rich)[1] == {
        "tag": "2015-09-24",
        "definition": "open",
        "kreis": "05154",
        "farbe": "status",
        "lang": "en",
    }


def test_a_frame_keeps_the_theme_that_its_address_asks_for():
    _, query = frame(told(url=f"{SITE}/embed?tag=2015-09-24&theme=dark"))
    assert query["theme"] == "dark"
    wrong = got(url=f"{SITE}/embed?theme=blue")
    assert wrong.status == 404 and "use one of light, dark" in wrong.content.decode()


def test_a_page_without_a_day_is_that_of_today_tomorrow_too():
    assert "tag" not in frame(told(url=f"{SITE}/"))[1]
    assert "tag" not in frame(told(url=SITE))[1]


@pytest.mark.parametrize("page", ["", "karte", "kreis", "embed"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_every_page_with_a_map_has_one(page, scheme):
    site = SITE.replace("https", scheme)
    assert frame(told(url=f"{site}/{page}?tag=2015-09-24&kreis=05154"))[1]["kreis"] == "05154"


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}/verlauf?tag=2015-09-24",
        f"{SITE}/app/static/data/status.csv",
        f"{SITE}x/?tag=2015-09-24",
        "https://atlas.example.org/?tag=2015-09-24",
        "https://atlas.example.org.evil.example/kiz/",
        "https://user@atlas.example.org/kiz/",
        "https://evil.example/kiz/?x=https://atlas.example.org/kiz/",
        "javascript:alert(1)",
        "https://[::1",
        "/kiz/",
    ],
)
def test_an_address_without_a_map_of_ours_is_not_found(url):
    answer = got(url=url)
    assert answer.status == 404 and answer.content.decode().startswith("url: no page of ")


def test_a_page_that_cannot_be_shown_as_asked_for_is_not_found_and_said_so():
    answer = got(url=f"{SITE}/?tag=24.09.2015")
    assert answer.status == 404 and 'url: tag: "24.09.2015" is not' in answer.text
    assert answer.media_type == "text/plain" and answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"url": ""},
        {"maxwidth": "0"},
        {"maxwidth": "wide"},
        {"maxheight": "-1"},
        {"maxheight": "²"},
        {"maxwidth": "1.5"},
    ],
)
def test_a_parameter_that_cannot_be_meant_is_named(query):
    answer = got(**{"url": DAY} | query if query else {})
    assert answer.status == 400
    assert answer.content.decode().startswith(next(iter(query), "url"))


@pytest.mark.parametrize("kind", ["xml", "yaml"])
def test_no_other_format_is_answered(kind):
    assert got(url=DAY, format=kind).status == 501
    assert got(url=DAY, format="json").status == 200


def test_no_frame_is_wider_or_higher_than_it_may_be():
    narrow = told(url=DAY, maxwidth="390", maxheight="5000")
    assert (narrow["width"], narrow["height"]) == (390, framed.height(390))
    assert told(url=DAY, maxheight="600")["height"] == 600
    assert told(url=DAY, maxwidth="9" * 40)["width"] == framed.COLUMN


def test_any_site_may_read_it_for_some_minutes_and_no_site_while_there_are_no_tables(monkeypatch):
    answer = got(url=DAY)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "max-age=300" in answer.headers["cache-control"]

    def none():
        raise sound.Unsound(["x"])

    monkeypatch.setattr(sound, "atlas", none)
    assert got(url=DAY).status == 503


def test_the_tag_in_the_head_of_a_page_leads_to_its_answer():
    link = parsed(str(oembed.discovery(DAY, SITE, "KIZ-Atlas NRW"))).link
    assert link["type"] == "application/json+oembed" and "alternate" in link["rel"]
    parts = urlsplit(link["href"])
    assert parts.path == "/kiz/oembed"
    assert told(**dict(parse_qsl(parts.query))) == told(url=DAY)
