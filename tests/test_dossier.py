"""The dossier says what a district has since when, or who refused, as exactly as it is known."""

from dataclasses import fields
from datetime import date
from functools import partial

import pandas as pd
import pytest
from event_builders import an_event, frame
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markup import parsed, text, texts

from adoption.comparison import Held, Median
from adoption.dates import FUNDING_FLOOR, edtf_of, span
from components.base.links import LiveLinks
from components.base.wording import LANGUAGES, Wording
from components.facts import dossier as dossier_facts
from components.facts.dossier import Dossier, Wait
from components.facts.way import own_acts
from components.html import dossier as dossier_html
from components.words import dossier

GERMAN = Wording("de")
DAY = date(2015, 9, 24)
NAMES = {"name": "Kreis Kleve", "short_name": "Kleve", "with_article": "der Kreis Kleve"}
KREIS = NAMES | {"kind": "Kreis", "body": "", "since": "", "researched_on": "2026-11-24"}


def a_dossier(**known):
    """A district of which little is known."""
    blank = dict.fromkeys((field.name for field in fields(Dossier)), None)
    empty = pd.DataFrame(columns=["group", "id"])
    nothing = {"questions": empty, "gaps": [], "events": frame(), "municipalities": []}
    usual = {"ags": "05154", "day": DAY, "definition": "approved", "standing": pd.Series(KREIS)}
    return Dossier(**blank | nothing | usual | known)


def line(earliest=None, latest=None, definition="approved", **standing):
    district = pd.Series(KREIS | {"group": "without", "status": "unknown"} | standing)
    reached = pd.Series({"earliest": earliest, "latest": latest})
    return dossier.headline(district, reached, DAY, definition, GERMAN)


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        (date(2014, 4, 25), date(2014, 4, 25), "hat seit 25.04.2014 ein genehmigtes KIZ."),
        (date(2014, 4, 1), date(2014, 4, 30), "hat seit April 2014 ein genehmigtes KIZ."),
        (date(2013, 1, 1), date(2013, 12, 31), "hat seit 2013 ein genehmigtes KIZ."),
        (
            FUNDING_FLOOR,
            date(2013, 2, 21),
            "hat spätestens seit 21.02.2013 ein genehmigtes KIZ.",
        ),
        (
            date(2014, 3, 20),
            date(2014, 4, 25),
            "hat seit 2014 (zwischen 20.03. und 25.04.) ein genehmigtes KIZ.",
        ),
    ],
)
def test_a_kiz_is_told_with_its_date_as_known(earliest, latest, said):
    told = line(earliest, latest, group="with", status="approved", since="2014")
    assert told == (f"Der Kreis Kleve {said}", [])


def test_an_approved_kiz_that_works_says_since_when():
    day = date(2014, 4, 25)
    told = line(day, day, group="with", status="open", since="2014-11")
    assert told.detail == ["In Betrieb ist es seit November 2014."]
    assert line(day, day, "open", group="with", status="open", since="2014-11").detail == []


def test_what_is_possible_only_is_not_denied():
    told = line(date(2015, 1, 1), None, group="undetermined")
    assert told.sentence == (
        "Ob der Kreis Kleve am 24.09.2015 ein genehmigtes KIZ hat, ist ungeklärt: "
        "möglich, aber nicht belegt."
    )


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ({}, "bis zu diesem Tag ist nichts belegt"),
        (
            {"status": "rejected", "body": "council", "since": "2015-03-19"},
            "abgelehnt vom Kreistag, 19.03.2015",
        ),
        (
            {"status": "rejected", "body": "council", "since": "2015", "kind": "kreisfreie Stadt"},
            "abgelehnt vom Rat, 2015",
        ),
        (
            {"status": "rejected", "body": "committee", "since": "2015"},
            "abgelehnt von einem Ausschuss, 2015",
        ),
        ({"status": "debated", "since": "2015-01"}, "in Beratung, zuletzt Januar 2015"),
        ({"status": "decided", "since": "2015-01"}, "Status „Beschlossen“, Januar 2015"),
    ],
)
def test_without_a_kiz_it_says_how_far_it_is_and_who_refused(standing, said):
    told = line(**standing)
    assert told.sentence == f"Der Kreis Kleve hat am 24.09.2015 kein genehmigtes KIZ: {said}."


days = st.dates(date(2012, 6, 26), date(2018, 12, 31))


@settings(deadline=None, max_examples=40)
@example(date(2014, 2, 1), date(2014, 2, 28))
@example(date(2013, 1, 1), date(2013, 12, 31))
@example(date(2013, 1, 1), date(2014, 12, 31))
@given(days, days)
def test_a_date_written_for_two_days_means_these_days(one, other):
    first, last = sorted((one, other))
    assert span(edtf_of(first, last)) == (first, last)


@pytest.mark.parametrize(
    ("cells", "own"),
    [
        ({"body": "council"}, True),
        ({"body": "party", "event": "motion"}, True),
        ({"body": "ministry", "event": "approval"}, True),
        ({"body": "ministry", "event": "debate"}, False),
        ({"body": "town", "event": "motion"}, False),
        ({"body": "church"}, False),
    ],
)
def test_acts_are_told_apart_from_voices(cells, own):
    assert list(own_acts(frame(an_event(**cells)))) == [own]


def place(best, worst, came=54):
    known = a_dossier(place=pd.Series({"best": best, "worst": worst}), came=came)
    return dossier.rank(known, GERMAN)


def test_a_place_is_one_or_said_to_be_undetermined_or_not_there_yet():
    assert "Platz 49 unter den 49, die am 24.09.2015 sicher eines hatten" in place(49, 49, 49)
    told = place(41, 49)
    assert "nicht bestimmbar: 40 kamen sicher früher, 8 könnten früher oder später" in told
    assert "keiner kam sicher früher, 1 könnte früher" in place(1, 2)
    assert "ungeklärt, ob es am 24.09.2015 schon eines gab; 2 kamen sicher" in place(3, pd.NA)
    assert "am 24.09.2015 noch keines" in place(pd.NA, pd.NA)


@pytest.mark.parametrize(
    ("wait", "own"),
    [
        (Wait("law", "approved", 771, 807, None), "771 bis 807"),
        (Wait("law", "open", 2402, 2402, None), "2.402"),
        (Wait("law", "open", 693, None, None), "mindestens 693"),
        (Wait("law", "open", None, None, None, (1324, 1324)), "läuft, bisher 1.324"),
        (Wait("motion", "open", None, None, None, (189, 266)), "läuft, bisher 189 bis 266"),
        (Wait("motion", "open", None, None, None), "kein eigener Antrag davor belegt"),
    ],
)
def test_a_wait_is_a_number_a_range_still_running_or_what_is_missing(wait, own):
    html = str(dossier_html.waits(a_dossier(waits=[wait], of_kind=31), "Dauer", GERMAN))
    assert f"<td>{own}</td><td>–</td><td>0 von 31</td>" in html


def test_a_median_is_called_so_plainly_and_names_how_many_districts_are_behind_it():
    wait = Wait("motion", "approved", 534, 570, Median(1094, 1355, 6))
    html = str(dossier_html.waits(a_dossier(waits=[wait], of_kind=31), "Dauer", GERMAN))
    assert "Mitte (Median): Kreise" in html
    assert "<td>1.094 bis 1.355</td><td>6 von 31</td>" in html


def near(*groups, then=None):
    return a_dossier(neighbours=pd.DataFrame({"group": groups}), then=then)


@pytest.mark.parametrize(
    ("groups", "german", "english"),
    [
        (["with"], "hat der einzige Nachbar ein genehm", "its only neighbour has an"),
        (["without"], "hat der einzige Nachbar kein genehm", "its only neighbour has no"),
        (["with"] * 3, "haben alle 3 Nachbarn ein", "all 3 neighbours have an"),
        (["without"] * 3, "haben die 3 Nachbarn kein", "the 3 neighbours have no"),
        (["with", "without", "without"], "hat 1 der 3 Nachbarn", "1 of the 3 neighbours has"),
        (["with", "with", "without"], "haben 2 der 3 Nachbarn", "2 of the 3 neighbours have"),
    ],
)
def test_the_neighbours_of_the_day_are_counted_in_plain_words(groups, german, english):
    for words, part in ((GERMAN, german), (Wording("en"), english)):
        assert part in dossier.neighbours_now(near(*groups), words)


def test_of_whom_it_is_undetermined_none_is_said_to_have_none():
    told = dossier.neighbours_now(near("with", "undetermined", "without"), GERMAN)
    assert told.endswith("hat 1 der 3 Nachbarn ein genehmigtes KIZ. Bei 1 ist es ungeklärt.")
    assert "ist ungeklärt" in dossier.neighbours_now(near("undetermined"), GERMAN)
    assert "kein" not in dossier.neighbours_now(near("undetermined", "without"), GERMAN)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (Held(1, 1, 1), "hatte der einzige Nachbar schon ein genehmigtes KIZ."),
        (Held(0, 1, 1), "hatte der einzige Nachbar vielleicht schon ein genehmigtes KIZ."),
        (Held(0, 0, 6), "hatten die 6 Nachbarn noch kein genehmigtes KIZ."),
        (Held(3, 6, 6), "hatten 3 bis 6 der 6 Nachbarn schon ein genehmigtes KIZ."),
    ],
)
def test_how_many_neighbours_had_one_at_the_decision_is_told_once_it_is_made(held, said):
    then = dossier_facts.Then(held, pd.Series({"date": "2014-03-20"}))
    known = near(*["with"] * held.of, then=then)
    assert dossier.neighbours_then(known, GERMAN) == f"Beim eigenen Beschluss (20.03.2014) {said}"
    assert dossier.neighbours_then(near("with"), GERMAN) == ""


BESIDE = {
    **{"ags": "05554", "name": "Kreis Borken", "kind": "Kreis", "group": "without"},
    **{"status": "debated", "since": "2015-08-24", "body": "committee"},
    **{"earliest": None, "latest": None},
}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"group": "with", **dict.fromkeys(("earliest", "latest"), DAY)}, "24.09.2015"),
        ({"group": "undetermined"}, "ungeklärt"),
        ({}, "noch keines: In Beratung, 24.08.2015"),
        (
            {"status": "rejected", "body": "council"},
            "noch keines: Abgelehnt (Kreistag), 24.08.2015",
        ),
        ({"status": "unknown", "since": ""}, "noch keines: Kein Beleg"),
    ],
)
def test_a_neighbour_links_to_its_page_and_has_what_it_was_on_the_day(cells, said):
    rows = pd.DataFrame([BESIDE | cells])
    links = LiveLinks({"tag": "2015-09-24", "kreis": "05154"})
    html = str(dossier_html.neighbours(a_dossier(neighbours=rows), links, GERMAN))
    assert 'href="kreis?tag=2015-09-24&amp;kreis=05554"' in html
    assert f"<span>{said}</span>" in html


def test_a_city_is_its_own_only_municipality():
    city = pd.Series(KREIS | {"name": "Münster"})
    alone = a_dossier(standing=city, municipalities=["Münster"])
    assert "ohne weitere Gemeinden" in str(dossier_html.towns(alone, GERMAN))
    several = a_dossier(municipalities=["Goch", "Kleve"])
    assert "2 Städte und Gemeinden: Goch, Kleve." in str(dossier_html.towns(several, GERMAN))


CENTRE = {"ags": "05154", "name": "KIZ <b>", "seat": "Kleve", "as_of": "2019"}
SITE = {"website": "https://example.org/?a&b"}
LINKS = LiveLinks({"lang": "de"})


def the_centre(**cells):
    entry = pd.Series(CENTRE | SITE | cells)
    return parsed(str(dossier_html.centre(a_dossier(centre=entry), LINKS, GERMAN)))


def test_a_centre_is_told_with_its_seat_its_date_and_its_site():
    html = the_centre()
    assert texts(html, "p.centre") == ["KIZ <b> · Sitz: Kleve (Stand 2019) · Internetseite des KIZ"]
    site = html.a
    assert site["href"] == "https://example.org/?a&b"
    assert (site["target"], site["rel"]) == ("_blank", ["noopener", "noreferrer"])
    assert "Sitz: Kleve · " in text(the_centre(as_of=""))


@pytest.mark.parametrize(
    ("field", "missing"),
    [("name", "Name"), ("seat", "Sitz"), ("website", "Internetseite")],
)
def test_only_what_is_missing_of_a_centre_is_said_to_be_with_the_way_to_send_it_in(field, missing):
    html = the_centre(**{field: ""})
    assert text(html).count("nicht erfasst") == 1
    assert f"{missing} nicht erfasst ( einsenden )" in text(html)
    (way,) = [link for link in html.select("a") if link.text == "einsenden"]
    assert way["href"] == "quellen?lang=de&kreis=05154#korrektur"
    assert way["aria-label"] == f"{missing} nicht erfasst: einsenden"


def test_without_a_way_to_send_it_in_what_is_missing_is_said_alone():
    class Nowhere:
        def report(self, ags, event=""):
            return ""

    html = parsed(str(dossier_html.centre(a_dossier(), Nowhere(), GERMAN)))
    told = "Name nicht erfasst · Sitz nicht erfasst · Internetseite nicht erfasst"
    assert texts(html, "p.centre") == [told] and not html.a


SOURCES = pd.DataFrame(
    [("press", "Bericht", "Kreis", "2025-10-23", "https://example.org/b")],
    columns=["id", "title", "publisher", "published", "url"],
)
SHOWN = {"date": "2025-10-23", "source_id": "press", "summary_de": "Es arbeitet.", "note_de": ""}


def test_the_latest_text_that_shows_a_kiz_stands_with_its_age_and_its_source():
    known = a_dossier(confirmation=pd.Series(SHOWN))
    drawn = partial(dossier_html.lasting, known, SOURCES, LINKS, GERMAN)
    html = parsed(str(drawn(date(2026, 11, 28))))
    assert texts(html, "p.lasts") == [
        "23.10.2025 (vor gut einem Jahr) Es arbeitet.",
        "Kreis: Bericht (23.10.2025)",
    ]
    assert html.a["href"] == "https://example.org/b"
    assert texts(str(drawn()), "strong") == ["23.10.2025"]


def test_a_kiz_that_no_text_shows_later_is_said_to_be_so():
    html = parsed(str(dossier_html.lasting(a_dossier(), SOURCES, LINKS, GERMAN)))
    assert "nach seinem Start zeigt, ist nicht erfasst" in text(html)
    assert html.a["href"].endswith("#korrektur")


def test_open_questions_lead_to_their_events():
    events = frame(an_event(event="approval", basis="derived"))
    asked = pd.DataFrame({"group": ["derived_approval"], "id": ["05001-approval-1"]})
    html = str(dossier_html.questions(asked, [("decision", "missing")], events, GERMAN))
    assert "kein Beleg für den Beschluss" in html
    assert '<a href="#05001-approval-1">Genehmigung, 05.05.2013</a>' in html
    none = dossier_html.questions(asked.head(0), [], events, GERMAN)
    assert "nichts mehr zu klären" in str(none)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_without_a_kiz_can_be_said(language):
    words = Wording(language)
    for definition in ("decided", "approved", "granted", "open"):
        district = pd.Series(KREIS | {"group": "without", "status": "unknown"})
        told = dossier.headline(district, pd.Series(dtype=object), DAY, definition, words)
        assert told.sentence.startswith(("Der Kreis Kleve hat", "Kreis Kleve has"))
