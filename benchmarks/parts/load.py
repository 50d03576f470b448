"""Load: more and more visitors who rest on another day every two seconds, and what they wait.

Against one process, and against two behind nginx. An answer is the time from sending the move to
the end of the server's run; the reader's own browser has shown the move long before.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import NamedTuple

from benchmarks.processes import memory_mb
from benchmarks.rows import Row, percentile
from benchmarks.serving import Site, behind_nginx, served
from benchmarks.visitors import Crowd, Step

SUBJECTS = ("floor", "atlas")
CROWDS, SECONDS = (10, 50, 100, 200), 12
FEW_CROWDS, FEW_SECONDS = (5, 10), 4


class Loads(NamedTuple):
    """What each crowd met, and the memory in MB by which a visitor of the last one grew it."""

    steps: list[Step]
    memory: float


def measure(
    part: str, serving: Callable[[str], AbstractContextManager[Site]], quick: bool
) -> list[Row]:
    """Let the crowds come to each subject as `serving` serves it."""
    crowds, seconds = (FEW_CROWDS, FEW_SECONDS) if quick else (CROWDS, SECONDS)
    found = {}
    for subject in SUBJECTS:
        with serving(subject) as site:
            found[subject] = asyncio.run(_loads(site, crowds, seconds))
    rows = []
    for number, count in enumerate(crowds):
        steps = {subject: one.steps[number] for subject, one in found.items()}
        rows += _rows(part, f"{count} visitors", steps)
    memory = {subject: one.memory for subject, one in found.items()}
    return [*rows, Row(part, "memory a visitor", "MB", **memory)]


one_process = partial(measure, "load", partial(served, at_rest=True))
two_behind_nginx = partial(measure, "load-nginx", behind_nginx)


async def _loads(site: Site, crowds: tuple[int, ...], seconds: float) -> Loads:
    async with Crowd(site.address) as crowd:
        await crowd.grow(1)
        await crowd.read(1)  # whoever comes first lets the server make what it keeps
        before, steps = memory_mb(site.pids), []
        for count in crowds:
            await crowd.grow(count)
            steps.append(await crowd.read(seconds))
        return Loads(steps, (memory_mb(site.pids) - before) / (crowds[-1] - 1))


def _rows(part: str, crowd: str, steps: dict[str, Step]) -> list[Row]:
    def row(name: str, unit: str, value: Callable[[Step], float], better: str = "lower") -> Row:
        values = {subject: value(step) for subject, step in steps.items()}
        return Row(part, f"{crowd}: {name}", unit, **values, better=better)

    return [
        row("moves done of wanted", "", lambda step: step.done / step.wanted, "higher"),
        row("moves done", "a second", lambda step: step.done, ""),
        row("p50", "s", lambda step: percentile(step.answers, 0.5)),
        row("p95", "s", lambda step: percentile(step.answers, 0.95)),
        row("errors", "", lambda step: len(step.errors)),
        row("CPU of the visitors themselves", "cores", lambda step: step.busy, ""),
    ]
