"""How a district looks on the map: by whether it has a KIZ, and by how far it has come."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.atlas import Atlas
from components.base.choice import COLOURINGS, Choice
from components.looks import theme
from components.looks.theme import Fill

#: What is labelled as a city.
CITY = "kreisfreie Stadt"
#: A line of at most so many letters is a sign, a longer one a name.
MOST_SIGNS = len(theme.REFUSED_MARK + theme.POSSIBLE_MARK)
#: More names than this do not fit on the map.
MOST_NAMED = 8
#: What is told apart by "Hat ein KIZ?", and how it is filled. On its way is who has reached
#: something that this definition does not count.
HAS_FILLS = {
    "with": Fill(theme.HAS),
    "undetermined": theme.UNDETERMINED,
    "coming": Fill(theme.COMING),
    "debated": Fill(theme.STATUS_COLOURS["debated"]),
    "rejected": theme.REFUSED,
    "unknown": Fill(theme.STATUS_COLOURS["unknown"]),
    "closed": Fill(theme.STATUS_COLOURS["closed"]),
}


class Look(NamedTuple):
    """How one area is drawn on paper: the place of its fill, and the lines that stand on it."""

    fill: int
    lines: tuple[str, ...] = ()


def more_possible(standings: pd.DataFrame) -> pd.Series:
    """Where the possible status is higher than the certain one."""
    pairs = zip(standings["status"], standings["possible_status"], strict=True)
    return pd.Series([higher(*pair) for pair in pairs], index=standings.index, dtype=bool)


def higher(status: str, possible: str) -> bool:
    """Whether the possible status is above the certain one."""
    return STATUSES.index(possible) > STATUSES.index(status)


def named(groups: pd.Series) -> pd.Series:
    """Whose name stands on the map: those without a KIZ, while they are few."""
    without = groups.eq("without")
    return without & (without.sum() <= MOST_NAMED)


def first_colouring(groups: pd.Series) -> str:
    """What a map is coloured by unless the reader says so: "since when" once all have a KIZ."""
    return "since" if groups.eq("with").all() else "has"


def coloured(choice: Choice, query: Mapping[str, str], atlas: Atlas) -> Choice:
    """The choice, coloured as the address says; else as its day is coloured first."""
    if query.get("farbe") in COLOURINGS:
        return choice
    groups = atlas.standings(choice.day, choice.definition)["group"]
    return replace(choice, colouring=first_colouring(groups))


def has_code(group: str, status: str) -> int:
    """The place in HAS_FILLS of a district in this group and status."""
    kind = group
    if group == "without":
        kind = "coming" if status in ("decided", "approved", "open") else status
    return list(HAS_FILLS).index(kind)


def looks(standings: pd.DataFrame, colouring: str, with_names: bool = True) -> dict[str, Look]:
    """How each district looks by `has` or `status`, by AGS.

    Parameters
    ----------
    standings
        One row per district: ags, short_name, group, status, possible_status.
    with_names
        Whether those without stand there by name, while they are few.
    """
    fills = list(HAS_FILLS.values()) if colouring == "has" else theme.fills()
    shown = named(standings["group"]) & with_names
    drawn = {}
    for row in standings.assign(named=shown).itertuples(index=False):
        if colouring == "has":
            code = has_code(row.group, row.status)
        else:
            code = theme.code(row.status, higher(row.status, row.possible_status))
        lines = (fills[code].mark, row.short_name if row.named else "")
        drawn[row.ags] = Look(code, tuple(filter(None, lines)))
    return drawn


def labelled(drawn: dict[str, Look], districts: pd.DataFrame, label: str) -> dict[str, Look]:
    """The same with the names of `cities`, with `few` as they are, or with `none`.

    `districts` has one row per district: ags, short_name, kind.
    """
    if label == "few":
        return drawn
    named = {}
    for row in districts.itertuples(index=False):
        look = drawn[row.ags]
        signs = tuple(line for line in look.lines if len(line) <= MOST_SIGNS)
        if label == "cities":
            city = row.kind == CITY and look.lines == signs
            signs = (*signs, row.short_name) if city else look.lines
        named[row.ags] = look._replace(lines=signs)
    return named
