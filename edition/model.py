"""What an edition is made from, and where each of its files lies.

German stands at the root, English under `en/` with the same names.
"""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import LANGUAGES, Wording
from components.looks.look import first_colouring
from components.words.headline import Headline, on_day

ASSETS = "assets/"
CHECKSUMS, MANIFEST = "SHA256SUMS", "edition.json"
#: The first page: map and table.
INDEX = "index.html"
DATA = "daten.html"


@dataclass(frozen=True, eq=False)
class Edition:
    """One edition: day and definition are those of `choice`.

    `keys` are the districts with a page and a factsheet, `site` the address of the live
    atlas or empty, `paths` all files that are written, so that nothing links to one that
    is not there.
    """

    atlas: Atlas
    choice: Choice
    keys: tuple[str, ...]
    site: str = ""
    paths: frozenset[str] = frozenset()

    @cached_property
    def last(self) -> date:
        """Where the time of map and curve ends: at the last change known, or at the day.

        Not today: the same tables give the same edition whenever it is made.
        """
        return max(self.choice.day, self.atlas.changes["first_day"].max())

    @cached_property
    def standings(self) -> pd.DataFrame:
        """Every district with its names and its standing at the end of the day."""
        return self.atlas.standings(self.choice.day, self.choice.definition)

    def spoken(self, words: Wording, ags: str = "") -> Choice:
        """The choice of a page in a language, with its district, coloured as the atlas would."""
        colouring = first_colouring(self.standings["group"])
        return replace(self.choice, language=words.language, ags=ags, colouring=colouring)

    def stamp(self, words: Wording, page: str = "", ags: str = "") -> Stamp:
        """What a page says of itself; `page` is the one of the live atlas that it is like."""
        spoken = self.spoken(words, ags)
        return Stamp.of(self.atlas, spoken, page, self.site)


@dataclass(frozen=True)
class Page:
    """One page in one language: its file, and the way from there to the others."""

    edition: Edition
    words: Wording
    name: str

    @property
    def path(self) -> str:
        """Its file, from the root of the edition."""
        return in_language(self.name, self.words.language)

    @property
    def elsewhere(self) -> str:
        """The address of the same page in the other language."""
        (other,) = set(LANGUAGES) - {self.words.language}
        return self.to(in_language(self.name, other))

    @property
    def line(self) -> Headline:
        """The sentence of the day and what is told with it."""
        choice = self.edition.choice
        return on_day(self.edition.atlas, choice.day, choice.definition, self.words)

    def to(self, path: str) -> str:
        """The address of a file of the edition, relative to this page."""
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")

    def page(self, name: str) -> str:
        """The address of a page in the same language; empty where there is none."""
        path = in_language(name, self.words.language)
        return self.to(path) if path in self.edition.paths else ""

    def district(self, ags: str) -> str:
        """The address of a district's page in the same language; empty where there is none."""
        return self.page(district_page(ags))

    def there(self, paths: list[str]) -> list[str]:
        """Those of these files that are in the edition."""
        return [path for path in paths if path in self.edition.paths]


class Job(NamedTuple):
    """A file of the edition and the call that makes it: `make(edition, *arguments)`.

    `make` stands at the top of its module, so that another process can call it.
    """

    path: str
    make: Callable[..., bytes]
    arguments: tuple = ()


def in_language(name: str, language: str) -> str:
    """The path of a page in a language."""
    return name if language == LANGUAGES[0] else f"{language}/{name}"


def district_page(ags: str) -> str:
    """The name of a district's page."""
    return f"kreise/{ags}.html"
