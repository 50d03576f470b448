"""The tables of an edition in every format that makes sense for each."""

from functools import lru_cache

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.downloads import files, tables
from edition.model import Edition, Job


def jobs(edition: Edition) -> list[Job]:
    """Every table; those that explain their columns stand in both languages."""
    return [
        Job(path(edition, Wording(language), name, kind), table, (name, kind, language))
        for language in LANGUAGES
        for name in tables.TABLES
        for kind in files.formats_of(name)
    ]


def table(edition: Edition, name: str, kind: str, language: str) -> bytes:
    """One table as a file."""
    words = Wording(language)
    return files.written(_rows(edition, name, words), kind, words)


def path(edition: Edition, words: Wording, name: str, kind: str) -> str:
    """Where a table lies."""
    return f"tables/{words.language}/{files.file_name(_rows(edition, name, words), kind)}"


def _rows(edition: Edition, name: str, words: Wording) -> tables.Table:
    return _kept(edition.atlas, edition.spoken(words), name, edition.site)


@lru_cache(maxsize=2 * len(tables.TABLES))
def _kept(atlas: Atlas, choice: Choice, name: str, site: str) -> tables.Table:
    """A table, made once: every format and every link asks for it again."""
    return tables.table(name, atlas, choice, site=site)
