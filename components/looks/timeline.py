"""The axis of a district's way, and the colour of each kind of event."""

from datetime import date
from typing import NamedTuple

import pandas as pd

#: The axis shows at least the years in which most districts decided.
FIRST_YEAR, LAST_YEAR = 2012, 2014
#: What an event does to the status gives its mark the colour of the map.
STATUS_OF = {
    "motion": "debated",
    "debate": "debated",
    "rejection": "rejected",
    "decision": "decided",
    "application": "decided",
    "approval": "approved",
    "grant": "approved",
    "opening": "open",
    "closure": "closed",
    "planned": "unknown",
}


class Axis(NamedTuple):
    """The years of the axis, and the district's last evidence or None.

    Evidence from after these years has, behind a break, one more column, in whose middle it
    stands: years in which nothing else is known would take the room of the others.
    """

    years: range
    evidence: date | None = None

    @property
    def beyond(self) -> bool:
        """Whether there is such a column."""
        return self.evidence is not None and self.evidence.year > self.years[-1]

    @property
    def labels(self) -> list[str]:
        """What the columns are called: their years."""
        later = [self.evidence.year] if self.beyond else []
        return [str(year) for year in (*self.years, *later)]

    def place(self, day: date) -> float:
        """Where a day lies, 0-1; behind the break a day after the last evidence lies at the end,
        without one it is outside.
        """
        columns = len(self.labels)
        if day.year <= self.years[-1] or not self.beyond:
            return place(day, self.years) * len(self.years) / columns
        if day > self.evidence:
            return 1
        begins = date(self.years[-1] + 1, 1, 1)
        part = (day - begins) / (self.evidence - begins) if self.evidence > begins else 1
        return (len(self.years) + part / 2) / columns


def unsure(event: tuple) -> bool:
    """Whether an event's mark is drawn as unsure: weakly sourced, or no more than a plan."""
    return event.confidence == "low" or event.event == "planned"


def years(events: pd.DataFrame) -> range:
    """The whole years that the axis spans: all of the district's events, and the growth."""
    first = min([FIRST_YEAR, *events["first_day"].dt.year])
    return range(first, max([LAST_YEAR, *events["last_day"].dt.year]) + 1)


def place(day: date, span: range) -> float:
    """Where a day lies on the axis, 0-1 for the days within; every year is equally wide."""
    begins = date(day.year, 1, 1)
    length = (date(day.year + 1, 1, 1) - begins).days
    return (day.year - span.start + (day - begins).days / length) / len(span)
