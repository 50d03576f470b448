"""A small invented table of every kind of column, an atlas of invented events, and what a
workbook should hold of a cell.
"""

import re
from dataclasses import replace
from datetime import date, datetime

import curated
import pandas as pd
from event_builders import districts, frame

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.downloads.cells import day_of
from components.downloads.columns import TEXTS, Column, typed
from components.downloads.tables import Table
from components.words.vocabulary import VOCABULARY, label

COLUMNS = (
    Column("ags", "key"),
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
_GERMAN_DAY = re.compile(r"\d{2}\.\d{2}\.\d{4}")
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


def in_german(text: str, column: Column, words: Wording) -> object:
    """What a cell of the CSV for a German Excel says of a typed cell, None where it is empty.

    Codes and keys as they are in the tables, days as dates, a date as its first and last day.
    """
    if not text:
        return None
    if column.vocabulary:
        codes = {label(column.vocabulary, one, words): one for one in VOCABULARY[column.vocabulary]}
        return (
            " ".join(codes[name] for name in text.split(", ")) if text not in codes else codes[text]
        )
    if column.kind == "flag":
        return {words("truth.yes"): True, words("truth.no"): False}[text]
    if column.kind in ("count", "percent"):
        return float(text.replace(",", "."))
    if column.kind == "key":
        return text.partition(" ")[2]
    if column.kind in ("day", "edtf"):
        days = [datetime.strptime(one, "%d.%m.%Y").date() for one in _GERMAN_DAY.findall(text)]
        year = [date(int(text), 1, 1), date(int(text), 12, 31)] if not days else []
        first, last = (year or days)[0], (year or days)[-1]
        return (
            first
            if column.kind == "day"
            else (None if words("date.latest", end="") in text else first, last)
        )
    return text


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
