"""What the reader has chosen: day, definition, district, language; and its address.

The control of the time, all other controls and the URL are one state, and this is its form.
"""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from adoption.vocabulary import DEFINITIONS, ENTRIES
from components.base.taken import TABLES
from components.base.wording import LANGUAGES
from data.clock import today as today

#: What the map is coloured by, and what the curve measures.
COLOURINGS = ("has", "status", "since")
MEASURES = ("number", "share", "population")
#: Where the time of the curve ends, and how much of it is drawn.
ENDS = ("change", "today")
CURVES = ("full", "simple")
#: The pictures that the page "Mitnehmen" can be opened for; it can be for a table too.
TAKEN_PICTURES = ("map", "curve", "multiples", "timeline", "comparison", "film")
#: The formats of a picture, whether it has a title, and which places are named on its map.
SHAPES = ("16:9", "1:1", "4:5", "9:16", "1200x630", "A4")
TITLES = ("with", "without")
LABELS = ("few", "cities", "none")
#: What the table "Was geschah" can be narrowed to.
HAPPENED = ("all", "changes", "keeps", *ENTRIES)
#: As many districts are laid side by side at most.
MOST_BESIDE = 8
#: The day on which the Landtag passed the law: the first day of the atlas.
FIRST_DAY = date(2012, 2, 8)
#: What tables say of themselves in the address.
_VIEW = re.compile(r"[a-z_]{1,30}\.[a-z_]{1,30}")
#: The days that an address may name: field, parameter, and what a bad one is told by.
_DAYS = (
    ("day", "tag", "problem.day"),
    ("since_day", "seit", "problem.seit"),
    ("other_day", "vergleich", "problem.vergleich"),
)
#: What the API calls otherwise than an address of a page: there it would say nothing.
_OF_API = {"day": "tag", "ags": "kreis"}
#: What an address may say of the curve, and of what is taken along: field and parameter.
_OF_CURVE = (("measure", "mass"), ("ends", "bis"), ("curve", "kurve"))
_OF_PICTURE = (("taken", "was"), ("shape", "form"), ("title", "titel"), ("label", "namen"))


class Problem(NamedTuple):
    """A part of the address that could not be used: sentence key and its values."""

    key: str
    values: dict[str, str]


@dataclass(frozen=True)
class Choice:
    """One state of the page."""

    day: date
    definition: str = "approved"
    ags: str = ""
    language: str = "de"
    colouring: str = "has"
    measure: str = "number"
    since_day: date | None = None
    other_day: date | None = None
    other_definition: str = ""
    happened: str = HAPPENED[0]
    taken: str = TAKEN_PICTURES[0]
    beside: tuple[str, ...] = ()
    ends: str = ENDS[0]
    curve: str = CURVES[0]
    shape: str = SHAPES[0]
    title: str = TITLES[0]
    label: str = LABELS[0]

    def address(self) -> dict[str, str]:
        """The query: day, definition, colouring and language in full, so that it shows the same
        tomorrow."""
        query = {"tag": self.day.isoformat(), "definition": self.definition}
        if self.ags:
            query["kreis"] = self.ags
        query["farbe"] = self.colouring
        query |= self._unusual(_OF_CURVE)
        if self.since_day:
            query["seit"] = self.since_day.isoformat()
        if self.other_day:
            query["vergleich"] = self.other_day.isoformat()
        if self.other_definition:
            query["mit"] = self.other_definition
        if self.happened != HAPPENED[0]:
            query["art"] = self.happened
        if self.beside:
            query["neben"] = ",".join(self.beside)
        query["lang"] = self.language
        return query | self._unusual(_OF_PICTURE)

    def _unusual(self, parts: Sequence[tuple[str, str]]) -> dict[str, str]:
        """Those of the parts (field, parameter) that are not what holds without them."""
        said = {parameter: getattr(self, field) for field, parameter in parts}
        usual = {parameter: getattr(Choice, field) for field, parameter in parts}
        return {name: value for name, value in said.items() if value != usual[name]}

    def until(self, today: date) -> "Choice":
        """The same without a day after today: there is one once a clock has been set back."""
        named = {field: getattr(self, field) for field, _, _ in _DAYS}
        return replace(self, **{field: day and min(day, today) for field, day in named.items()})


def read(
    query: Mapping[str, str], today: date, districts: Mapping[str, str]
) -> tuple[Choice, list[Problem]]:
    """The choice an address asks for and what of it could not be used.

    An invalid part falls back to its default and is named, never dropped silently.

    Parameters
    ----------
    query
        The raw query: `tag` (a day as 2014-04-25), `definition`, `kreis` (an AGS), `lang`, `farbe`
        (what colours the map), `mass` (what the curve measures), `bis` (where its time ends),
        `kurve` (how much of it is drawn), `seit` (the day from which changes are told),
        `vergleich` and `mit` (the day or the definition to compare with), `art` (which kind of
        what happened is listed), `neben` (the AGS of the districts that lie side by side, with
        commas), `was` (what is taken along), `form`, `titel`, `namen` (format, title and names of
        a picture).
    districts
        Name by AGS.
    """
    problems = []
    choice = Choice(today)
    for field, parameter, key in _DAYS:
        if (day := query.get(parameter)) is not None:
            try:
                choice = replace(choice, **{field: parse_day(day, today)})
            except ValueError:
                limits = {"first": FIRST_DAY.isoformat(), "last": today.isoformat()}
                problems.append(Problem(key, {"value": day, **limits}))
    checks = [
        ("definition", "definition", DEFINITIONS),
        ("ags", "kreis", districts),
        ("language", "lang", LANGUAGES),
        ("colouring", "farbe", COLOURINGS),
        ("measure", "mass", MEASURES),
        ("ends", "bis", ENDS),
        ("curve", "kurve", CURVES),
        ("other_definition", "mit", DEFINITIONS),
        ("happened", "art", HAPPENED),
        ("taken", "was", (*TAKEN_PICTURES, *TABLES)),
        ("shape", "form", SHAPES),
        ("title", "titel", TITLES),
        ("label", "namen", LABELS),
    ]
    for field, parameter, allowed in checks:
        value = query.get(parameter)
        if value in (None, ""):
            continue
        if value in allowed:
            choice = replace(choice, **{field: value})
        else:
            listed = "" if field == "ags" else ", ".join(allowed)
            problems.append(Problem(f"problem.{parameter}", {"value": value, "allowed": listed}))
    problems += [
        Problem("problem.of_api", {"value": query[name], "name": name, "right": right})
        for name, right in _OF_API.items()
        if name in query
    ]
    beside, wrong = _beside(query.get("neben", ""), districts)
    return replace(choice, beside=beside), problems + wrong


def _beside(text: str, districts: Mapping[str, str]) -> tuple[tuple[str, ...], list[Problem]]:
    """The districts that a text names, each once, and what of it is none or one too many."""
    named = list(dict.fromkeys(part for part in text.split(",") if part))
    known = [ags for ags in named if ags in districts]
    wrong = {
        "problem.neben": [ags for ags in named if ags not in districts],
        "problem.neben.many": known[MOST_BESIDE:],
    }
    problems = [
        Problem(key, {"value": ", ".join(parts), "most": f"{MOST_BESIDE}"})
        for key, parts in wrong.items()
        if parts
    ]
    return tuple(known[:MOST_BESIDE]), problems


def views(query: Mapping[str, str]) -> dict[str, str]:
    """The parts of an address that belong to the tables of its page: how each is narrowed and
    sorted.

    They are the browser's own (components/html/sortable.mjs) and no part of the choice: it writes
    and reads them, and the server only keeps them where it rewrites the address. Each is the name
    of the table, a dot, and what is said of it: `tabelle.group`. What no table knows says nothing.
    """
    return {name: value for name, value in query.items() if _VIEW.fullmatch(name)}


def months(today: date) -> list[date]:
    """The first of every month from the law to today."""
    count = (today.year - FIRST_DAY.year) * 12 + today.month - FIRST_DAY.month + 1
    first = FIRST_DAY.year * 12 + FIRST_DAY.month - 1
    return [date(index // 12, index % 12 + 1, 1) for index in range(first, first + count)]


def day_of(month: date, today: date) -> date:
    """The day a month means: its last, but never later than today."""
    last = calendar.monthrange(month.year, month.month)[1]
    return min(month.replace(day=last), today)


def parse_day(text: str, today: date) -> date:
    """The day that a text means, within the time of the atlas.

    Raises
    ------
    ValueError
        Finding and repair: not written as 2014-04-25, or outside the atlas.
    """
    try:
        day = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f'"{text}" is not a day; write 2014-04-25')
    if not FIRST_DAY <= day <= today:
        limits = f"{FIRST_DAY} (the law is passed) to {today} (today)"
        raise ValueError(f"{text} is outside {limits}; choose a day within")
    return day
