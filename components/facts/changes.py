"""What changed between two days, and from which day it is told."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from adoption.series import change_days
from adoption.status import is_act
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice
from components.base.memory import VIEWS, kept

#: What a change is: of the number, sure or undetermined before; of the status alone, within the
#: days or of a date that may lie before them and became certain between them.
KINDS = ("gained", "proved", "lost", "moved", "settled")
#: The day on which all councils of the state were elected anew.
ELECTION = date(2014, 5, 25)


@dataclass(frozen=True, eq=False)
class Changes:
    """What changed from the end of `first` to that of `last` under a definition.

    `before` and `after` are the standings of the two days. `changed` is what
    `adoption.changes.changes_between` found, with its `kind` (one of KINDS). `kept` are the acts
    of these days that changed no status: rows of `Atlas.happened` with name and kind of the
    district. Both are empty where the first day is after the second.
    """

    first: date
    last: date
    definition: str
    before: pd.DataFrame
    after: pd.DataFrame
    changed: pd.DataFrame
    kept: pd.DataFrame


@kept(VIEWS)
def changes(atlas: Atlas, first: date, last: date, definition: str) -> Changes:
    """The changes between two days, in whichever order they are named."""
    before, after = (atlas.standings(day, definition) for day in (first, last))
    changed = atlas.changed(*sorted((first, last)), definition)
    begun = changed["event_id"].map(atlas.tables.events.set_index("id")["first_day"])
    told = changed.assign(kind=kinds(changed, before, begun.le(pd.Timestamp(first))))
    kept = atlas.happened
    if first > last:
        return Changes(first, last, definition, before, after, told.head(0), kept.head(0))
    return Changes(first, last, definition, before, after, told, _kept(atlas, first, last))


def kinds(changed: pd.DataFrame, before: pd.DataFrame, begun: pd.Series) -> list[str]:
    """What each change is: one of KINDS.

    `begun` says whether the span of the event had begun on the first day already.
    """
    groups = before.set_index("ags")["group"]
    rows = zip(changed.itertuples(index=False), begun, strict=True)
    return [_kind(row, groups[row.ags], early) for row, early in rows]


def _kind(row: tuple, before: str, begun: bool) -> str:
    if row.has_kiz_to and not row.has_kiz_from:
        return "gained" if before == "without" else "proved"
    if row.has_kiz_from and not row.has_kiz_to:
        return "lost"
    return "settled" if begun else "moved"


def _kept(atlas: Atlas, first: date, last: date) -> pd.DataFrame:
    """What the own bodies and the ministry certainly did in these days without changing a status.

    Plans and what is known with low confidence only are no acts.
    """
    rows = atlas.happened
    within = rows["first_day"].ge(pd.Timestamp(first)) & rows["last_day"].le(pd.Timestamp(last))
    sure = rows["effect"].eq("keeps") & rows["event"].ne("planned") & rows["confidence"].ne("low")
    found = rows[within & sure]
    acts = [is_act(*pair) for pair in zip(found["event"], found["body"], strict=True)]
    districts = atlas.tables.districts.set_index("ags")
    names = {name: found["ags"].map(districts[name]) for name in ("name", "kind")}
    return found.assign(**names)[acts].reset_index(drop=True)


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
