"""What changed between two days, and from which day it is told."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from adoption.series import change_days
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice

#: The day on which all councils of the state were elected anew.
ELECTION = date(2014, 5, 25)


@dataclass(frozen=True, eq=False)
class Changes:
    """What changed from the end of `first` to that of `last` under a definition.

    `before` and `after` are the standings of the two days, `changed` what
    `adoption.changes.changes_between` found; nothing where the first day is after the second.
    """

    first: date
    last: date
    definition: str
    before: pd.DataFrame
    after: pd.DataFrame
    changed: pd.DataFrame


def changes(atlas: Atlas, first: date, last: date, definition: str) -> Changes:
    """The changes between two days, in whichever order they are named."""
    before, after = (atlas.standings(day, definition) for day in (first, last))
    changed = atlas.changed(*sorted((first, last)), definition)
    if first > last:
        changed = changed.head(0)
    return Changes(first, last, definition, before, after, changed)


def latest(atlas: Atlas, day: date, definition: str, most: int) -> list[tuple[date, pd.DataFrame]]:
    """The latest days up to this one on which anything changed, newest first, with what did."""
    latest_days: list[tuple[date, pd.DataFrame]] = []
    days = [one for one in change_days(atlas.changes, definition) if FIRST_DAY < one <= day]
    for one in reversed(days):
        table = atlas.changed(one - timedelta(1), one, definition)
        if not table.empty:
            latest_days.append((one, table))
        if len(latest_days) == most:
            break
    return latest_days


def start(choice: Choice) -> date:
    """The day from which changes are told: the one in the address, else one year before."""
    return choice.since_day or year_before(choice.day)


def year_before(day: date) -> date:
    """The same day of the year before, but no day before the law; 29 February becomes the 28th."""
    leap = day.month == 2 and day.day == 29
    return max(day.replace(year=day.year - 1, day=28 if leap else day.day), FIRST_DAY)
