"""The tables as typed frames, and the version of what they say."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from adoption.dates import DateError, event_span, span
from data import schema
from data.problems import DataError, Problem, address
from data.reading import read
from data.schema import DATA, Table

__all__ = ["DATA", "DataError", "Tables", "load", "typed", "version"]

# Pandas lays texts out for millions of rows. Of some hundred each row is taken out several times as
# fast where they stay Python's own; it goes for all that is made of the tables too.
pd.set_option("mode.string_storage", "python")

#: How a cell of each numeric type of the schema is read, and what its column becomes.
NUMBERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "integer": (int, "Int64"),
    "number": (float, "float64"),
}


@dataclass(frozen=True)
class Tables:
    """One frame per table of `datapackage.json`, with its columns in its order.

    Text is `string` (an empty cell is "", never missing), `count` and `of` are Int64 (`of` is
    missing where a text names no denominator), `value` is float64. Where rows have a `date`,
    `first_day` and `last_day` (datetime64) follow: the span of the date; `first_day` is NaT
    where nothing bounds it.
    """

    districts: pd.DataFrame
    events: pd.DataFrame
    sources: pd.DataFrame
    totals: pd.DataFrame
    population: pd.DataFrame
    municipalities: pd.DataFrame
    milestones: pd.DataFrame
    confirmations: pd.DataFrame
    centres: pd.DataFrame
    status_lists: pd.DataFrame
    days: pd.DataFrame
    plates: pd.DataFrame


def load(folder: Path = DATA) -> Tables:
    """All tables of a folder.

    Raises
    ------
    DataError
        A file or column is missing, or a date or number cannot be read. The rules of
        meaning are `data.check`'s.
    """
    frames = {}
    for name, table in schema.tables().items():
        path = Path(folder) / table.file
        frames[name] = typed(read(path, table), table, address(path)).reset_index(drop=True)
    return Tables(**frames)


def typed(frame: pd.DataFrame, table: Table, file: str) -> pd.DataFrame:
    """A frame of text as `reading.read` gives it, typed as `Tables` describes; same index.

    Raises
    ------
    DataError
        The first cell that is no date or number, as `file:line: finding; repair`.
    """
    out = frame.copy()
    for name, field in table.fields.items():
        if field["type"] in NUMBERS:
            reader, dtype = NUMBERS[field["type"]]
            if not field.get("constraints", {}).get("required"):
                reader = _or_missing(reader)
            out[name] = pd.array(_converted(frame[name], reader, file), dtype=dtype)
    if "date" in table.dates:
        out = out.join(_spans(frame, file))
    return out


def version(folder: Path = DATA) -> str:
    """`2026-11-21+1a2b3c4d`: the descriptor's version and the hash of all tables.

    The hash is sha256 over file names and bytes in the descriptor's order; no clock.
    """
    digest = hashlib.sha256()
    for table in schema.tables().values():
        digest.update(table.file.encode() + b"\0" + (Path(folder) / table.file).read_bytes())
    return f"{schema.descriptor()['version']}+{digest.hexdigest()[:8]}"


def _or_missing(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """The reader of a cell that may be empty."""
    return lambda cell: reader(cell) if cell else pd.NA


def _converted(column: pd.Series, reader: Callable[[str], Any], file: str) -> list[Any]:
    """Every cell through a reader; the first failure is raised with its line."""
    cells = []
    for line, cell in column.items():
        try:
            cells.append(reader(cell))
        except DateError as error:
            raise DataError(Problem(file, line, f"{column.name} {error}")) from error
        except ValueError as error:
            text = f'{column.name} "{cell}" is no number; write it plainly, such as 54 or 1234.5'
            raise DataError(Problem(file, line, text)) from error
    return cells


def _spans(frame: pd.DataFrame, file: str) -> pd.DataFrame:
    """`first_day` and `last_day` of every date; of an event's, with an open start closed."""
    spans = pd.Series(_converted(frame["date"], span, file), index=frame.index)
    if "event" in frame:
        spans = [event_span(*row) for row in frame[["date", "event"]].itertuples(index=False)]
    ends = pd.DataFrame(list(spans), index=frame.index, columns=["first_day", "last_day"])
    return ends.astype("datetime64[s]")
