"""The course of the atlas under a definition: every day on which anything that is shown changes."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from adoption import series
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.looks import since


@dataclass(frozen=True)
class Course:
    """The days, ascending from the first of the atlas, and for each of them all districts.

    `standings` are as of that day, with the districts' names; `dated` is what `since.periods`
    gives: when each got its KIZ.
    """

    atlas: Atlas
    definition: str
    days: list[date]
    standings: list[pd.DataFrame]
    dated: list[pd.DataFrame]


def course(atlas: Atlas, definition: str) -> Course:
    """The whole course."""
    districts, days = atlas.tables.districts, _days(atlas, definition)
    held = series.standings_on(atlas.changes, districts, days, definition)
    arrivals = atlas.arrivals(definition)
    return Course(
        atlas,
        definition,
        days,
        standings=[districts.merge(standing, on="ags") for standing in held],
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
