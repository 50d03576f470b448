"""The tables under addresses that stay: CSV and JSON for machines, and an index of them.

`data/status.csv` is the same address tomorrow with tomorrow's status. The rows and codes
are the same in both languages; titles and explanations in JSON stand there in both.
"""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.downloads import about, delimited
from components.downloads.columns import TEXTS
from components.downloads.tables import TABLES, Table, table
from data import schema, writing

INDEX = "index.json"
#: What a file says of itself in sentences, and so in both languages.
_IN_BOTH = ("title", "licence", "citation")


def publish_tables(atlas: Atlas, day: date, folder: Path, site: str = "") -> list[Path]:
    """Write `files` into a folder.

    Each file is written in one step: a reader sees the old one or the new one, whole. What
    has not changed is left alone. Two programs may write into one folder at once. The index
    comes last, so that what it names is there.

    Returns the files, the index last.

    Raises
    ------
    WriteError
        The folder or a file in it cannot be written.
    """
    writing.make_folder(folder)
    made = files(atlas, day, site)
    for name, content in made.items():
        if not _holds(folder / name, content):
            writing.write(folder / name, content)
    return [folder / name for name in made]


def files(atlas: Atlas, day: date, site: str = "") -> dict[str, bytes]:
    """Every table as of the end of `day` (approved, certain), by file name; the index is last."""
    made: dict[str, bytes] = {}
    entries = []
    german = Wording("de")
    for name in TABLES:
        content = table(name, atlas, Choice(day), site=site)
        formats = {
            f"{name}.csv": delimited.csv(content, german),
            f"{name}.csv-metadata.json": delimited.metadata(content, f"{name}.csv", german),
            f"{name}.json": _json({**_described(content), "rows": _records(content)}),
        }
        made |= formats
        entries.append(_entry(content, formats))
    return made | {INDEX: _json(_index(atlas, entries))}


def _described(table: Table) -> dict[str, Any]:
    """What the table is, in both languages, with its columns."""
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


def _entry(table: Table, files: dict[str, bytes]) -> dict[str, Any]:
    """The line of the index: the table, its files with their hash, how many rows."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return {**_described(table), "rows": len(table.frame), "files": sums}


def _index(atlas: Atlas, entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "kiz-atlas-nrw",
        "title": Wording("de")("title"),
        "version": atlas.version,
        "licences": schema.descriptor()["licenses"],
        "tables": entries,
    }


def _records(table: Table) -> list[dict[str, Any]]:
    """The rows: text as text, days as ISO, numbers and truth values as such, missing as null."""
    columns = {
        column.name: [_value(cell, column.kind) for cell in table.frame[column.name]]
        for column in table.columns
    }
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _value(cell: Any, kind: str) -> str | int | float | bool | None:
    if pd.isna(cell):
        return None
    if kind == "day":
        return f"{cell:%Y-%m-%d}"
    if kind in TEXTS:
        return str(cell)
    return {"count": int, "percent": float, "flag": bool}[kind](cell)


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file is there and has this content already."""
    return path.is_file() and path.read_bytes() == content
