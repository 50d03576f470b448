"""Two days, or two definitions on one day: what is compared, and who differs."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import DEFINITIONS
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.looks.difference import difference

#: The day on which the ministry counted 49, so that five were left: what came after it shows.
USUAL_DAY = date(2014, 4, 25)


class Side(NamedTuple):
    """One of the two standings that are compared."""

    day: date
    definition: str


def sides(choice: Choice) -> tuple[str, Side, Side]:
    """What is compared: `days` or `definitions`, and both sides, the earlier or wider first."""
    if choice.other_definition:
        pair = sorted((choice.definition, choice.other_definition), key=DEFINITIONS.index)
        return "definitions", *(Side(choice.day, definition) for definition in pair)
    pair = sorted((choice.day, choice.other_day or USUAL_DAY))
    return "days", *(Side(day, choice.definition) for day in pair)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two standings side by side.

    `mode` is `days` or `definitions`; `standings` are those of `first` and `second`, `table` is
    what `joined` makes of them, `order` the AGS of all districts in the order in which they came.
    """

    mode: str
    first: Side
    second: Side
    standings: tuple[pd.DataFrame, pd.DataFrame]
    table: pd.DataFrame
    order: list[str]


def comparison(atlas: Atlas, choice: Choice) -> Comparison:
    """What the choice compares."""
    mode, first, second = sides(choice)
    standings = atlas.standings(*first), atlas.standings(*second)
    order = atlas.reached(second.definition).sort_values(["latest", "ags"])["ags"]
    return Comparison(mode, first, second, standings, joined(*standings), list(order))


def joined(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Both standings of every district, side by side.

    Returns `ags`, `name`, `short_name`, `difference` (one of CLASSES), and of each side
    (suffixes `_first`, `_second`) `group`, `status` and `since`; `moved` says whether the
    difference, the group or the status is one.
    """
    columns = ["ags", "group", "status", "since"]
    names = first[["ags", "name", "short_name"]]
    both = first[columns].merge(second[columns], on="ags", suffixes=("_first", "_second"))
    table = names.merge(both, on="ags")
    moved = table["status_first"].ne(table["status_second"])
    return table.assign(
        difference=difference(table["group_first"], table["group_second"]),
        moved=moved | table["group_first"].ne(table["group_second"]),
    )
