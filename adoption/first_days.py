"""When each district first had a KIZ, under every definition, as an interval of days.

The first day with a KIZ is one of those from the first on which it may have had one to the first
on which it certainly had one, both included.
"""

from datetime import date, timedelta

import pandas as pd

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from adoption.series import reached
from adoption.status import histories, standing
from adoption.vocabulary import DEFINITIONS

ONE = timedelta(days=1)


def origin(definition: str) -> date:
    """Day 1 of the time in which a KIZ could come: that of the law where a decision is enough,
    else that of the funding guideline.
    """
    return TALK_FLOOR if definition == "decided" else FUNDING_FLOOR


def first_days(events: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """The first days with a KIZ of every district under every definition, and what proves them.

    `changes` is what `series.episodes` returns for these events. A later closure changes nothing.

    Returns one row per district and definition, the districts in their order: `ags`,
    `definition`, `possible` (the first day on which it may have one), `certain` (the first on
    which it certainly has one), `possible_event_id` and `certain_event_id` (the act that counts
    on that day); day and event are missing where that never happens.
    """
    acts = histories(events)
    days = {name: reached(changes, name).set_index("ags") for name in DEFINITIONS}
    rows = []
    for ags in dict.fromkeys(changes["ags"]):
        for name in DEFINITIONS:
            first, last = (None if pd.isna(day) else day for day in days[name].loc[ags])
            proofs = [
                standing(acts[ags], day, reading).held[name].id if day else None
                for day, reading in ((first, "possible"), (last, "certain"))
            ]
            rows.append((ags, name, first, last, *proofs))
    columns = ["ags", "definition", "possible", "certain", "possible_event_id", "certain_event_id"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def intervals(days: pd.DataFrame, searched: pd.Series) -> pd.DataFrame:
    """The same as intervals for survival analysis.

    Parameters
    ----------
    days
        What `first_days` returns.
    searched
        The last day, by ags, on which evidence was looked for: until then a district of which
        nothing was found counts as one without a KIZ.

    Returns `days` with

    - `without_until`: the last day on which it certainly had none;
    - `censoring`: `exact` (the day is known), `interval`, or `right` (never certainly reached);
    - `origin`: day 1 of the count, as `origin` says;
    - `days_lower`, `days_upper`: the possible and the certain day counted from there, both
      included; where there is no possible day, the lower is the one after `without_until`;
      where there is no certain one, the upper is missing.
    """
    rows = []
    for row in days.itertuples(index=False):
        until = row.possible - ONE if row.possible else searched[row.ags]
        begin = origin(row.definition) - ONE
        upper = (row.certain - begin).days if row.certain else None
        kind = _censoring(row.possible, row.certain)
        rows.append((until, kind, begin + ONE, (until + ONE - begin).days, upper))
    columns = ["without_until", "censoring", "origin", "days_lower", "days_upper"]
    return days.join(pd.DataFrame(rows, columns=columns, index=days.index, dtype=object))


def _censoring(possible: date | None, certain: date | None) -> str:
    if certain is None:
        return "right"
    return "exact" if possible == certain else "interval"
