"""What the atlas is to reach, held against the rows of a run."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.rows import Row, row


@dataclass(frozen=True)
class Target:
    """At most so much of a row: of its ratio to the floor, or of the value of the atlas."""

    words: str
    part: str
    name: str
    most: float
    of: str = "atlas"

    def value(self, rows: Sequence[Row]) -> float | None:
        """What is held against the target; None where it was not measured."""
        found = row(rows, self.part, self.name)
        return getattr(found, self.of) if found else None

    def verdict(self, rows: Sequence[Row]) -> str:
        """The target and whether it is reached, in one line."""
        if (value := self.value(rows)) is None:
            return f"not measured: {self.words}"
        reached = "reached" if value <= self.most else "not reached"
        return f"{reached}: {self.words} ({value:.3g} of at most {self.most:g})"


#: A first visitor is no slower than the second within the noise of some starts: a tenth.
TARGETS = (
    Target(
        "first complete map, in times the floor's first text", "first-map", "cold", 1.3, "ratio"
    ),
    Target(
        "100 visitors behind nginx, p95 of an answer in s", "load-nginx", "100 visitors: p95", 2
    ),
    Target("100 visitors behind nginx, errors", "load-nginx", "100 visitors: errors", 0),
    Target("a run of the script, ms of CPU at the median", "run", "CPU, median", 60),
    Target("first visitor after a start, in times the second", "start", "1st / 2nd visitor", 1.1),
    Target("memory, MB a visitor", "load", "memory a visitor", 1.5),
)
