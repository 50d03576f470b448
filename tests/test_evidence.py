"""How well the atlas knows what it says: what rests on a source, what is known, what is open."""

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from total_builders import a_total, totals

from components.facts.evidence import CITING, QUESTIONS, citations, knowledge, open_questions

NOTHING = pd.DataFrame(columns=["source_id"], dtype="string")
NO_VERDICTS = pd.DataFrame(columns=["id", "verdict"], dtype="string")
NO_QUESTIONS = pd.DataFrame(columns=["group", "ags", "id"], dtype="string")


def sources(**urls):
    return pd.DataFrame(list(urls.items()), columns=["id", "url"], dtype="string")


def centres(*rows):
    return pd.DataFrame(rows, columns=["ags", "seat", "website"], dtype="string")


def asked(*events, places=1, verdicts=NO_VERDICTS, **others):
    """Group and id of what is open; every KIZ has seat and site unless `centres` are given."""
    every = districts(places)
    placed = [(ags, "Markt 1", "https://example.org") for ags in every["ags"]]
    tables = {"totals": totals(), "sources": sources(press="https://example.org")}
    tables |= {"districts": every, "events": frame(*events), "centres": centres(*placed)}
    found = open_questions(tables | others, verdicts)
    return list(zip(found["group"], found["id"], strict=True))


def confirmed(*rows):
    return pd.DataFrame(rows, columns=["ags", "source_id", "further_source_ids"], dtype="string")


def known(*events, places=1, questions=NO_QUESTIONS, later=()):
    tables = districts(places), frame(*events), confirmed(*later)
    return knowledge(*tables, questions).set_index("ags")


def test_a_row_rests_on_its_source_and_on_every_further_one():
    tables = dict.fromkeys(CITING, NOTHING)
    tables["events"] = frame(an_event(further_source_ids="paper press law"))
    found = citations(tables)
    assert found["source_id"].tolist() == ["press", "paper", "law"]
    assert set(found["table"]) == {"events"} and set(found["row"]) == {0}


@pytest.mark.parametrize("table", CITING)
def test_every_table_that_names_a_source_is_counted(table):
    rows = pd.DataFrame({"source_id": ["press", "law"]}, dtype="string")
    found = citations(dict.fromkeys(CITING, NOTHING) | {table: rows})
    assert found.to_dict("list") == {
        "source_id": ["press", "law"],
        "table": [table, table],
        "row": [0, 1],
    }


def test_a_text_that_shows_the_kiz_later_is_a_source_of_the_district():
    later = [("05001", "press", "paper"), ("05002", "law", "")]
    assert known(an_event(), places=2, later=later)["sources"].tolist() == [2, 1]


def test_a_source_of_two_events_is_one_source_and_a_derived_event_brings_none():
    row = known(
        an_event(1),
        an_event(2, further_source_ids="paper"),
        an_event(event="grant", basis="derived", source_id="law"),
    ).loc["05001"]
    assert row["sources"] == 2


@pytest.mark.parametrize(
    ("rows", "best"),
    [
        ([], "missing"),
        ([{"date": "2013-05-05"}], "day"),
        ([{"date": "2013"}, {"date": "2013-05"}], "month"),
        ([{"date": "../2013-05-05"}, {"date": "2013"}], "year"),
        ([{"date": "2013/2013-05-05"}], "interval"),
        ([{"date": "2013-05-05", "basis": "derived"}], "derived"),
        ([{"date": "2013-05-05", "basis": "derived"}, {"date": "../2014"}], "interval"),
        ([{"date": "2013-05-05", "confidence": "low"}], "low"),
        ([{"confidence": "low"}, {"basis": "derived"}], "derived"),
    ],
)
def test_the_approval_is_dated_as_well_as_its_best_source_says(rows, best):
    events = [an_event(n, event=["approval", "grant"][n % 2], **row) for n, row in enumerate(rows)]
    assert known(*events).loc["05001", "approval"] == best


def test_a_gap_says_which_step_lacks_what():
    row = known(
        an_event(event="decision", confidence="low"), an_event(event="opening", basis="derived")
    ).loc["05001"]
    assert row["gaps"] == (("decision", "low"), ("approval", "missing"), ("opening", "derived"))


def test_a_district_whose_steps_are_all_proved_has_no_gap():
    steps = ("decision", "approval", "opening")
    assert known(*(an_event(event=step) for step in steps)).loc["05001", "gaps"] == ()


def test_the_open_questions_of_a_district_are_its_own():
    event = an_event(ags="05002", confidence="low")
    questions = pd.DataFrame({"group": ["low"], "ags": ["05002"], "id": [event["id"]]})
    assert known(event, places=2, questions=questions)["questions"].tolist() == [0, 1]


@pytest.mark.parametrize(
    ("cells", "group"),
    [
        ({}, None),
        ({"note_de": "Eine Notiz."}, None),
        ({"confidence": "medium"}, None),
        ({"confidence": "low"}, "low"),
        ({"confidence": "low", "basis": "derived", "event": "grant"}, "low"),
        ({"confidence": "medium", "note_de": "Das Jahr ist erschlossen."}, "inferred"),
        ({"confidence": "medium", "note_de": "Anders.", "further_source_ids": "b"}, "conflict"),
        ({"basis": "derived", "event": "approval", "note_de": "Abgeleitet."}, "derived_approval"),
        ({"basis": "derived", "event": "grant", "confidence": "medium"}, "derived_grant"),
        ({"basis": "derived", "event": "opening"}, "derived_opening"),
    ],
)
def test_an_event_asks_at_most_one_question(cells, group):
    event = an_event(**cells)
    direct = an_event(9, event="motion")
    assert asked(event, direct) == ([(group, event["id"])] if group else [])


def test_a_district_that_no_source_names_is_a_question():
    derived = an_event(ags="05002", event="grant", basis="derived")
    found = asked(an_event(), derived, places=3)
    assert [id for group, id in found if group == "unnamed"] == ["05002", "05003"]


def test_a_total_is_a_question_only_if_it_contradicts():
    published = [a_total(1), a_total(2)]
    verdicts = pd.DataFrame(
        [(published[0]["id"], "agrees"), (published[1]["id"], "contradicts")],
        columns=["id", "verdict"],
    )
    assert asked(an_event(), totals=totals(*published), verdicts=verdicts) == [
        ("totals", published[1]["id"])
    ]


def test_a_source_without_an_address_is_a_question():
    assert asked(an_event(), sources=sources(press="https://example.org", paper="")) == [
        ("offline", "paper")
    ]


@pytest.mark.parametrize(
    "known", [[], [("05001", "", "https://example.org")], [("05001", "Markt 1", "")]]
)
def test_a_centre_whose_seat_or_site_is_unknown_is_a_question(known):
    assert asked(an_event(), centres=centres(*known)) == [("centre", "05001")]


def test_the_questions_come_in_the_order_of_their_groups():
    events = [
        an_event(1, confidence="medium", note_de="Erschlossen."),
        an_event(2, confidence="low"),
        an_event(3, event="opening", basis="derived"),
    ]
    groups = [
        group for group, _ in asked(*events, places=2, sources=sources(paper=""), centres=centres())
    ]
    assert groups == sorted(groups, key=QUESTIONS.index) and len(groups) == 7
