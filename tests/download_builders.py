"""A small invented table of every kind of column, an atlas of invented events, and what a
workbook should hold of a cell.
"""

from dataclasses import replace
from datetime import date, datetime

import curated
import pandas as pd
from event_builders import districts, frame

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.downloads.cells import day_of
from components.downloads.columns import TEXTS, Column, typed
from components.downloads.tables import Table

COLUMNS = (
    Column("ags"),
    Column("status_since", "edtf"),
    Column("first_day", "day"),
    Column("count", "count"),
    Column("immigration_history", "percent"),
    Column("has_kiz", "flag"),
    Column("source"),
    Column("source_url", "url"),
)
ROW = {
    "ags": "05111",
    "status_since": "2015-09-24",
    "first_day": "2015-09-24",
    "count": 3,
    "immigration_history": 12.5,
    "has_kiz": True,
    "source": "Kreis: Bericht",
    "source_url": "https://e.org/a?b=1&c=ä",
}
STAMP = Stamp(Choice(date(2015, 9, 24)), "2026-01-02+00000000", "© Grenzen", "", "https://e.org")
#: What invented events may cite: a source that is not on the net, and one without a date.
SOURCES = pd.DataFrame(
    [("press", "Titel", "Land", "2013-05", ""), ("web", "Seite", "Kreis", "", "https://e.org")],
    columns=["id", "title", "publisher", "published", "url"],
)


def an_atlas(*events: dict[str, str]) -> Atlas:
    """Two districts and these events, each of which cites one of SOURCES."""
    invented = {"districts": districts(2), "events": frame(*events), "sources": SOURCES}
    return replace(curated.atlas(), tables=replace(curated.tables(), **invented))


def a_table(*rows, name="sources", scope=("day", "definition", "reading"), reading="certain"):
    """A table with these rows, each like ROW but for what it says otherwise."""
    cells = pd.DataFrame([ROW | row for row in rows], columns=[c.name for c in COLUMNS])
    return Table(name, typed(cells, COLUMNS), COLUMNS, STAMP, reading, scope)


def in_workbook(value, kind):
    """What openpyxl should read for a cell of a frame."""
    if pd.isna(value) or value == "":
        return None
    if kind in TEXTS:
        day = day_of(value) if kind == "edtf" else None
        return datetime(day.year, day.month, day.day) if day else value
    if kind == "day":
        return value.to_pydatetime()
    return {"count": int, "percent": float, "flag": bool}[kind](value)
