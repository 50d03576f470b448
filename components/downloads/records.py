"""JSON: one object with what a table says of itself, its columns, and its rows as typed records.

The same bytes in both languages: codes stand in the rows, and titles, licence, citation and the
explanations of the columns stand there in both.
"""

import json as json_text
from typing import Any

import pandas as pd

from components.base.wording import LANGUAGES, Wording
from components.downloads import about
from components.downloads.columns import TEXTS
from components.downloads.tables import Table

#: What a file says of itself in sentences, and so in both languages.
_IN_BOTH = ("title", "licence", "citation")


def json(table: Table) -> bytes:
    """The table: what `described` says, and `rows`."""
    return dumped({**described(table), "rows": rows(table)})


def described(table: Table) -> dict[str, Any]:
    """What the table is (`about.facts`), in both languages, with its `columns`.

    A column has its name, its kind (`columns.KINDS`) and what it says.
    """
    words = {language: Wording(language) for language in LANGUAGES}
    facts = {language: about.facts(table, words[language]) for language in LANGUAGES}
    same = {key: value for key, value in facts["de"].items() if key not in _IN_BOTH}
    both = {key: {lang: facts[lang][key] for lang in LANGUAGES} for key in _IN_BOTH}
    columns = [
        {
            "name": column.name,
            "kind": column.kind,
            "description": {lang: column.explanation(words[lang]) for lang in LANGUAGES},
        }
        for column in table.columns
    ]
    return {**same, **both, "columns": columns}


def dumped(content: object) -> bytes:
    """Anything as the JSON of a file that people read too: UTF-8, a line for each part."""
    return (json_text.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def rows(table: Table) -> list[dict[str, Any]]:
    """The rows: text as text, days as ISO, numbers and truth values as such.

    What is missing is null in all of them, an empty text too.
    """
    columns = {
        column.name: [_value(cell, column.kind) for cell in table.frame[column.name]]
        for column in table.columns
    }
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _value(cell: Any, kind: str) -> str | int | float | bool | None:
    if pd.isna(cell) or cell == "":
        return None
    if kind == "day":
        return f"{cell:%Y-%m-%d}"
    if kind in TEXTS:
        return str(cell)
    return {"count": int, "percent": float, "flag": bool}[kind](cell)
