"""The axis of the time, in months: the curve of the number, and where a day lies.

It has a stop for the first day of the atlas and for the end of every month up to the end of the
year of the last change, then, a little apart, one for the last day of all. Half-way between the
two stands the last evidence: what is later is drawn as it was then.
"""

import calendar
from datetime import date
from typing import NamedTuple

import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.facts import curve

#: How far the last stop lies behind the axis, in months.
GAP = 8


class Axis(NamedTuple):
    """The end of the axis and the last evidence (ISO), paths of line and band in months by
    districts.
    """

    end: str
    evidence: str
    line: str
    band: str
    top: int


def axis(atlas: Atlas, definition: str) -> Axis:
    """The curve of the number as the control draws it, from the left to the end of the axis."""
    end = date(max(atlas.changes["first_day"]).year, 12, 31)
    steps = curve.adoption(atlas, definition, "number", end).steps
    top = len(atlas.tables.districts)
    places = [place(day) for day in steps["first_day"]]
    lower, upper = (_staircase(places, top - steps[name]) for name in ("lower", "upper"))
    line = _staircase(places, top - steps["certain"])
    days = end.isoformat(), atlas.evidence.day.isoformat()
    return Axis(*days, f"M{' '.join(line)}", f"M{' '.join(upper + lower[::-1])}z", top)


def place(day: date) -> float:
    """Where a day lies on the axis, in months: 0 is the first day, 1 the end of its month."""
    months = (day.year - FIRST_DAY.year) * 12 + day.month - FIRST_DAY.month
    first = FIRST_DAY.day if months == 0 else 0
    length = calendar.monthrange(day.year, day.month)[1]
    return round(months + (day.day - first) / (length - first), 3)


def _staircase(places: list[float], heights: pd.Series) -> list[str]:
    """The corners of a line that stays until the next step."""
    corners: list[str] = []
    for x, height in zip(places, heights, strict=True):
        if corners:
            corners.append(f"{x:g},{corners[-1].partition(',')[2]}")
        corners.append(f"{x:g},{height:g}")
    return corners
