"""How the number grew, as a curve tells it: from when to when, and by when most were there."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from components.base.choice import FIRST_DAY

#: The share of the whole that counts as most.
MOST = 0.9
YEAR = 365.25


class Trend(NamedTuple):
    """What the number came to, in the unit of the curve, without what is undetermined.

    `most` is the number of the first day with nine tenths of the whole, or of the last change
    where it never came to that; `end` the number at the end and `last` the day it was reached;
    `years` how many whole years were enough for that since the law; `undetermined` what might
    come on top at the end.
    """

    most: float
    by: date
    end: float
    last: date
    top: int
    undetermined: float

    @property
    def complete(self) -> bool:
        """Whether all have one at the end."""
        return self.end == self.top

    @property
    def years(self) -> int:
        """The years since the law in less than which it came to this."""
        return int((self.last - FIRST_DAY).days // YEAR) + 1


def trend(steps: pd.DataFrame, top: int) -> Trend | None:
    """The trend of the steps of a curve (`facts.curve.Curve`); None where there is nothing.

    It goes by the lower bound of the number, so nothing in it is undetermined.
    """
    end = steps.iloc[-1]
    if not end["lower"]:
        return None
    last = steps[steps["lower"].eq(end["lower"])].iloc[0]["first_day"]
    many = steps[steps["lower"].ge(min(MOST * top, end["lower"]))].iloc[0]
    undetermined = end["upper"] - end["lower"]
    return Trend(many["lower"], many["first_day"], end["lower"], last, top, undetermined)
