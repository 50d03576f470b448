"""Whether a run is worse than the one that is kept: ratios to the floor, never times.

Machines differ, so that only a ratio says something: how many times the floor of the same run the
atlas takes. Worse is by more than a quarter, and by more than the last digit of a small one.
"""

from collections.abc import Collection
from typing import NamedTuple

from benchmarks.results import Run
from benchmarks.rows import Row, row

WORSE, LEAST = 1.25, 0.02


class Finding(NamedTuple):
    """What is worse than it was, or was not measured: the part, and a line that says so."""

    part: str
    line: str


def findings(kept: Run, now: Run, parts: Collection[str]) -> list[Finding]:
    """What of these parts is worse now or was not measured; empty when all is well.

    What could not be measured when the kept run was made is told as well: nothing watches over it.
    """
    found = [
        Finding(part, f"{part}: {text}: {why}")
        for run, text in ((kept, "no committed ratio"), (now, "not measured now"))
        for part, why in run.missing.items()
        if part in parts
    ]
    ratios = [row for row in kept.rows if row.part in parts and row.ratio is not None]
    for before in ratios:
        if before.part not in now.missing:
            found += _finding(before, row(now.rows, before.part, before.name))
    return found


def _finding(before: Row, now: Row | None) -> list[Finding]:
    said = f"{before.part}, {before.name}: committed {before.ratio:.2f} × floor"
    if now is None or now.ratio is None:
        return [Finding(before.part, f"{said}, not measured now")]
    return [Finding(before.part, f"{said}, now {now.ratio:.2f}")] if worse(before, now) else []


def worse(before: Row, now: Row) -> bool:
    """Whether the ratio of now is worse than the one of before by more than a quarter."""
    least, most = sorted((before.ratio, now.ratio))
    turned = (now.ratio < before.ratio) == (before.better == "higher")
    return turned and most > least * WORSE and most - least > LEAST
