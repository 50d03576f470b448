"""How fast the rules are on the real tables.

The floor looks once at every event, in the columns that the rules read; naive filters and sorts the
frame anew for each district and each day. A naive curve would take more than an hour: it is a day
times the days and readings.
"""

import time
from collections.abc import Callable
from datetime import date
from statistics import median

import pandas as pd

from adoption import series, status
from adoption.vocabulary import APPROVALS, DECISIONS, OWN_BODIES, READINGS, TALK
from benchmarks.rows import Row
from data import tables

PART = "rules"
DAY = date(2014, 4, 25)
SINCE = date(2012, 2, 8)
UNTIL = date(2026, 1, 1)
DAYS = (UNTIL - SINCE).days
READ = ["ags", "id", "event", "body", "announces", "confidence", "date", "first_day", "last_day"]
LADDER = {"open": ("opening",), "approved": APPROVALS, "decided": DECISIONS}


def floor(events: pd.DataFrame) -> None:
    """Look once at every event, in the columns that the rules read, and do nothing with it."""
    for _ in events[READ].itertuples(index=False):
        pass


def naive(events: pd.DataFrame, districts: pd.DataFrame, day: date) -> list[str]:
    """The certain status of every district, by filtering and sorting the frame each time."""
    return [_naive_status(events[events["ags"] == ags], day) for ags in districts["ags"]]


def _naive_status(mine: pd.DataFrame, day: date) -> str:
    """The rules of `adoption.status` in the certain reading; there is no closure to heed."""
    by_ministry = (mine["body"] == "ministry") & mine["event"].isin(status.MINISTRY_ACTS)
    mine = mine[mine["body"].isin(OWN_BODIES) | by_ministry]
    refusal = mine["event"] == "rejection"
    mine = mine.assign(refusal=refusal).sort_values(["first_day", "last_day", "refusal", "id"])
    begun = mine["first_day"] <= pd.Timestamp(day)
    refused = begun & mine["refusal"] & (mine["body"] == "council")
    refused_later = refused.to_numpy(bool)[::-1].cumsum()[::-1] > 0
    undone = mine["event"].isin(DECISIONS) & refused_later
    firm = (mine["confidence"] != "low") & (mine["event"] != "planned")
    counted = mine[firm & (mine["last_day"] <= pd.Timestamp(day))]
    for name, kinds in LADDER.items():
        if (counted["event"].isin(kinds) & ~undone).any():
            return name
    talk = counted.loc[counted["event"].isin(TALK) | undone, "event"]
    if talk.empty:
        return "unknown"
    return "rejected" if talk.iloc[-1] == "rejection" else "debated"


def took(work: Callable[[], object], repeats: int) -> float:
    """Median milliseconds of so many runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def measure(quick: bool) -> list[Row]:
    """One day, and every day.

    Raises
    ------
    ValueError
        The naive version and ours disagree: then a comparison says nothing.
    """
    known = tables.load()
    events, districts = known.events, known.districts
    ours = status.status_on(events, districts, DAY, "certain")
    if naive(events, districts, DAY) != ours["status"].tolist():
        raise ValueError("naive gives other statuses; adapt it to adoption/status.py")
    many, few = (5, 1) if quick else (50, 5)
    lowest = took(lambda: floor(events), many)
    slow_day = took(lambda: naive(events, districts, DAY), few)
    day = took(lambda: status.status_on(events, districts, DAY, "certain"), many)
    every_day = took(lambda: series.episodes(events, districts), many)
    times = len(READINGS) * DAYS
    return [
        Row(PART, f"a day, {len(events)} events", "ms", day, lowest, slow_day),
        Row(PART, "every day (episodes)", "ms", every_day, lowest, slow_day * times),
    ]
