"""XLSX: the table with typed cells, its columns explained, the words in them, and the file itself.

A day is a date, a number a number, true and false are truth values, a key is text. In a
column of EDTF dates a day is a date too; what is less precise stays text. A text that a
spreadsheet would run is a string cell that stays text when it is edited.
"""

import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from components.base.outside import safe_url
from components.base.wording import Wording
from components.downloads import about, cells
from components.downloads.column import TEXTS, vocabularies
from components.downloads.tables import Table
from components.words.vocabulary import VOCABULARY, label, meaning

#: Widths in characters: no column narrower or wider; those of the sheets that explain.
NARROW, WIDE = 8, 60
_EXPLAINED = {"columns": (24, 110), "words": (20, 24, 30, 100), "about": (28, 120)}
_DAY = {"de": "dd.mm.yyyy", "en": "yyyy-mm-dd"}
_FORMAT = {
    "count": "0",
    "percent": "0.0",
    # Excel writes truth values in its own language; others would show 1 and 0.
    "flag": '"true";;"false"',
}
_LEFT, _RIGHT = Alignment(horizontal="left"), Alignment(horizontal="right", indent=1)
_LINES = Alignment(wrap_text=True, vertical="top")
_HEAD = PatternFill("solid", fgColor="FF22313F")
_ON_HEAD = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
_LINK = Font(name="Calibri", size=11, color="FF22313F", underline="single")
_LINE_HEIGHT = 15.0
#: The oldest time that a ZIP can hold; the parts of the file are as old as that.
_OLDEST = (1980, 1, 1, 0, 0, 0)


def xlsx(table: Table, words: Wording) -> bytes:
    """The table as a workbook in the language of `words`; the same table gives the same bytes."""
    book = Workbook()
    _rows(book.active, table, words)
    columns = [(column.name, column.explanation(words)) for column in table.columns]
    _explained(book, "columns", columns, words)
    if codes := _codes(table, words):
        _explained(book, "words", codes, words)
    _explained(book, "about", about.lines(table, words), words)
    facts = about.facts(table, words)
    book.properties.title, book.properties.description = facts["title"], facts["citation"]
    book.properties.creator = "KIZ-Atlas NRW"
    return _packed(book, datetime.fromisoformat(table.stamp.version[:10]))


def _rows(sheet: Worksheet, table: Table, words: Wording) -> None:
    """The table itself: frozen heading and name, filter, widths by what stands in the cells."""
    sheet.title = words(f"file.sheet.{table.name}")
    _head(sheet, [column.name for column in table.columns])
    for position, column in enumerate(table.columns, start=1):
        width = len(column.name) + 4  # room for the arrow of the filter
        for row, value in enumerate(table.frame[column.name], start=2):
            cell = sheet.cell(row, position)
            _fill(cell, value, column.kind, words.language)
            width = max(width, len(cell.value) if isinstance(cell.value, str) else 10)
        letter = get_column_letter(position)
        sheet.column_dimensions[letter].width = min(max(width + 1, NARROW), WIDE)
    names = [column.name for column in table.columns]
    frozen = names.index("name") + 2 if "name" in names else 2
    sheet.freeze_panes = sheet.cell(2, frozen)
    sheet.auto_filter.ref = sheet.dimensions
    _printable(sheet)


def _codes(table: Table, words: Wording) -> list[tuple[str, ...]]:
    """Every word that can stand as a code: in which columns, the word, its label and meaning."""
    return [
        (", ".join(names), code, label(vocabulary, code, words), meaning(vocabulary, code, words))
        for vocabulary, names in vocabularies(table.columns).items()
        for code in VOCABULARY[vocabulary]
    ]


def _fill(cell: Cell, value: Any, kind: str, language: str) -> None:
    """One typed cell; what is missing or empty stays an empty cell."""
    if pd.isna(value) or value == "":
        return
    if kind in TEXTS:
        day = cells.day_of(value) if kind == "edtf" else None
        if day:
            _date(cell, day, language)
        else:
            _write(cell, value)
            if kind == "url" and safe_url(value):
                cell.hyperlink, cell.font = value, _LINK
    elif kind == "day":
        _date(cell, value.date(), language)
    elif kind == "flag":
        cell.value = bool(value)
        cell.number_format, cell.alignment = _FORMAT[kind], _LEFT
    else:
        cell.value = int(value) if kind == "count" else float(value)
        cell.number_format, cell.alignment = _FORMAT[kind], _RIGHT


def _date(cell: Cell, day: date, language: str) -> None:
    cell.value = day
    cell.number_format, cell.alignment = _DAY[language], _LEFT


def _write(cell: Cell, text: str) -> None:
    """A text as text, also where it looks like a formula."""
    cell.value = cells.printable(text)
    cell.data_type = "s"
    cell.number_format = "@"
    if cells.runs(text):
        cell.quotePrefix = True


def _explained(book: Workbook, name: str, rows: Iterable[tuple[str, ...]], words: Wording) -> None:
    """A sheet of text with a heading; long cells run over several lines."""
    sheet = book.create_sheet(words(f"file.sheet.{name}"))
    widths = _EXPLAINED[name]
    heads = [words(f"file.head.{name}.{number}") for number in range(1, len(widths) + 1)]
    _head(sheet, heads)
    for row, texts in enumerate(rows, start=2):
        for position, text in enumerate(texts, start=1):
            cell = sheet.cell(row, position)
            _write(cell, text)
            cell.alignment = _LINES
        lines = (ceil(len(text) / width) for text, width in zip(texts, widths, strict=True))
        sheet.row_dimensions[row].height = _LINE_HEIGHT * max(lines)
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.freeze_panes = "A2"
    _printable(sheet)


def _head(sheet: Worksheet, names: list[str]) -> None:
    for position, name in enumerate(names, start=1):
        cell = sheet.cell(1, position, name)
        cell.font, cell.fill = _ON_HEAD, _HEAD


def _printable(sheet: Worksheet) -> None:
    """On paper: across, as wide as the sheet, the heading on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    sheet.print_area = sheet.dimensions


def _packed(book: Workbook, changed: datetime) -> bytes:
    """The workbook as bytes that do not tell when it was saved."""
    book.properties.created = changed
    saved, packed = BytesIO(), BytesIO()
    book.save(saved)
    # Saving sets the time of the change; it is put back to the day of the data.
    book.properties.modified = changed
    core = tostring(book.properties.to_tree())
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = core if name == "docProps/core.xml" else source.read(name)
            part = zipfile.ZipInfo(name, _OLDEST)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, content)
    return packed.getvalue()
