"""Single cells as text: what a spreadsheet would run is made harmless."""

import re
from datetime import date
from typing import Any

import pandas as pd

#: How a text begins that a spreadsheet takes for a formula: = + - @, tab, line ends, and the
#: wide forms of the four, which some of them treat alike.
_RUNS = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
#: What XML cannot hold, and so no cell of a workbook.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def plain(cell: Any, kind: str) -> str:
    """A typed cell as text: ISO days, a decimal point, true or false; empty where it is missing."""
    if pd.isna(cell):
        return ""
    if kind == "day":
        return f"{cell:%Y-%m-%d}"
    if kind == "flag":
        return "true" if cell else "false"
    return str(float(cell)) if kind == "percent" else str(cell)


def runs(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    return _RUNS.match(text) is not None


def one_line_end(text: str) -> str:
    """A text with one kind of line end: a lone CR would stand unquoted in a CSV and end the row."""
    return re.sub("\r\n?", "\n", text)


def neutral(text: str) -> str:
    """A text as no spreadsheet runs it: with a leading apostrophe where it would."""
    kept = one_line_end(text)
    return f"'{kept}" if runs(kept) else kept


def printable(text: str) -> str:
    """A text as a workbook can hold it: one kind of line end, and a sign for what XML lacks."""
    return _NO_XML.sub("\ufffd", one_line_end(text))


def day_of(edtf: str) -> date | None:
    """The day that an EDTF date is; None for a month, a year and an interval."""
    return date.fromisoformat(edtf) if _DAY.fullmatch(edtf) else None
