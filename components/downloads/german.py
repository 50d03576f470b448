"""The cells of the CSV for a German Excel: headings and words instead of names and codes.

Excel guesses what a cell of a CSV is, and guesses wrong where a text looks like a number or a
date: 05111 loses its zero, 2015-09 becomes the first of September. So here

- a key stands behind its kind, `AGS 05111`, `ID 2012-7-1`: a text in every spreadsheet and every
  country, which is found by its digits. A formula (`="05111"`) would be run, and is what a warning
  is for; an apostrophe is shown; a tab or a blank that nobody sees makes every comparison fail.
- a date that is less precise than a day stands as its two ends, `zwischen 01.09.2015 und
  30.09.2015`, a year as a year.

Codes are what the reader's language calls them, true and false are yes and no. Numbers have the
decimal comma and days are 24.09.2015, whatever the language of the words.
"""

from datetime import date
from typing import Any

from adoption.dates import span
from components.base.wording import Wording
from components.downloads import about, cells
from components.downloads.columns import Column
from components.downloads.tables import Table
from components.words.vocabulary import label, labels

#: The repeated facts (`about.repeated`) that are days, and those that are codes of a list.
_DAYS, _CODES = ("from", "day"), ("definition", "reading")
#: What the keys of a column are; others are made by the atlas.
_KEYS = {"ags": "AGS", "official_ags": "AGS", "municipality": "AGS", "ars": "ARS"}


def columns(table: Table, words: Wording) -> dict[str, list[str]]:
    """The cells by heading; what the file says of itself in columns at the end."""
    texts = {
        column.heading(words): [cell(value, column, words) for value in table.frame[column.name]]
        for column in table.columns
    }
    for name, text in about.repeated(table, words).items():
        heading = words("file.repeated", name=words(f"file.about.{name}"))
        texts[heading] = [_fact(name, text, words)] * len(table.frame)
    return texts


def cell(value: Any, column: Column, words: Wording) -> str:
    """A typed cell as Excel leaves it; what is missing is empty."""
    text = cells.plain(value, column.kind)
    if not text:
        return ""
    if column.vocabulary:
        return labels(column.vocabulary, text, words)
    if column.kind == "flag":
        return label("truth", "yes" if value else "no", words)
    if column.kind == "percent":
        return text.replace(".", ",")
    if column.kind == "key":
        return f"{_KEYS.get(column.name, 'ID')} {text}"
    return dated(text, words) if column.kind in ("day", "edtf") else cells.neutral(text)


def dated(edtf: str, words: Wording) -> str:
    """A date as its day, its year, or the two days between which it lies."""
    if len(edtf) == len("2015"):
        return edtf
    first, last = span(edtf)
    if first == last:
        return _day(last)
    if first is None:
        return words("date.latest", end=_day(last))
    return words("date.between", start=_day(first), end=_day(last))


def _fact(name: str, text: str, words: Wording) -> str:
    if name in _DAYS:
        return dated(text, words)
    return label(name, text, words) if name in _CODES else cells.neutral(text)


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
