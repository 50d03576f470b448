"""What became known, for feed readers: valid, with dates that are true, the latest first."""

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import curated
import feedparser
import hostile
import pytest
from whole_site import SITE, ask

from adoption.dates import span
from components.base.wording import Wording
from components.downloads import atom
from components.facts.news import news

ATOM = f"{{{atom.ATOM}}}"
REFUSAL = "05154-rejection-1"


@pytest.fixture(scope="module", params=["/feed.atom?lang=de", "/feed/05154.atom?lang=en"])
def fetched(request):
    return ask(request.param)


def test_a_feed_is_read_without_a_complaint(fetched):
    read = feedparser.parse(fetched.content, response_headers=fetched.headers)
    assert (read.bozo, read.version) == (False, "atom10")
    assert fetched.headers["content-type"].split(";")[0] == "application/atom+xml"
    assert all(entry.updated_parsed and entry.title and entry.summary for entry in read.entries)


def test_a_feed_has_what_the_standard_asks_for(fetched):
    root = ET.fromstring(fetched.content)
    assert root.tag == f"{ATOM}feed"
    once = ("id", "title", "updated")
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert [len(element.findall(f"{ATOM}{name}")) for name in once] == [1, 1, 1]
        assert all(element.findtext(f"{ATOM}{name}").strip() for name in once)
        alternates = [
            link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"
        ]
        assert len(alternates) == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "KIZ-Atlas NRW"
    (own,) = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.get("href").startswith(f"{SITE}/feed")


def test_the_latest_comes_first_and_no_id_twice(fetched):
    root = ET.fromstring(fetched.content)
    days = [entry.findtext(f"{ATOM}updated") for entry in root.findall(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{ATOM}updated") == days[0]
    ids = Counter(element.text for element in root.iter(f"{ATOM}id"))
    assert set(ids.values()) == {1}


def test_everything_that_has_a_source_is_there_once():
    tables = curated.tables()
    rows = (tables.events, tables.confirmations, tables.milestones, tables.totals)
    assert len(news(curated.atlas())) == sum(map(len, rows))


def test_the_day_of_an_entry_is_that_of_its_source_and_no_other():
    for one in news(curated.atlas()):
        published = one.source.published
        if one.known == "day":
            assert one.day.isoformat() == published
        elif one.known == "span":
            within = span(published)
            assert within.first <= one.day <= within.last
        else:
            assert published == ""
            assert one.day.isoformat() <= curated.atlas().researched
    assert {one.known for one in news(curated.atlas())} == {"day", "span", "searched"}


def test_a_district_has_its_own_feed_with_the_way_to_its_page_and_source():
    read = feedparser.parse(ask("/feed/05154.atom?lang=de").content)
    (entry,) = [one for one in read.entries if one.link.endswith(f"#{REFUSAL}")]
    assert entry.link == f"{SITE}/kreis?lang=de&kreis=05154#{REFUSAL}"
    assert entry.title.startswith("Kreis Kleve: Ablehnung, Kreistag")
    sources = {link.href for one in read.entries for link in one.links if link.rel == "via"}
    assert sources < set(curated.tables().sources["url"])
    assert len(sources) > 3


def test_a_feed_of_nobody_is_not_found():
    assert ask("/feed/05999.atom").status == 404


def test_an_id_is_the_same_whatever_else_changes():
    tables = curated.tables()
    later = replace(curated.atlas(), tables=replace(tables, sources=tables.sources), version="2030")
    ids = [
        [
            one.text
            for one in ET.fromstring(atom.feed(atlas, "05154", Wording("de"), site)).iter(
                f"{ATOM}id"
            )
        ]
        for atlas, site in ((curated.atlas(), "https://one.example"), (later, ""))
    ]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("address", hostile.ADDRESSES.values(), ids=hostile.ADDRESSES)
def test_an_address_that_is_none_is_no_link(address):
    tables = curated.tables()
    spoiled = replace(tables, sources=tables.sources.assign(url=address, title="a\x01<b>&"))
    feed = atom.feed(replace(curated.atlas(), tables=spoiled), "05154", Wording("de"))
    root = ET.fromstring(feed)
    assert [link for link in root.iter(f"{ATOM}link") if link.get("rel") == "via"] == []


def test_a_feed_that_is_known_is_not_sent_again():
    first = ask("/feed.atom?lang=en")
    tag = first.headers["etag"]
    for named in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        assert ask("/feed.atom?lang=en", if_none_match=named).status == 304, named
    assert ask("/feed.atom?lang=en", if_none_match='"x"').status == 200


@pytest.mark.parametrize("query", ["lang=fr", "day=2015-09-24", "lang=de&lang=en"])
def test_a_feed_refuses_what_it_would_ignore(query):
    answer = ask(f"/feed.atom?{query}")
    assert (answer.status, answer.media_type) == (400, "application/problem+json")
