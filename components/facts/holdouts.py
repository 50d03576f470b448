"""Who has none on a day, who is undetermined, who came late: the lists of "Ohne KIZ"."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from adoption import holdouts as rules
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.base.collation import by_name
from components.base.memory import VIEWS, kept
from components.facts import people
from components.facts.people import People


@dataclass(frozen=True, eq=False)
class Holdouts:
    """The lists of a day under a definition.

    `without` and `undetermined` are rows of `adoption.holdouts.holdouts`, `late` those of
    `latecomers` after `first_list`: the day of the first list that names every district with a
    KIZ. `reached` has the districts with the days between which each got its KIZ.

    `reasons` are what `adoption.holdouts.reason_events` returns; `came` is by ags the event by
    which each came into the count. `events` and `sources` are the tables by their ids.
    """

    day: date
    definition: str
    without: pd.DataFrame
    undetermined: pd.DataFrame
    late: pd.DataFrame
    people: People
    first_list: date
    reached: pd.DataFrame
    reasons: pd.DataFrame
    came: pd.Series
    events: pd.DataFrame
    sources: pd.DataFrame

    @property
    def missing(self) -> tuple[date, list[str]]:
        """The last day on which one was certainly missing, and the names of those without it."""
        last, ags = last_missing(self.reached)
        return last, by_name(self.reached.set_index("ags")["name"][ags])


@kept(VIEWS)
def holdouts(atlas: Atlas, day: date, definition: str) -> Holdouts:
    """The lists of the day."""
    tables, days = atlas.tables, atlas.reached(definition)
    workbench = atlas.workbench(day, definition)
    waiting = rules.holdouts(workbench)
    first_list = tables.status_lists["first_day"].min().date()
    changed = atlas.changed(FIRST_DAY, day, definition)
    came = changed[changed["has_kiz_to"]].set_index("ags")["event_id"]
    return Holdouts(
        day,
        definition,
        without=waiting[waiting["group"].eq("without")],
        undetermined=waiting[waiting["group"].eq("undetermined")],
        late=rules.latecomers(workbench, days, first_list),
        people=people.on_day(atlas, day),
        first_list=first_list,
        reached=atlas.arrivals(definition),
        reasons=rules.reason_events(tables.events, day),
        came=came,
        events=tables.events.set_index("id"),
        sources=tables.sources.set_index("id"),
    )


def last_missing(days: pd.DataFrame) -> tuple[date, list[str]]:
    """The last day on which one was certainly missing, and the ags of those it was missing from.

    `days` is what `series.reached` returns, with no district that never got one.
    """
    last = days["earliest"].max()
    return last - timedelta(1), list(days.loc[days["earliest"].eq(last), "ags"])
