"""Where links lead: what a table or a list asks for, and how the live site answers.

Whatever draws links is given the answers; so the same list leads to pages of the site here
and to files of an edition there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlencode

#: Where the table of the 54 stands in its page.
TABLE = "tabelle"
#: Where the glossary stands in its page.
WORDS = "woerter"
#: Where a term stands in it.
WORD = "wort-{}"
#: Where it is told how to read the map.
READING = "lesen"


class Links(Protocol):
    """The ways out of a part of a page: each an address, or empty where there is none."""

    def district(self, ags: str) -> str:
        """The dossier of a district."""

    def history(self, ags: str, event: str = "") -> str:
        """A district on the map, down to its history or to one event of it."""

    def day(self, day: date, definition: str = "") -> str:
        """The map of another day, and of another definition where one is named."""

    def total(self, total: str) -> str:
        """A published total beside our own counts."""

    def report(self, ags: str, event: str = "") -> str:
        """The text that reports a correction of an event, or what is missing of a district."""

    def table(self) -> str:
        """The table of the 54."""

    def words(self, term: str = "") -> str:
        """What the words mean, or one of them: a term of the glossary."""

    def reading(self) -> str:
        """How to read the map."""


@dataclass(frozen=True)
class LiveLinks:
    """The ways within the live site.

    `query` is what dossier, map and table keep, as `Choice.address` gives it. The other ways
    keep its language alone, so that what has them stays the same when the day moves.
    """

    query: Mapping[str, str]

    def district(self, ags: str) -> str:
        """The page "Kreis" of a district."""
        return _address("kreis", {**self.query, "kreis": ags})

    def history(self, ags: str, event: str = "") -> str:
        """The page "Karte" with the history of a district below the map."""
        return _address("./", {"kreis": ags, **self._language}, event)

    def day(self, day: date, definition: str = "") -> str:
        """The page "Karte" on another day."""
        counted = {"definition": definition} if definition else {}
        return _address("./", {**self.query, "tag": day.isoformat(), **counted})

    def total(self, total: str) -> str:
        """The row of a total on the page "Abgleich"."""
        return _address("abgleich", self._language, total)

    def report(self, ags: str, event: str = "") -> str:
        """The page "Daten und Quellen" with the text for a district or an event filled in."""
        named = {"kreis": ags} | ({"ereignis": event} if event else {})
        return _address("quellen", {**self._language, **named}, "korrektur")

    def table(self) -> str:
        """The table below the map."""
        return _address("./", self.query, TABLE)

    def words(self, term: str = "") -> str:
        """The glossary on the page "Daten und Quellen", or a term in it."""
        return _address("quellen", self.query, WORD.format(term) if term else WORDS)

    def reading(self) -> str:
        """The help beside the map."""
        return _address("./", self.query, READING)

    def rows(self, group: str) -> str:
        """The rows of a group in that table."""
        return _address("./", {**self.query, f"{TABLE}.group": group}, TABLE)

    @property
    def _language(self) -> dict[str, str]:
        return {"lang": self.query["lang"]}


def _address(page: str, query: Mapping[str, str], part: str = "") -> str:
    asked, there = urlencode(query), f"#{part}" if part else ""
    return (f"{page}?{asked}" if asked else page) + there
