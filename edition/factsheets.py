"""The factsheets of an edition: one page A4 per district, and one of the state."""

from components.base.wording import LANGUAGES, Wording
from components.printed import factsheets
from edition.model import Edition, Job

#: Stands for the state where a district's key would stand.
STATE = ""


def jobs(edition: Edition) -> list[Job]:
    """Every sheet."""
    return [
        Job(path(edition, Wording(language), ags), sheet, (ags, language))
        for language in LANGUAGES
        for ags in (STATE, *edition.keys)
    ]


def sheet(edition: Edition, ags: str, language: str) -> bytes:
    """One sheet as a PDF."""
    choice = edition.spoken(Wording(language), ags)
    return factsheets.file(edition.atlas, choice, edition.site)


def path(edition: Edition, words: Wording, ags: str) -> str:
    """Where a sheet lies."""
    file = factsheets.file_name(edition.spoken(words, ags))
    return f"factsheets/{words.language}/{file}"
