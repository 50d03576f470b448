"""What had happened by a day, and what came later: the rule for whatever is told as of a day.

An event whose whole span has passed had happened; one whose span has not begun came later. One
whose span contains the day may have happened already: it is told with the earlier ones and
marked ("vielleicht schon"), because to leave it out would say that it came later.
"""

from datetime import date

import pandas as pd

#: How a span lies to a day: over by its end, begun and not over, not begun.
TIMES = ("before", "perhaps", "later")


def times(spans: pd.DataFrame, day: date) -> pd.Series:
    """How each row with `first_day` and `last_day` lies to the day: one of TIMES, by its index."""
    end = pd.Timestamp(day)
    over, coming = spans["last_day"] <= end, spans["first_day"] > end
    before, perhaps, later = TIMES
    found = [
        later if yet else before if done else perhaps
        for done, yet in zip(over, coming, strict=True)
    ]
    return pd.Series(found, index=spans.index, dtype="string")


def begun(spans: pd.DataFrame, day: date) -> pd.DataFrame:
    """The rows that had happened by the day or may have."""
    return spans[~(spans["first_day"] > pd.Timestamp(day))]


def reached_by(reached: pd.DataFrame, day: date) -> pd.DataFrame:
    """What `series.reached` finds, as far as it had come about by the day.

    `earliest` is missing where there was certainly none by then; `latest` too where there may
    have been one.
    """
    columns = ["earliest", "latest"]
    come = reached[columns].astype("datetime64[s]") <= pd.Timestamp(day)
    return reached.assign(**{name: reached[name].where(come[name]) for name in columns})
