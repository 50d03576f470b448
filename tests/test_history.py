"""A district's history tells every event with its sources, and nothing in it is markup."""

from datetime import date

import pandas as pd
import pytest
from event_builders import an_event, frame
from markup import parsed, texts

from adoption.same import joined
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts.dossier import told_by
from components.html.history import history

SOURCES = pd.DataFrame(
    [
        ("press", "Presse", "Land", "2013-05-06", "https://example.org/a?b=1&c=2"),
        ("paper", "Vorlage", "Kreistag", "", ""),
    ],
    columns=["id", "title", "publisher", "published", "url"],
)


def told(*events, sources=SOURCES, language="de", links=LiveLinks, day=date(2026, 11, 21)):
    ways = links({"tag": "2015-09-24", "lang": language})
    parts = history(told_by(joined(frame(*events)), day), sources, day, ways, Wording(language))
    return "".join(map(str, parts))


def test_an_event_is_told_with_date_body_sentence_note_confidence_and_source():
    html = told(an_event(date="2013-05", note_de="Andere Lesart.", confidence="medium"))
    assert "<strong>Mai 2013</strong> · Beratung · Kreistag oder Rat" in html
    for part in ("Ein Satz.", "Andere Lesart.", "Sicherheit der Angabe: mittel"):
        assert part in html
    assert "Land: Presse (06.05.2013)</a>" in html


def test_english_readers_get_the_english_sentence():
    html = told(an_event(note_en="Other reading."), language="en")
    assert "One sentence." in html and "Other reading." in html and "Ein Satz." not in html


@pytest.mark.parametrize("column", ["summary_de", "note_de"])
def test_markup_in_a_text_is_shown_as_text(column):
    html = told(an_event(**{column: '<script>alert("x")</script>'}))
    assert "<script" not in html
    assert '<script>alert("x")</script>' in parsed(html).get_text()


@pytest.mark.parametrize("column", ["title", "publisher", "url"])
def test_markup_in_a_source_is_shown_as_text(column):
    spoiled = SOURCES.assign(**{column: '"><img src=x>'})
    assert "<img" not in told(an_event(), sources=spoiled)


def test_a_link_opens_apart_and_tells_the_other_site_nothing():
    (link,) = parsed(told(an_event())).select("a[target=_blank]")
    assert link["href"] == "https://example.org/a?b=1&c=2"
    assert link["rel"] == ["noopener", "noreferrer"]


def test_a_source_without_an_address_is_not_online():
    html = told(an_event(source_id="paper"))
    assert "Kreistag: Vorlage · nicht online" in html and "_blank" not in html


def test_all_sources_of_an_event_are_told():
    html = told(an_event(further_source_ids="paper"))
    assert html.index("Land: Presse") < html.index("Kreistag: Vorlage")


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"body": "council"}, "own"),
        ({"body": "party"}, "own"),
        ({"event": "approval", "body": "ministry"}, "own"),
        ({"event": "debate", "body": "ministry"}, "voice"),
        ({"body": "town"}, "voice"),
        ({"body": "church"}, "voice"),
    ],
)
def test_a_voice_from_outside_is_told_apart_from_an_act(cells, kind):
    (item,) = parsed(told(an_event(**cells))).select("li[id]")
    assert item["class"] == [kind]


@pytest.mark.parametrize(
    ("cells", "mark"),
    [({"basis": "derived"}, "abgeleitet"), ({"confidence": "low"}, "unsicher")],
)
def test_what_is_not_proved_directly_carries_a_mark(cells, mark):
    assert texts(told(an_event(**cells)), "span.caveat") == [mark]
    assert texts(told(an_event()), "span.caveat") == []


def test_an_event_leads_to_the_text_that_corrects_it():
    (link,) = parsed(told(an_event(), language="en")).select("a.report")
    assert link["href"] == "quellen?lang=en&kreis=05001&ereignis=05001-debate-1#korrektur"


def test_where_no_correction_can_be_reported_nothing_stands_in_its_place():
    class Nowhere(LiveLinks):
        def report(self, ags, event):
            return ""

    assert texts(told(an_event(), links=Nowhere), "p.source") == ["Sicherheit der Angabe: hoch"]


def test_events_stand_in_the_order_in_which_each_was_over():
    days = ["2014", "2013-05-05", "../2014-03", "2012/2013-05-04"]
    html = told(*(an_event(number, date=day) for number, day in enumerate(days, 1)))
    ids = [item["id"] for item in parsed(html).select("li[id]")]
    assert ids == [f"05001-debate-{number}" for number in (4, 2, 3, 1)]


def test_the_shown_day_stands_between_what_had_happened_and_what_came_later():
    html = parsed(
        told(
            an_event(1, date="2013-05-05"),
            an_event(2, date="2013/2015"),
            an_event(3, date="2014-06-01"),
            an_event(4, date="2014-06-02"),
            day=date(2014, 6, 1),
        )
    )
    order = [item.get("id") or item.get_text() for item in html.select("li[id], .shown-day, h3")]
    ids = [f"05001-debate-{number}" for number in (1, 3, 2, 4)]
    line = ["01.06.2014, der gezeigte Tag", "Danach (nach dem 01.06.2014)"]
    assert order == [*ids[:3], *line, ids[3]]
    assert texts(html, "span.caveat") == ["vielleicht schon"]
    (after,) = html.select("ol.history.later")
    assert texts(after, "strong") == ["02.06.2014"]


def test_without_anything_later_no_day_is_marked():
    assert ".shown-day" not in told(an_event()) and "Danach" not in told(an_event())


def test_two_proofs_of_one_opening_stand_in_one_entry_each_with_its_anchor_and_source():
    html = parsed(
        told(
            an_event(1, event="opening", date="../2016-06-29", confidence="medium"),
            an_event(
                2,
                event="opening",
                date="2013",
                confidence="low",
                source_id="paper",
                note_de="Dieselbe Eröffnung wie 05001-opening-1.",
            ),
        )
    )
    (item,) = html.select("ol.history > li")
    assert item["id"] == "05001-opening-1"
    (proof,) = item.select('[id="05001-opening-2"]')
    said = " ".join(proof.get_text(" ").split())
    assert "Ein zweiter Beleg für dasselbe Ereignis: 2013 unsicher" in said
    cited = texts(item, "ul.source li")
    assert len(cited) == 2 and "Presse" in cited[0] and "Vorlage" in cited[1]
