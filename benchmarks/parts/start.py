"""How long a start takes, and how long the first visitors after it wait for first sight."""

import time
from statistics import median

from playwright.sync_api import Browser

from benchmarks.in_browser import SEEN_FIRST, browser, opened, visitor
from benchmarks.parts.first_map import QUERY
from benchmarks.rows import Row
from benchmarks.serving import served

PART = "start"
#: One start is up to a fifth off, so that the median of few says little of a tenth.
STARTS, VISITORS = 7, 3
SUBJECTS = ("floor", "dash", "atlas")


def measure(quick: bool) -> list[Row]:
    """Start every subject several times, and let visitors come one after the other."""
    starts = 1 if quick else STARTS
    with browser() as running:
        found = {
            subject: [_visits(running, subject) for _ in range(starts)] for subject in SUBJECTS
        }

    def of(number: int) -> dict[str, float]:
        return {name: median(one[number] for one in visits) for name, visits in found.items()}

    first, second = of(1), of(2)
    waits = {name: first[name] / second[name] for name in SUBJECTS}
    return [
        Row(PART, "answers after", "ms", **of(0), better=""),
        Row(PART, "1st visitor", "ms", **first),
        Row(PART, "2nd visitor", "ms", **second),
        Row(PART, "3rd visitor", "ms", **of(3)),
        Row(
            PART,
            "start to first sight",
            "ms",
            **{name: of(0)[name] + first[name] for name in SUBJECTS},
            better="",
        ),
        Row(PART, "1st / 2nd visitor", "", **waits),
    ]


def _visits(running: Browser, subject: str) -> list[float]:
    """How long the start took, and how long each visitor waited, in ms."""
    began = time.monotonic()
    with served(subject) as site:
        waits = [(time.monotonic() - began) * 1000]
        for _ in range(VISITORS):
            with visitor(running) as context:
                address = f"{site.address}/{QUERY.get(subject, '')}"
                page, _ = opened(context, address, *SEEN_FIRST[subject])
                waits.append(page.evaluate("window.seen"))
    return waits
