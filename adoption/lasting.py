"""How long a KIZ is known to have lasted: the latest text that shows it, the end of the evidence.

Nothing here changes a status: a confirmation says that what had begun was still there.
"""

from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.dates import edtf_of, precision
from adoption.vocabulary import BOUNDS_BELOW, DEFINITIONS, MILESTONES

#: What begins or ends a KIZ: a confirmation is worth something only after the last of these.
TURNS = (*MILESTONES, "closure")


class Evidence(NamedTuple):
    """The last day of which anything is known for certain, and its date as the source has it."""

    day: date
    date: str

    @property
    def until(self) -> str:
        """The end of what is known (EDTF): of a longer period its first day."""
        return self.day.isoformat() if precision(self.date) == "interval" else self.date


def confirmed(confirmations: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The latest confirmation of each district, unless its KIZ began or ended later than that.

    The latest is the one with the latest first day, then the latest last day.

    Returns rows of `confirmations`, at most one per district.
    """
    order = ["first_day", "last_day", "id"]
    last = confirmations.dropna(subset="first_day").sort_values(order)
    last = last.drop_duplicates("ags", keep="last")
    turns = events[events["event"].isin(TURNS)].groupby("ags")["first_day"].max()
    turned = turns.reindex(last["ags"]).to_numpy()
    return last[~(turned > last["first_day"].to_numpy())].sort_values("ags")


def of_holders(confirmed: pd.DataFrame, standings: pd.DataFrame) -> pd.DataFrame:
    """Of the latest confirmations those of the districts that have a KIZ or may have, by `ags`.

    `standings` are those of a day (ags, group): of who has none on it, none is told.
    """
    holders = standings.loc[standings["group"].ne("without"), "ags"]
    return confirmed[confirmed["ags"].isin(holders)].set_index("ags")


def complete_total(totals: pd.DataFrame, of: int) -> pd.Series | None:
    """The latest published total that counts a KIZ in every one of the `of` districts, or None."""
    whole = totals[totals["count"].eq(of) & totals["definition"].isin(DEFINITIONS)]
    known = whole.dropna(subset="first_day")
    if known.empty:
        return None
    # Of two of a day the ministry's own goes first.
    ranked = known.assign(own=known["counted_by"].eq("ministry"))
    return ranked.sort_values(["first_day", "own"], kind="stable").iloc[-1]


def confirms(counted: str, definition: str) -> bool:
    """Whether a total that counted by one definition says as much under another."""
    return definition in BOUNDS_BELOW[counted]


def all_since(reached: pd.DataFrame) -> str:
    """Since when all districts have a KIZ (EDTF), or empty where not all certainly have one.

    `reached` is what `series.reached` returns.
    """
    if reached.empty or reached["latest"].isna().any():
        return ""
    return edtf_of(reached["earliest"].max(), reached["latest"].max())


def end_of_evidence(*tables: pd.DataFrame) -> Evidence | None:
    """The latest first day of any row of these tables, each with date, first_day, last_day.

    What is dated to a period only is known to have been so at its beginning.
    """
    columns = ["date", "first_day", "last_day"]
    rows = [table[columns].dropna(subset="first_day") for table in tables if len(table)]
    rows = [table for table in rows if len(table)]
    if not rows:
        return None
    last = pd.concat(rows).sort_values(["first_day", "last_day"]).iloc[-1]
    return Evidence(last["first_day"].date(), last["date"])
