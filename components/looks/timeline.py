"""The axis of a district's way, and the colour of each kind of event."""

from datetime import date

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
