"""The page "In Leichter Sprache": short German sentences, one statement each.

They keep to the rules of the Netzwerk Leichte Sprache as far as those can be kept by a rule: short
words, hyphens in long ones, no genitive, no subjunctive, numbers as digits. A part of a sentence
between two asterisks is stressed, as what says "not" has to be.
"""

from datetime import date
from typing import NamedTuple

import pandas as pd
from babel.dates import format_date

from adoption.vocabulary import GROUPS
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice
from components.base.collation import by_name
from components.base.wording import Wording

#: The one language of the page, whatever that of the reader.
GERMAN = Wording("de")
CENTRE = ("short", "name", "belongs", "works", "aim", "all", "money", "law")
UNTESTED = ("untested", "nobody")


class Easy(NamedTuple):
    """The sentences of the page: what a KIZ is, who has none on the day, with their names, and
    how far that is known.
    """

    centre: list[str]
    title: str
    counted: list[str]
    names: list[str]
    known: list[str]
    untested: list[str]


def easy(atlas: Atlas, choice: Choice) -> Easy:
    """The text of the day and the definition that the reader has chosen."""
    standings = atlas.standings(choice.day, choice.definition)
    without = standings[standings["group"].eq("without")]
    names = [] if len(without) == len(standings) else by_name(without["name"])
    known, day = [], atlas.evidence.day
    if choice.day > day:
        known = [GERMAN("easy.known", day=_long(day)), GERMAN("easy.after"), GERMAN("easy.perhaps")]
    counted = [*_asked(choice, len(standings)), *_counts(standings, choice.definition)]
    return Easy(
        [GERMAN(f"easy.kiz.{one}", year=FIRST_DAY.year) for one in CENTRE],
        GERMAN(f"easy.title.{choice.definition}"),
        [*counted, GERMAN("easy.named", n=len(names))] if names else counted,
        names,
        known,
        [GERMAN(f"easy.{one}") for one in UNTESTED],
    )


def _asked(choice: Choice, of: int) -> list[str]:
    """The day, how many there are, and what counts."""
    return [
        GERMAN("easy.day", day=_long(choice.day)),
        GERMAN("easy.districts", of=of),
        GERMAN("easy.free"),
        GERMAN(f"easy.counts.{choice.definition}"),
    ]


def _counts(standings: pd.DataFrame, definition: str) -> list[str]:
    """How many have what the definition asks for, how many may have it, how many have not: all in
    one where all are, and no number where none is.
    """
    of, counts = len(standings), standings["group"].value_counts()
    sure, unsure, none = (int(counts.get(group, 0)) for group in GROUPS)
    if sure == of:
        return [GERMAN(f"easy.all.{definition}")]
    if none == of:
        return [GERMAN(f"easy.none.{definition}")]
    told = (
        GERMAN(f"easy.with.{definition}", n=sure) if sure else GERMAN(f"easy.unsure.{definition}")
    )
    doubt = [GERMAN("easy.undetermined", n=unsure)] if unsure else []
    return [told, *doubt, *([GERMAN(f"easy.without.{definition}", n=none)] if none else [])]


def _long(day: date) -> str:
    return format_date(day, "d. MMMM yyyy", locale=GERMAN.language)
