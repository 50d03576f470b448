"""How long loading and the rules take on the real tables; `make bench` prints it."""

import time
from datetime import date
from statistics import median

import pytest

from adoption import series, status
from data import tables
from geo import boundaries, join

RUNS = 5
DAY = date(2014, 4, 25)
KNOWN = tables.load()
DISTRICTS, EVENTS = KNOWN.districts, KNOWN.events
AREAS = boundaries.load(DISTRICTS["ags"])

WORK = {
    "load the tables": tables.load,
    "load the boundaries": lambda: boundaries.load(DISTRICTS["ags"]),
    "status of a day": lambda: status.status_on(EVENTS, DISTRICTS, DAY, "certain"),
    "groups of a day": lambda: status.holders_on(EVENTS, DISTRICTS, DAY, "approved"),
    "all changes since 2012": lambda: series.episodes(EVENTS, DISTRICTS),
    "neighbours": lambda: join.neighbours(AREAS),
}


@pytest.mark.parametrize("name", WORK)
def test_time_of(name):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        WORK[name]()
        times.append(time.perf_counter() - start)
    print(f" {name}: {median(times) * 1000:.1f} ms, worst {max(times) * 1000:.1f} ms")
