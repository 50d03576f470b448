"""CSV, and the companion that explains it to machines (CSV on the Web).

A CSV has no place for what a file says of itself: lines of comment before the heading break
`pandas.read_csv` and every spreadsheet. So it stands in columns at the end, `atlas_day` to
`atlas_licence`, the same in every row: a filter or a copy of some rows keeps it, and whoever
does not need it drops `atlas_*`. A table without rows has only the heading, and its file name
names day and definition.

Numbers are written in one of two ways. `international`: comma between the cells, decimal
point, days as 2015-09-24. `german`: semicolon, decimal comma, days as 24.09.2015. Dates that
are less precise than a day stay EDTF in both; codes, keys, true and false are the same. In the
german one a column of codes is followed by one of what they are called, `status_label`.

A text that a spreadsheet would run as a formula gets a leading apostrophe (`cells.neutral`).
Numbers are columns of numbers and stay as they are, the negative ones too.
"""

import json
from typing import Any

import pandas as pd

from components.base.wording import Wording
from components.downloads import about, cells
from components.downloads.columns import TEXTS, Column
from components.downloads.tables import Table
from components.words.vocabulary import VOCABULARY, label
from data import schema

NUMBERS = ("international", "german")
_SEPARATOR = {"international": ",", "german": ";"}
_TYPES = {"day": "date", "count": "integer", "percent": "decimal", "flag": "boolean"}
#: What is said in columns at the end; the rest of `about.facts` names the table itself.
_REPEATED = ("from", "day", "definition", "reading", "version", "citation", "licence")


def csv(table: Table, words: Wording, numbers: str = "international", bom: bool = False) -> bytes:
    """The table as CSV: UTF-8, lines end with LF; with `bom` the mark that Excel looks for."""
    german = numbers == "german"
    texts = {}
    for column in table.columns:
        codes = table.frame[column.name]
        texts[column.name] = [_text(cell, column.kind, german) for cell in codes]
        if german and column.vocabulary:
            labels = [cells.neutral(_label(code, column, words)) for code in codes]
            texts[_labelled(column)] = labels
    for name, text in _repeated(table, words).items():
        day = german and name in ("atlas_from", "atlas_day")
        texts[name] = [cells.german(text) if day else cells.neutral(text)] * len(table.frame)
    text = pd.DataFrame(texts).to_csv(sep=_SEPARATOR[numbers], index=False, lineterminator="\n")
    return text.encode("utf-8-sig" if bom else "utf-8")


def metadata(table: Table, file: str, words: Wording, numbers: str = "international") -> bytes:
    """The companion of a CSV called `file`, by W3C's rule to be named `<file>-metadata.json`."""
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
        "dialect": {"delimiter": _SEPARATOR[numbers], "lineTerminators": ["\n"]},
        "tableSchema": {"columns": _schema(table, words, numbers)},
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _schema(table: Table, words: Wording, numbers: str) -> list[dict[str, Any]]:
    columns = []
    for column in table.columns:
        told = {"datatype": _datatype(column, numbers), "dc:description": column.explanation(words)}
        columns.append({"name": column.name, "titles": column.name, **told})
        if numbers == "german" and column.vocabulary:
            name = _labelled(column)
            told = {"datatype": "string", "dc:description": words("file.label", name=column.name)}
            columns.append({"name": name, "titles": name, **told})
    added = [
        {"name": name, "titles": name, "datatype": "string"} for name in _repeated(table, words)
    ]
    return columns + added


def _datatype(column: Column, numbers: str) -> str | dict[str, str]:
    """The type of a column as CSV on the Web names it, with its form where it is not the usual."""
    base = _TYPES.get(column.kind, "string")
    forms = {"day": "dd.MM.yyyy", "percent": {"decimalChar": ","}}
    if numbers == "german" and column.kind in forms:
        return {"base": base, "format": forms[column.kind]}
    return base


def _labelled(column: Column) -> str:
    """The name of the column with what the codes of this one are called."""
    return f"{column.name}_label"


def _label(cell: str, column: Column, words: Wording) -> str:
    """What a cell's code, or each of several, is called in the reader's language."""
    codes = [cell] if cell in VOCABULARY[column.vocabulary] else cell.split()
    return ", ".join(label(column.vocabulary, code, words) for code in codes)


def _repeated(table: Table, words: Wording) -> dict[str, str]:
    facts = about.facts(table, words)
    return {f"atlas_{name}": facts[name] for name in _REPEATED if name in facts}


def _text(cell: Any, kind: str, german: bool) -> str:
    """A typed cell as text; what is missing is empty."""
    text = cells.plain(cell, kind)
    if german and kind in ("day", "edtf"):
        return cells.german(text)
    if german and kind == "percent":
        return text.replace(".", ",")
    return cells.neutral(text) if kind in TEXTS else text
