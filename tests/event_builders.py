"""Invented events and districts for the rules, valid in everything that a test leaves out."""

import pandas as pd

from data import schema, tables

#: Who usually does it; every other event is the council's.
BODIES = {"approval": "ministry", "grant": "ministry", "opening": "administration"}


def an_event(number: int = 1, **overrides: str) -> dict[str, str]:
    """One row of events.csv: a debate of the first district's council, unless told otherwise."""
    kind, ags = overrides.get("event", "debate"), overrides.get("ags", "05001")
    row = {
        "id": f"{ags}-{kind}-{number}",
        "ags": ags,
        "event": kind,
        "date": "2013-05-05",
        "body": BODIES.get(kind, "council"),
        "announces": "opening" if kind == "planned" else "",
        "reasons": "",
        "basis": "direct",
        "confidence": "high",
        "summary_de": "Ein Satz.",
        "summary_en": "One sentence.",
        "source_id": "press",
        "further_source_ids": "",
        "note_de": "",
        "note_en": "",
    }
    return row | overrides


def frame(*events: dict[str, str]) -> pd.DataFrame:
    """The events as `data.tables.load` gives them, with `first_day` and `last_day`."""
    ids = [event["id"] for event in events]
    assert len(set(ids)) == len(ids), f"ids are not unique; number the events: {ids}"
    table = schema.tables()["events"]
    text = pd.DataFrame(list(events), columns=table.columns, dtype="string")
    return tables.typed(text, table, table.file)


def districts(count: int = 1) -> pd.DataFrame:
    """Districts 05001, 05002, ... as `data.tables.load` gives them, both kinds in turn."""
    rows = [
        {
            "ags": f"05{number:03}",
            "name": f"District {number}",
            "short_name": f"D{number}",
            "kind": "kreisfreie Stadt" if number % 2 else "Kreis",
            "regierungsbezirk": "Köln",
            "researched_on": "2026-01-01",
        }
        for number in range(1, count + 1)
    ]
    columns = schema.tables()["districts"].columns
    return pd.DataFrame(rows, columns=columns, dtype="string")
