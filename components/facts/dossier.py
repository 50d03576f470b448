"""What is computed for one district: waits, neighbours then, what is not known.

The same for the page Kreis, the factsheet and the page of the edition.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from adoption import comparison
from adoption.comparison import Median
from adoption.dates import FUNDING_FLOOR
from adoption.status import is_act
from adoption.vocabulary import APPROVALS, DECISIONS
from components.base.atlas import Atlas
from components.base.memory import kept
from components.facts import evidence

#: What a district waited for, by the definition that dates it, and from where on.
ENDS = ("approved", "open")
STARTS = ("law", "motion")
#: The steps of a district's way, each with the events that take it.
WAY = (("motion",), DECISIONS, APPROVALS, ("opening",))


class Wait(NamedTuple):
    """One row of the comparison: from where to where, in days, and the median of its kind."""

    start: str
    end: str
    least: int | None
    most: int | None
    median: Median | None


class Then(NamedTuple):
    """Who of the neighbours had a KIZ when the district first decided, and that decision."""

    held: comparison.Held
    decision: pd.Series | None


def row_of(table: pd.DataFrame, ags: str) -> pd.Series:
    """The one row of a district."""
    return table.loc[table["ags"].eq(ags)].iloc[0]


def events_of(atlas: Atlas, ags: str) -> pd.DataFrame:
    """The district's events."""
    events = atlas.known.events
    return events[events["ags"].eq(ags)]


def neighbours_of(atlas: Atlas, ags: str) -> pd.Series:
    """The keys of the districts around it."""
    known = atlas.neighbours
    return known.loc[known["ags"].eq(ags), "neighbour"]


def dated_neighbours(atlas: Atlas, ags: str, definition: str) -> pd.DataFrame:
    """The districts around it with `earliest` and `latest`, in the order in which they came."""
    rows = atlas.known.districts.merge(atlas.reached(definition), on="ags")
    near = rows[rows["ags"].isin(neighbours_of(atlas, ags))]
    return near.sort_values(["latest", "earliest", "short_name"])


def then(atlas: Atlas, ags: str, definition: str) -> Then:
    """The neighbours within the days on which the district first decided."""
    near = neighbours_of(atlas, ags)
    decisions = comparison.first_decisions(events_of(atlas, ags))
    if decisions.empty:
        return Then(comparison.Held(0, 0, len(near)), None)
    decision = decisions.iloc[0]
    first, last = (decision[name].date() for name in ("first_day", "last_day"))
    return Then(comparison.held_within(atlas.changes, near, first, last, definition), decision)


def kind_of(atlas: Atlas, ags: str) -> pd.Series:
    """The keys of all districts of its kind, itself included."""
    districts = atlas.known.districts
    return districts.loc[districts["kind"].eq(row_of(districts, ags)["kind"]), "ags"]


def waits(atlas: Atlas, ags: str) -> list[Wait]:
    """From the law and from its first motion, to approval and to opening; its kind beside it."""
    kind, found = kind_of(atlas, ags), []
    for start in STARTS:
        for end in ENDS:
            table = atlas.waits(end)
            own = row_of(table, ags)
            bounds = (own[f"{start}_least"], own[f"{start}_most"])
            least, most = (None if pd.isna(days) else days for days in bounds)
            beside = comparison.median(table[table["ags"].isin(kind)], start)
            found.append(Wait(start, end, least, most, beside))
    return found


def questions(atlas: Atlas, ags: str) -> pd.DataFrame:
    """The open questions of its data: its rows of `evidence.open_questions`."""
    asked = open_questions(atlas)
    return asked[asked["ags"].eq(ags)]


def gaps(atlas: Atlas, ags: str) -> list[tuple[str, str]]:
    """The steps of its way that no source proves well, and what each lacks."""
    district = row_of(atlas.known.districts, ags).to_frame().T
    known = evidence.knowledge(district, events_of(atlas, ags), open_questions(atlas))
    return list(known.iloc[0]["gaps"])


@kept(2)
def open_questions(atlas: Atlas) -> pd.DataFrame:
    """Everything in the tables that a better source could settle."""
    known = atlas.known
    frames = known.districts, known.events, known.totals, atlas.verdicts, known.sources
    return evidence.open_questions(*frames)


def own_acts(events: pd.DataFrame) -> pd.Series:
    """Which events are acts of the district's bodies or the ministry; the others are voices."""
    acts = [is_act(*pair) for pair in zip(events["event"], events["body"], strict=True)]
    return pd.Series(acts, index=events.index, dtype=bool)


def edtf_of(earliest: date, latest: date) -> str:
    """The shortest date that stands for these days: a day, a month, a year or an interval.

    From the funding guideline on means that nothing bounds it from below.
    """
    first, last = earliest.isoformat(), latest.isoformat()
    if earliest == latest:
        return first
    if earliest.day == 1 and (latest + timedelta(days=1)).day == 1:
        if first[:7] == last[:7]:
            return first[:7]
        if first[:4] == last[:4] and (earliest.month, latest.month) == (1, 12):
            return first[:4]
    return f"{'..' if earliest == FUNDING_FLOOR else first}/{last}"
