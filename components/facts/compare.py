"""Two days, or two definitions on one day: what is compared, and who differs."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import DEFINITIONS
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.collation import rows_by_name
from components.base.memory import VIEWS, kept
from components.looks.difference import difference

#: The day on which the ministry counted 49, so that five were left: what came after it shows.
USUAL_DAY = date(2014, 4, 25)
#: How a district gets from one standing to the other. Those of UP are counted in the second and
#: not in the first, those of DOWN the other way round; the REST changes no number.
UP = ("gained", "proved")
DOWN = ("lost", "doubted")
REST = ("status", "unsure", "possible")
SAME = "same"


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

    @cached_property
    def numbers(self) -> tuple[int, int]:
        """How many certainly have a KIZ in each of the two standings."""
        groups = self.table["group_first"], self.table["group_second"]
        first, second = (int(group.eq("with").sum()) for group in groups)
        return first, second

    @cached_property
    def proved(self) -> bool:
        """Whether any district is undetermined, so that the numbers are what is proved."""
        return self.table[["group_first", "group_second"]].eq("undetermined").any(axis=None)

    @cached_property
    def moved(self) -> pd.DataFrame:
        """The districts that differ in anything, in the order of the shifts, then of the names."""
        moved = self.table[self.table["shift"].ne(SAME)]
        order = moved["shift"].map((*UP, *DOWN, *REST).index)
        return rows_by_name(moved.assign(order=order)).sort_values("order", kind="stable")

    def shifted(self, shift: str) -> list[str]:
        """The short names of those with this shift, in the order in which they came."""
        return self._shifts.get(shift, [])

    @cached_property
    def _shifts(self) -> dict[str, list[str]]:
        ordered = self.table.set_index("ags")[["shift", "short_name"]].reindex(self.order)
        return ordered.groupby("shift", sort=False)["short_name"].agg(list).to_dict()


def comparison(atlas: Atlas, choice: Choice) -> Comparison:
    """What the choice compares."""
    return _compared(atlas, *sides(choice))


@kept(VIEWS)
def _compared(atlas: Atlas, mode: str, first: Side, second: Side) -> Comparison:
    standings = atlas.standings(*first), atlas.standings(*second)
    came = rows_by_name(atlas.arrivals(second.definition))
    order = came.sort_values("latest", kind="stable")["ags"]
    return Comparison(mode, first, second, standings, joined(*standings), list(order))


def proofs(atlas: Atlas, comparison: Comparison) -> dict[str, dict[str, str]]:
    """The source behind the second standing of a district, else behind the first, by AGS; none
    where both rest on no event.
    """
    first, second = (standings.set_index("ags")["event_id"] for standings in comparison.standings)
    events = second.where(second.ne(""), first)
    found = events.map(atlas.tables.events.set_index("id")["source_id"]).dropna()
    sources = {row["id"]: row for row in atlas.tables.sources.to_dict("records")}
    return {ags: sources[source] for ags, source in found.items()}


def joined(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Both standings of every district, side by side.

    Returns `ags`, `name`, `short_name`, `difference` (one of CLASSES), `shift` (one of UP, DOWN,
    REST or SAME), and of each side (suffixes `_first`, `_second`) `group`, `status`,
    `possible_status` and `since`.
    """
    columns = ["ags", "group", "status", "possible_status", "since"]
    names = first[["ags", "name", "short_name"]]
    both = first[columns].merge(second[columns], on="ags", suffixes=("_first", "_second"))
    table = names.merge(both, on="ags")
    return table.assign(
        difference=difference(table["group_first"], table["group_second"]),
        shift=[_shift(row) for row in table.itertuples(index=False)],
    )


def _shift(row: tuple) -> str:
    """From which standing to which: `gained` and `lost` are sure on both sides, `proved` and
    `doubted` on one; of `unsure` no side is counted; of `possible` only the map's dots differ.
    """
    first, second = row.group_first, row.group_second
    if first != second:
        if second == "with":
            return "gained" if first == "without" else "proved"
        if first == "with":
            return "lost" if second == "without" else "doubted"
        return "unsure"
    if row.status_first != row.status_second:
        return "status"
    return SAME if row.possible_status_first == row.possible_status_second else "possible"
