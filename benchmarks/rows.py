"""What a part of the benchmarks finds: rows, each one measure of the atlas and of its rivals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

#: Whom a row compares, in the order of the table; the ratio is that of the last to the first.
SUBJECTS = ("floor", "naive", "dash", "atlas")


class Unmeasured(RuntimeError):
    """A part that cannot be measured on this machine; the text says what it lacks."""


@dataclass(frozen=True)
class Row:
    """One measure of all subjects, in one unit.

    `better` is "lower" or "higher"; empty for what is told and compared with nothing. A subject
    that has no such thing is None.
    """

    part: str
    name: str
    unit: str
    atlas: float
    floor: float | None = None
    naive: float | None = None
    dash: float | None = None
    better: str = "lower"

    @property
    def ratio(self) -> float | None:
        """How many times the floor the atlas takes; None where that says nothing."""
        return self.atlas / self.floor if self.floor and self.better else None

    def rounded(self) -> "Row":
        """The row with the digits that say something; more would only make every run another."""
        values = {subject: getattr(self, subject) for subject in SUBJECTS}
        kept = {name: float(f"{value:.4g}") for name, value in values.items() if value is not None}
        return replace(self, **kept)


def row(rows: Sequence[Row], part: str, name: str) -> Row | None:
    """The row of this part and name; None without one."""
    return next((one for one in rows if (one.part, one.name) == (part, name)), None)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed; raises ValueError without any."""
    if not values:
        raise ValueError("no value; nothing has been measured")
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
