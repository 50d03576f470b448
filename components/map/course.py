"""The course of the atlas under a definition: every day on which anything that is shown changes."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from adoption import series
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.base.memory import kept
from components.looks import since


@dataclass(frozen=True)
class Course:
    """The days, ascending from the first of the atlas, and for each of them all districts.

    `standings` are as of that day, with the districts' names; `dated` is what `since.periods`
    gives: when each got its KIZ. Texts are objects in both: of so many small frames these are
    found several times as fast.
    """

    atlas: Atlas
    definition: str
    days: list[date]
    standings: list[pd.DataFrame]
    dated: list[pd.DataFrame]


@kept(1)
def course(atlas: Atlas, definition: str) -> Course:
    """The whole course, the same for all languages asked for one after the other; it is not to
    be changed.
    """
    districts, days = atlas.tables.districts.astype(object), _days(atlas, definition)
    held = series.standings_on(atlas.changes, districts, days, definition)
    arrivals = atlas.arrivals(definition).astype(object)
    return Course(
        atlas,
        definition,
        days,
        standings=[districts.join(now.astype(object).set_index("ags"), on="ags") for now in held],
        dated=[since.periods(arrivals, day) for day in days],
    )


def _days(atlas: Atlas, definition: str) -> list[date]:
    """The days on which anything of the map, the headline or the coverage changes.

    One of them is the first after the last evidence: from then on it is told what is known.
    """
    tables = atlas.tables
    totals = tables.totals[tables.totals["definition"].eq(definition)]
    counted = tables.population["last_day"]
    moved = {*atlas.changes["first_day"], *totals["last_day"].dt.date, *counted.dt.date}
    moved.add(atlas.evidence.day + timedelta(1))
    return sorted({FIRST_DAY, *(day for day in moved if day > FIRST_DAY)})
