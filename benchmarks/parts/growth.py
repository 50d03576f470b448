"""How the rules grow with the events: 54 districts, and more and more of them for each.

An exponent of 1 is as much work for each event as before, 2 is twice as much when there are twice
as many. The floor looks once at every event.
"""

import math
from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import pandas as pd

from adoption import reconcile, series, status
from benchmarks.parts.rules import floor, naive, took
from benchmarks.rows import Row
from data import tables
from data.tables import Tables

PART = "growth"
SIZES, FEW_SIZES = (200, 2_000, 20_000), (200, 800)
DAY, DEFINITION = date(2018, 4, 25), "approved"
#: Up to so many events naive is measured: with more it is as slow for each district.
NAIVE_MOST = 2_000
#: As many days as an event is moved by at most, to and fro.
MOVED = 1_500


def measure(quick: bool) -> list[Row]:
    """Each of the rules with every number of events, and the exponents."""
    known, sizes = tables.load(), FEW_SIZES if quick else SIZES
    found = {size: _times(known, grown(known.events, size)) for size in sizes}
    rows = []
    for name in ("episodes", "standings", "reconcile"):
        floors = {size: found[size]["floor"] for size in sizes}
        ours = {size: found[size][name] for size in sizes}
        for size in sizes:
            slow = found[size].get("naive") if name == "standings" else None
            rows.append(Row(PART, f"{name}, {size:,} events", "ms", ours[size], floors[size], slow))
        rows.append(Row(PART, f"{name}, exponent", "", exponent(ours), exponent(floors)))
    return rows


def grown(events: pd.DataFrame, count: int) -> pd.DataFrame:
    """So many events: the real ones, as often as needed, each on days of its own."""
    chance = np.random.default_rng(1)
    rows = chance.integers(len(events), size=count)
    many = events.iloc[rows].reset_index(drop=True)
    moved = pd.to_timedelta(chance.integers(-MOVED, MOVED, size=count), unit="D")
    spans = {side: many[side] + moved for side in ("first_day", "last_day")}
    return many.assign(id=[f"event-{number}" for number in range(count)], **spans)


def exponent(times: Mapping[int, float]) -> float:
    """How times grow with sizes: the slope of their logarithms, by least squares."""
    sizes, taken = ([math.log(one) for one in side] for side in zip(*times.items(), strict=True))
    return float(np.polyfit(sizes, taken, 1)[0])


def _times(known: Tables, events: pd.DataFrame) -> dict[str, float]:
    """Milliseconds of every rule with these events."""
    districts, repeats = known.districts, 3 if len(events) > NAIVE_MOST else 7
    changes = series.episodes(events, districts)
    works: dict[str, Callable[[], object]] = {
        "floor": lambda: floor(events),
        "episodes": lambda: series.episodes(events, districts),
        "standings": lambda: status.holders_on(events, districts, DAY, DEFINITION),
        "reconcile": lambda: reconcile.reconcile(known.totals, changes),
    }
    if len(events) <= NAIVE_MOST:
        works["naive"] = lambda: naive(events, districts, DAY)
    return {name: took(work, repeats) for name, work in works.items()}
