"""What is computed for the page of one district: waits, neighbours then, what is not known."""

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from adoption import comparison
from components import evidence
from components.atlas import Atlas
from components.dossier_html import Wait
from edition.model import Edition

#: What a district waited for, by the definition that dates it, and from where on.
ENDS = ("approved", "open")
STARTS = ("law", "motion")


class Then(NamedTuple):
    """Who of the neighbours had a KIZ when the district first decided, and that decision."""

    held: comparison.Held
    decision: pd.Series | None


def row_of(table: pd.DataFrame, ags: str) -> pd.Series:
    """The one row of a district."""
    return table.loc[table["ags"].eq(ags)].iloc[0]


def events_of(edition: Edition, ags: str) -> pd.DataFrame:
    """The district's events."""
    events = edition.atlas.known.events
    return events[events["ags"].eq(ags)]


def neighbours_of(edition: Edition, ags: str) -> pd.Series:
    """The keys of the districts around it."""
    known = edition.atlas.neighbours
    return known.loc[known["ags"].eq(ags), "neighbour"]


def waits(edition: Edition, ags: str, kind: pd.Series) -> list[Wait]:
    """From the law and from its first motion, to approval and to opening.

    `kind` are the districts of its kind, of which the median is.
    """
    found = []
    for start in STARTS:
        for end in ENDS:
            table = _all_waits(edition.atlas, end)
            own = row_of(table, ags)
            bounds = (own[f"{start}_least"], own[f"{start}_most"])
            least, most = (None if pd.isna(days) else days for days in bounds)
            beside = comparison.median(table[table["ags"].isin(kind)], start)
            found.append(Wait(start, end, least, most, beside))
    return found


@lru_cache(maxsize=len(ENDS))
def _all_waits(atlas: Atlas, end: str) -> pd.DataFrame:
    """The waits of all districts, made once for the pages of all."""
    return comparison.waits(atlas.known.events, atlas.changes, end)


def then(edition: Edition, ags: str) -> Then:
    """The neighbours within the days on which the district first decided."""
    near = neighbours_of(edition, ags)
    decisions = comparison.first_decisions(events_of(edition, ags))
    if decisions.empty:
        return Then(comparison.Held(0, 0, len(near)), None)
    decision = decisions.iloc[0]
    first, last = (decision[name].date() for name in ("first_day", "last_day"))
    definition = edition.choice.definition
    held = comparison.held_within(edition.atlas.changes, near, first, last, definition)
    return Then(held, decision)


def gaps(edition: Edition, ags: str) -> list[tuple[str, str]]:
    """The steps of its way that no source proves well, and what each lacks."""
    district = row_of(edition.atlas.known.districts, ags).to_frame().T
    known = evidence.knowledge(district, events_of(edition, ags), edition.questions)
    return list(known.iloc[0]["gaps"])
