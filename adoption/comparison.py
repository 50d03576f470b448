"""One district among the others: its rank in the order of adoption, and how long it took.

Nothing is averaged over what is not known: ranks, waits and medians are ranges where
dates are spans, and the number of districts behind each figure is named.
"""

from datetime import date
from math import floor
from typing import NamedTuple

import pandas as pd

from adoption.dates import TALK_FLOOR
from adoption.vocabulary import DECISIONS, OWN_BODIES


class Median(NamedTuple):
    """Between which two numbers of whole days the median lies, and over how many districts."""

    least: int
    most: int
    districts: int


class Held(NamedTuple):
    """How many of some districts had a KIZ within a span of days: at least, at most, of all."""

    least: int
    most: int
    of: int


def ranks(reached: pd.DataFrame) -> pd.DataFrame:
    """The place of each district in the order of adoption, as a range.

    `best` counts the districts that certainly came earlier, `worst` also those that may
    have; districts of the same day share their places. `reached` is what `series.reached`
    returns, for the order on a day what `known.reached_by` leaves of it.

    Returns `ags`, `best`, `worst` (Int64, from 1): both missing where there is no KIZ yet,
    `worst` alone where it is possible but not certain.
    """
    days = _as_times(reached)
    earliest, latest = days["earliest"], days["latest"]
    before = latest.dropna().sort_values().searchsorted(earliest, side="left")
    up_to = earliest.dropna().sort_values().searchsorted(latest, side="right")
    best = pd.Series(before + 1, days.index, "Int64").where(earliest.notna())
    worst = pd.Series(up_to, days.index, "Int64").where(latest.notna())
    places = {"ags": days["ags"], "best": best, "worst": worst}
    return pd.DataFrame(places).astype({"best": "Int64", "worst": "Int64"})


def waits(events: pd.DataFrame, reached: pd.DataFrame) -> pd.DataFrame:
    """How long each district took, in days, as a range where a date is a span.

    From the law (8 February 2012) and from its own first motion to the day on which it had
    a KIZ: `reached` is what `series.reached` returns for a definition. A motion of a town inside
    the Kreis is not its own, and one of low confidence proves nothing.

    Returns one row per district: `ags`, `law_least`, `law_most`, `motion_least`,
    `motion_most` (Int64; missing where there is no motion before it, or no KIZ yet; only
    the upper end is missing where the KIZ is possible but not certain).
    """
    days = _as_times(reached).set_index("ags")
    own = _firm(events, ("motion",)).groupby("ags")
    begun, over = own["first_day"].min(), own["last_day"].min()
    law = pd.Timestamp(TALK_FLOOR)
    table = pd.DataFrame(
        {
            "law_least": (days["earliest"] - law).dt.days,
            "law_most": (days["latest"] - law).dt.days,
            "motion_least": (days["earliest"] - over.reindex(days.index)).dt.days.clip(lower=0),
            "motion_most": (days["latest"] - begun.reindex(days.index)).dt.days,
        }
    ).astype("Int64")
    after = table["motion_most"].lt(0).fillna(False)
    table.loc[after, ["motion_least", "motion_most"]] = pd.NA
    return table.reset_index()


def median(table: pd.DataFrame, start: str) -> Median | None:
    """The bounds of the median wait from `start` (`law` or `motion`), over those that have one.

    Every wait lies between its least and its most, so the median lies between the medians
    of the two; nothing has to be guessed. Those whose wait is not over, or whose end is not
    certain, are left out and not counted in `districts`. Half a day, which no wait has, is
    counted as a whole one. None where no district has one.
    """
    known = table.dropna(subset=[f"{start}_least", f"{start}_most"])
    if known.empty:
        return None
    bounds = (floor(known[f"{start}_{end}"].median() + 0.5) for end in ("least", "most"))
    return Median(*bounds, len(known))


def first_decisions(events: pd.DataFrame) -> pd.DataFrame:
    """The decision (or application) of each district's own bodies that was over first.

    Returns the rows of `events`, at most one per district, without those of low confidence.
    """
    order = ["last_day", "first_day", "id"]
    return _firm(events, DECISIONS).sort_values(order).drop_duplicates("ags")


def held_within(reached: pd.DataFrame, ags: pd.Series, first: date, last: date) -> Held:
    """How many of the districts `ags` had a KIZ on an unknown day from `first` to `last`.

    `least` certainly had one on the first of these days already, `most` may have had one
    on the last.
    """
    days = _as_times(reached)
    some = days[days["ags"].isin(ags)]
    least = int((some["latest"] <= pd.Timestamp(first)).sum())
    return Held(least, int((some["earliest"] <= pd.Timestamp(last)).sum()), len(some))


def _as_times(reached: pd.DataFrame) -> pd.DataFrame:
    """The days as times, which can be compared also where all are missing."""
    return reached.astype(dict.fromkeys(("earliest", "latest"), "datetime64[s]"))


def _firm(events: pd.DataFrame, kinds: tuple[str, ...]) -> pd.DataFrame:
    """The events of these kinds by the district's own bodies, unless of low confidence."""
    own = events["event"].isin(kinds) & events["body"].isin(OWN_BODIES)
    return events[own & events["confidence"].ne("low")]
