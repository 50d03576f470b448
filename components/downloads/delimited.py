"""CSV, and the companion that explains it to machines (CSV on the Web).

A CSV has no place for what a file says of itself: lines of comment before the heading break
`pandas.read_csv` and every spreadsheet. So it stands in columns at the end, `atlas_day` to
`atlas_licence`, the same in every row: a filter or a copy of some rows keeps it, and whoever
does not need it drops `atlas_*`. A table without rows has only the heading, and its file name
names day and definition.

It is written in one of two ways. `international`, for programs: comma between the cells, decimal
point, days as 2015-09-24, dates that are less precise as EDTF, names and codes as they are; in
the tables of districts a column of codes is followed by one of what they are called,
`status_label`. `german`, for a German Excel: semicolon, and what `german` says.

A text that a spreadsheet would run as a formula gets a leading apostrophe (`cells.neutral`).
Numbers are columns of numbers and stay as they are, the negative ones too.
"""

import json
from typing import Any

import pandas as pd

from components.base.wording import Wording
from components.downloads import about, cells, german
from components.downloads.columns import TEXTS, Column
from components.downloads.tables import ON_THE_MAP, Table
from components.words.vocabulary import labels
from data import schema

NUMBERS = ("international", "german")
_SEPARATOR = {"international": ",", "german": ";"}
_TYPES = {"day": "date", "count": "integer", "percent": "decimal", "flag": "boolean"}


def csv(table: Table, words: Wording, numbers: str = "international", bom: bool = False) -> bytes:
    """The table as CSV: UTF-8, lines end with LF; with `bom` the mark that Excel looks for."""
    texts = (german.columns if numbers == "german" else _columns)(table, words)
    text = pd.DataFrame(texts).to_csv(sep=_SEPARATOR[numbers], index=False, lineterminator="\n")
    return text.encode("utf-8-sig" if bom else "utf-8")


def metadata(table: Table, file: str, words: Wording) -> bytes:
    """The companion of the international CSV `file`, by W3C's rule `<file>-metadata.json`."""
    facts = about.facts(table, words)
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": words.language}],
        "url": file,
        "dc:title": facts["title"],
        "dc:creator": "KIZ-Atlas NRW",
        "dc:license": {"@id": schema.descriptor()["licenses"][0]["path"]},
        "dc:rights": facts["licence"],
        "dc:bibliographicCitation": facts["citation"],
        "schema:version": facts["version"],
        "rdfs:comment": f"{words('file.dates')} {words('file.empty')} {words('file.formula')}",
        "dialect": {"delimiter": _SEPARATOR["international"], "lineTerminators": ["\n"]},
        "tableSchema": {"columns": _schema(table, words)},
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _columns(table: Table, words: Wording) -> dict[str, list[str]]:
    """The cells by name."""
    texts = {}
    for column in table.columns:
        codes = table.frame[column.name]
        texts[column.name] = [_text(cell, column.kind) for cell in codes]
        if _is_labelled(column, table):
            called = [labels(column.vocabulary, code, words) for code in codes]
            texts[_labelled(column)] = [cells.neutral(text) for text in called]
    for name, text in about.repeated(table, words).items():
        texts[f"atlas_{name}"] = [cells.neutral(text)] * len(table.frame)
    return texts


def _schema(table: Table, words: Wording) -> list[dict[str, Any]]:
    columns = []
    for column in table.columns:
        base = _TYPES.get(column.kind, "string")
        columns.append(_described(column.name, base, column.explanation(words)))
        if _is_labelled(column, table):
            told = words("file.label", name=column.name)
            columns.append(_described(_labelled(column), "string", told))
    added = [f"atlas_{name}" for name in about.repeated(table, words)]
    return columns + [{"name": name, "titles": name, "datatype": "string"} for name in added]


def _described(name: str, base: str, told: str) -> dict[str, Any]:
    return {"name": name, "titles": name, "datatype": base, "dc:description": told}


def _is_labelled(column: Column, table: Table) -> bool:
    return bool(column.vocabulary) and table.name in ON_THE_MAP


def _labelled(column: Column) -> str:
    """The name of the column with what the codes of this one are called."""
    return f"{column.name}_label"


def _text(cell: Any, kind: str) -> str:
    """A typed cell as text; what is missing is empty."""
    text = cells.plain(cell, kind)
    return cells.neutral(text) if kind in TEXTS else text
