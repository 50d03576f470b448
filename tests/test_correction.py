"""The text of a correction says what the atlas says, with sources and data version."""

import pandas as pd
from event_builders import an_event, districts, frame

from components.base.wording import Wording
from components.words.correction import asked_event, correction_text

SOURCES = pd.DataFrame(
    [
        ("press", "Presse", "Land", "2013-05-06", "https://example.org/a"),
        ("paper", "Vorlage", "Kreistag", "", ""),
    ],
    columns=["id", "title", "publisher", "published", "url"],
)


def text(event=None, language="de"):
    row = None if event is None else frame(event).iloc[0]
    district = districts().iloc[0]
    return correction_text(district, row, SOURCES, "2026-11-21+1a2b3c4d", Wording(language))


def test_the_text_names_the_event_and_what_the_atlas_says_of_it():
    lines = text(an_event(date="2013-05", confidence="low")).splitlines()
    assert lines == [
        "Korrektur zum KIZ-Atlas NRW",
        "",
        "Kreis oder Stadt: District 1 (05001)",
        "Ereignis: 05001-debate-1",
        "Der Atlas sagt: Mai 2013 · Beratung · Kreistag oder Rat. Ein Satz.",
        "Sicherheit: gering, direkt belegt",
        "Quelle: Land: Presse (06.05.2013) – https://example.org/a",
        "Datenstand: 2026-11-21+1a2b3c4d",
        "",
        "Richtig ist: …",
        "Beleg (Herausgeber, Titel, Datum, Adresse oder Fundstelle): …",
    ]


def test_all_sources_are_named_those_not_online_too():
    assert "Quelle: Kreistag: Vorlage – nicht online" in text(an_event(further_source_ids="paper"))


def test_a_missing_event_can_be_reported():
    told = text()
    assert "Ereignis: ein Ereignis, das fehlt" in told and "Der Atlas sagt" not in told
    assert "Es fehlt (was, wann, durch wen): …" in told and "2026-11-21+1a2b3c4d" in told


def test_english_readers_get_an_english_text():
    told = text(an_event(), language="en")
    assert "The atlas says: 5 May 2013 · Debate · council. One sentence." in told


def test_the_event_of_the_address_must_be_one_of_the_district():
    events = frame(an_event(), an_event(ags="05002"))
    assert asked_event("05001-debate-1", "05001", events) == ("05001-debate-1", None)
    assert asked_event("", "05001", events) == ("", None)
    for named, ags, right in (
        ("05001-lost-1", "05001", "05001-debate-1"),
        ("05001-debate-1", "05002", "05002-debate-1"),
        ("05001-debate-1", "", "05001-debate-1"),
    ):
        event, problem = asked_event(named, ags, events)
        assert event == "" and problem.values["value"] == named
        assert problem.values["example"] == right


def test_the_sentence_for_a_wrong_event_names_it_and_a_right_one():
    _, problem = asked_event("x", "05001", frame(an_event()))
    told = Wording("de")(problem.key, **problem.values)
    assert "„x“" in told and "kreis=05001&ereignis=05001-debate-1" in told
