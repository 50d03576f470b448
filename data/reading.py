"""One CSV file into one frame of text whose index is the line in the file.

The same reader serves `tables`, `check` and `tidy`, so that they agree on what a file
holds. It takes a byte order mark, Windows line ends, empty lines and another order of
the columns (`tidy` repairs them) and refuses what cannot be read without guessing.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from data.schema import Table

Row = tuple[int, list[str]]


class Problem(NamedTuple):
    """A finding with its address: `data/events.csv:17: finding; repair`."""

    file: str
    line: int | None
    text: str

    def __str__(self) -> str:
        line = "" if self.line is None else f":{self.line}"
        return f"{self.file}{line}: {self.text}"


class DataError(ValueError):
    """Tables that cannot be read; `problems` lists every reason with its address."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def address(path: Path) -> str:
    """How a file is named in a message: with its folder, on every machine alike."""
    return f"{path.resolve().parent.name}/{path.name}"


def read(path: Path, table: Table) -> pd.DataFrame:
    """All cells as text in the schema's columns, indexed by the line where the row starts.

    Line 1 is the header; a cell may hold line breaks, so lines are not row numbers.

    Raises
    ------
    DataError
        The file is missing, not UTF-8, not comma separated, its columns are not the
        schema's, or rows have too few or too many cells (each of them is listed).
    """
    text = _text(path)
    first = text.partition("\n")[0]
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if first.count(mark) > first.count(","):
            raise _error(path, 1, f"cells are separated by {word}; save as CSV with commas, UTF-8")
    rows = list(_rows(path, text))
    _require_columns(path, rows[0][1] if rows else [], table)
    return _frame(path, rows, table)


def _text(path: Path) -> str:
    if not path.is_file():
        raise _error(path, None, "is missing; restore it (git checkout) or run with --folder")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02x} is not UTF-8; save as CSV UTF-8"
        raise _error(path, line, found) from error


def _rows(path: Path, text: str) -> Iterator[Row]:
    """Every row with a cell that is not empty, and the line where it starts."""
    reader = csv.reader(io.StringIO(text), strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        found = f"the quotes of this row do not match ({error}); close or double them"
        raise _error(path, start, found) from error


def _require_columns(path: Path, header: list[str], table: Table) -> None:
    missing = [
        f'column "{name}" is missing; add it' for name in table.columns if name not in header
    ]
    extra = [
        f'column "{name}" is not in datapackage.json; delete it or describe it there'
        for name in header
        if name not in table.columns
    ]
    double = [
        f'column "{name}" stands there twice; delete one'
        for name in table.columns
        if header.count(name) > 1
    ]
    if found := missing + extra + double:
        raise DataError(*(Problem(address(path), 1, text) for text in found))


def _frame(path: Path, rows: list[Row], table: Table) -> pd.DataFrame:
    (_, header), *body = rows
    width = len(header)
    ragged = [
        Problem(address(path), line, f"{len(cells)} cells, not {width}; quote cells with commas")
        for line, cells in body
        if len(cells) != width
    ]
    if ragged:
        raise DataError(*ragged)
    lines = pd.Index([line for line, _ in body], name="line", dtype="int64")
    frame = pd.DataFrame([cells for _, cells in body], index=lines, columns=header, dtype="string")
    return frame[table.columns]


def _error(path: Path, line: int | None, text: str) -> DataError:
    return DataError(Problem(address(path), line, text))
