"""Which published totals are named on the curve itself."""

from datetime import date

import pandas as pd

#: So many can be told apart on one curve.
MOST_LABELLED = 6


def labelled(points: pd.DataFrame, definition: str, last: date) -> pd.DataFrame:
    """The totals that matter most up to a day, the most important first.

    Of those that bind under this very definition and whose day is known to the month: one per
    number, the ministry's own before others, then the earliest. The ministry's come first;
    then, one after the other, the number that is furthest from those already taken.

    Parameters
    ----------
    points
        What `components.facts.curve.points` returns.
    """
    fits = points["binds"].eq("yes") & points["definition"].eq(definition) & points["dated"]
    known = points[fits & points["day"].le(last)]
    known = known.assign(others=known["counted_by"].ne("ministry"))
    ordered = known.sort_values(["others", "day", "id"]).drop_duplicates("count")
    taken = ordered[~ordered["others"]].index.tolist()
    left = [index for index in ordered.index if index not in taken]
    while left:
        left.sort(key=lambda one: _apart(ordered, one, taken), reverse=True)
        taken.append(left.pop(0))
    return ordered.loc[taken[:MOST_LABELLED]]


def _apart(totals: pd.DataFrame, one: int, taken: list[int]) -> int:
    """How far a number is from the next of those taken; from none, how high it is."""
    count = totals.at[one, "count"]
    return int(min((abs(count - totals.at[other, "count"]) for other in taken), default=count))
