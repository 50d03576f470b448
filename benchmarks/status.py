"""How fast the rules are on the real tables, against a floor and a naive version.

`python -m benchmarks.status` prints a table; README.md beside this file explains it.
"""

import time
from collections.abc import Callable
from datetime import date
from statistics import median

import pandas as pd

from adoption import series, status
from adoption.vocabulary import APPROVALS, DECISIONS, OWN_BODIES, READINGS, TALK
from data import tables

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


def measured(work: Callable[[], object], repeats: int) -> float:
    """Median seconds of so many runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Measure everything in one run and print it.

    Raises
    ------
    SystemExit
        The naive version and ours disagree: then a comparison says nothing.
    """
    known = tables.load()
    events, districts = known.events, known.districts
    ours = status.status_on(events, districts, DAY, "certain")
    if naive(events, districts, DAY) != ours["status"].tolist():
        raise SystemExit("the naive version gives another status; adapt it to adoption/status.py")

    lowest = measured(lambda: floor(events), 50)
    slow_day = measured(lambda: naive(events, districts, DAY), 5)
    day = measured(lambda: status.status_on(events, districts, DAY, "certain"), 50)
    curve = measured(lambda: series.episodes(events, districts), 20)
    # A naive curve takes minutes: a day in both readings, times the days.
    every_day = len(READINGS) * DAYS
    print(f"{len(events)} events, {len(districts)} districts, {DAYS} days in both readings")
    print(f"{'':38}{'ms':>12}{'x floor':>12}{'naive is':>10}")
    _line("floor: look at each event once", lowest, lowest)
    _line("one day, naive", slow_day, lowest)
    _line("one day, status_on", day, lowest, slow_day)
    _line("every day, naive (extrapolated)", slow_day * every_day, lowest)
    _line("every day, status_on (extrapolated)", day * every_day, lowest, slow_day * every_day)
    _line("every day, episodes", curve, lowest, slow_day * every_day)


def _line(name: str, seconds: float, lowest: float, slow: float | None = None) -> None:
    slower = f"{slow / seconds:,.0f} x" if slow else ""
    print(f"{name:38}{seconds * 1000:>12,.1f}{seconds / lowest:>12,.1f}{slower:>10}")


if __name__ == "__main__":
    main()
