"""Who has none: the lists, and the last day on which one was missing."""

from datetime import date, timedelta

import pandas as pd


def last_missing(days: pd.DataFrame) -> tuple[date, list[str]]:
    """The last day on which one was certainly missing, and the ags of those it was missing from.

    `days` is what `series.reached` returns, with no district that never got one.
    """
    last = days["earliest"].max()
    return last - timedelta(1), list(days.loc[days["earliest"].eq(last), "ags"])
