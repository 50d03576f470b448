"""Invented published totals for the rules, valid in everything that a test leaves out."""

import pandas as pd

from data import schema, tables


def a_total(count: int, date: str = "2013-05-05", **overrides: str) -> dict[str, str]:
    """One row of totals.csv: so many of four approved, a total that binds unless told otherwise."""
    row = {
        "id": f"{date}-{count}-1",
        "date": date,
        "count": str(count),
        "of": "4",
        "definition": "approved",
        "binds": "yes",
        "counted_by": "ministry",
        "what_de": "KIZ",
        "what_en": "KIZ",
        "source_id": "press",
        "note_de": "",
        "note_en": "",
    }
    return row | overrides


def totals(*rows: dict[str, str]) -> pd.DataFrame:
    """The totals as `data.tables.load` gives them, with `first_day` and `last_day`."""
    table = schema.tables()["totals"]
    text = pd.DataFrame(list(rows), columns=table.columns, dtype="string")
    return tables.typed(text, table, table.file)
