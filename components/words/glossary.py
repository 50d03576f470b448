"""The glossary: what the words of the atlas mean, and what the same thing is never called.

The catalogues have a term's label, its meaning and, of those in NEVER, the words that are not
used for it; `tests/test_glossary.py` holds every sentence of both catalogues to these.
"""

from typing import NamedTuple

from components.base.wording import Wording

#: The terms in the order in which they explain each other.
TERMS = (
    *("kiz", "district", "city", "region", "evidence", "event", "decision", "approval", "grant"),
    *("operation", "rejection", "undetermined", "without", "total", "confirmation"),
)
#: Those that have been called by other words, which are now used for nothing.
NEVER = ("kiz", "district", "city", "region", "operation", "rejection", "undetermined", "without")


class Entry(NamedTuple):
    """A term as the site shows it; `never` is empty where it had no other name."""

    term: str
    label: str
    meaning: str
    never: tuple[str, ...]


def entry(term: str, words: Wording) -> Entry:
    """What a term is called and means, and what it is never called."""
    never = words(f"glossary.{term}.never").split(", ") if term in NEVER else ()
    return Entry(term, words(f"glossary.{term}"), words(f"glossary.{term}.meaning"), tuple(never))


def entries(words: Wording) -> list[Entry]:
    """All terms."""
    return [entry(term, words) for term in TERMS]
