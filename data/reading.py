"""One CSV file into one frame of text whose index is the line in the file.

The same reader serves `tables`, `check` and `tidy`, so that they agree on what a file
holds. It takes a byte order mark, Windows line ends, empty lines and another order of
the columns (`tidy` repairs them) and refuses what cannot be read without guessing.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from data.nearest import nearest
from data.problems import DataError, Problem, address
from data.schema import Table

Row = tuple[int, list[str]]


def read(path: Path, table: Table) -> pd.DataFrame:
    """All cells as text in the schema's columns, indexed by the line where the row starts.

    Line 1 is the header; a cell may hold line breaks, so lines are not row numbers.

    Raises
    ------
    DataError
        The file is missing, not UTF-8, not comma separated, its columns are not the
        schema's, or rows have too few or too many cells (each of them is listed).
    """
    frame, problems = read_in_part(path, table)
    if problems:
        raise DataError(*problems)
    return frame


def read_in_part(path: Path, table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """The same with those of the schema's columns that are there, and what is wrong with them.

    Raises
    ------
    DataError
        As in `read`, but for wrong columns only where the rows do not fit these either.
    """
    text = _text(path)
    first = text.partition("\n")[0]
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if first.count(mark) > first.count(","):
            raise _error(path, 1, f"cells are separated by {word}; save as CSV with commas, UTF-8")
    rows = list(_rows(path, text))
    header = rows[0][1] if rows else []
    problems = [Problem(address(path), 1, text) for text in _column_faults(header, table)]
    ragged = [Problem(address(path), *fault) for fault in _ragged(rows)]
    if ragged or not rows:
        raise DataError(*(problems or ragged))
    return _frame(rows, table), problems


def _text(path: Path) -> str:
    """The file's text with LF as line end, whatever single one it has."""
    if not path.is_file():
        raise _error(path, None, "is missing; restore it (git checkout) or run with --folder")
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02x} is not UTF-8; save as CSV UTF-8"
        raise _error(path, line, found) from error
    if "\n" not in text:
        return text.replace("\r", "\n")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        raise _error(path, line, "has a carriage return (CR) within the line; delete it")
    return text


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
        raise _error(path, start, _unparsed(text.split("\n")[start - 1], error)) from error


def _unparsed(line: str, error: csv.Error) -> str:
    # A quote that is never closed makes a long cell too, but out of many lines.
    if len(line) > (limit := csv.field_size_limit()):
        return f"a cell of this row has more than {limit} characters; shorten it"
    return f"the quotes of this row do not match ({error}); close or double them"


def _column_faults(header: list[str], table: Table) -> Iterator[str]:
    """What is wrong with the columns; one under another name is to be renamed, since whoever
    deletes it and adds an empty one loses its cells.
    """
    extra = [name for name in header if name not in table.columns]
    missing = [name for name in table.columns if name not in header]
    for name in missing:
        # One that is missing and one that is not known are the same under two names.
        if near := extra[:] if len(extra) == len(missing) == 1 else nearest(name, extra):
            extra.remove(near[0])
            yield f'column "{near[0]}" is not in datapackage.json; rename it "{name}"'
        else:
            yield f'column "{name}" is missing; restore it with its cells (git diff shows them)'
    for name in extra:
        yield f'column "{name}" is not in datapackage.json; delete it or describe it there'
    for name in table.columns:
        if header.count(name) > 1:
            yield f'column "{name}" stands there twice; delete one'


def _ragged(rows: list[Row]) -> Iterator[tuple[int, str]]:
    """The rows that have another number of cells than the first, by line."""
    width = len(rows[0][1]) if rows else 0
    for line, cells in rows[1:]:
        if len(cells) > width:
            yield line, f"{len(cells)} cells, not {width}; quote cells with commas"
        elif len(cells) < width:
            yield line, f"{len(cells)} cells, not {width}; restore what is missing (git diff)"


def _frame(rows: list[Row], table: Table) -> pd.DataFrame:
    (_, header), *body = rows
    lines = pd.Index([line for line, _ in body], name="line", dtype="int64")
    frame = pd.DataFrame([cells for _, cells in body], index=lines, columns=header, dtype="string")
    frame = frame.loc[:, ~frame.columns.duplicated()]
    return frame[[name for name in table.columns if name in frame]]


def _error(path: Path, line: int | None, text: str) -> DataError:
    return DataError(Problem(address(path), line, text))
