"""The tables under addresses that stay: CSV and JSON for machines, and an index of them.

`data/status.csv` is the same address tomorrow with tomorrow's status. The rows and codes
are the same in both languages; titles and explanations in JSON stand there in both.
"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.downloads import delimited, records
from components.downloads.tables import TABLES, Table, table
from data import schema, writing

INDEX = "index.json"


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
            f"{name}.json": records.json(content),
        }
        made |= formats
        entries.append(_entry(content, formats))
    return made | {INDEX: records.dumped(_index(atlas, entries))}


def _entry(table: Table, files: dict[str, bytes]) -> dict[str, Any]:
    """The line of the index: the table, its files with their hash, how many rows."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return {**records.described(table), "rows": len(table.frame), "files": sums}


def _index(atlas: Atlas, entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "kiz-atlas-nrw",
        "title": Wording("de")("title"),
        "version": atlas.version,
        "licences": schema.descriptor()["licenses"],
        "tables": entries,
    }


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file is there and has this content already."""
    return path.is_file() and path.read_bytes() == content
