"""The tables under addresses that stay: CSV and JSON for machines, and an index of them.

`data/status.csv` is the same address tomorrow with tomorrow's status. The rows and codes
are the same in both languages; titles and explanations in JSON stand there in both.
"""

import hashlib
import json
import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import mkstemp
from typing import Any

import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.downloads import about, delimited
from components.downloads.columns import TEXTS
from components.downloads.tables import TABLES, Table, table
from data import schema

INDEX = "index.json"


def publish_tables(atlas: Atlas, day: date, folder: Path, site: str = "") -> list[Path]:
    """Write every table as of the end of `day` (approved, certain) and the index of them.

    Each file is written in one step: a reader sees the old one or the new one, whole. What
    has not changed is left alone. Two servers may write into one folder at once. The index
    comes last, so that what it names is there.

    Returns the files, the index last.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, bytes] = {}
    entries = []
    german = Wording("de")
    for name in TABLES:
        made = table(name, atlas, Choice(day), site=site)
        own = {
            f"{name}.csv": delimited.csv(made, german),
            f"{name}.csv-metadata.json": delimited.metadata(made, f"{name}.csv", german),
            f"{name}.json": _json({**_described(made), "rows": _records(made)}),
        }
        files |= own
        entries.append(_entry(made, own))
    files[INDEX] = _json(_index(atlas, entries))
    for name, content in files.items():
        _replace(folder / name, content)
    return [folder / name for name in files]


def _described(made: Table) -> dict[str, Any]:
    """What the table is, in both languages, with its columns."""
    words = {language: Wording(language) for language in LANGUAGES}
    said = {language: about.facts(made, told) for language, told in words.items()}
    same = {
        key: value
        for key, value in said["de"].items()
        if key not in ("title", "licence", "citation")
    }
    both = {
        key: {language: facts[key] for language, facts in said.items()}
        for key in ("title", "licence", "citation")
    }
    columns = [
        {
            "name": column.name,
            "kind": column.kind,
            "description": {key: column.explanation(told) for key, told in words.items()},
        }
        for column in made.columns
    ]
    return {**same, **both, "columns": columns}


def _entry(made: Table, files: dict[str, bytes]) -> dict[str, Any]:
    """The line of the index: the table, its files with their hash, how many rows."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return {**_described(made), "rows": len(made.frame), "files": sums}


def _index(atlas: Atlas, entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "kiz-atlas-nrw",
        "title": Wording("de")("title"),
        "version": atlas.version,
        "licences": schema.descriptor()["licenses"],
        "tables": entries,
    }


def _records(made: Table) -> list[dict[str, Any]]:
    """The rows: text as text, days as ISO, numbers and truth values as such, missing as null."""
    columns = {
        column.name: [_value(cell, column.kind) for cell in made.frame[column.name]]
        for column in made.columns
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


def _replace(target: Path, content: bytes) -> None:
    """The file with this content, in one step; untouched where it has it already."""
    with suppress(FileNotFoundError):
        if target.read_bytes() == content:
            return
    # A name of its own: processes on two machines may have the same number.
    handle, draft = mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o644)  # as every other file; a draft is its owner's alone
        os.replace(draft, target)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
