"""What changed between two days, district by district."""

from datetime import date

import pandas as pd

from adoption.status import Histories, histories, standing, status_on
from adoption.vocabulary import DEFINITIONS

CHANGE_COLUMNS = [
    "ags",
    "status_from",
    "status_to",
    "has_kiz_from",
    "has_kiz_to",
    "date",
    "event_id",
]


def changes_between(
    events: pd.DataFrame,
    districts: pd.DataFrame,
    first: date,
    last: date,
    definition: str,
    reading: str = "certain",
    acts: Histories | None = None,
) -> pd.DataFrame:
    """The districts whose status or count differs at the ends of two days.

    A district that came into the count is dated by the event that brought it in, every
    other change by the event that proves the status at the end. `acts` as for `status_on`.

    Returns one row per changed district in the order of what happened, on one day in that of
    `districts`: `ags`,
    `status_from`, `status_to`, `has_kiz_from`, `has_kiz_to` (truth values under the
    definition), `date` (EDTF) and `event_id`, both empty where a status went back to
    "nothing known".

    Raises
    ------
    ValueError
        The second day is before the first, or the definition is unknown.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}; swap the two days")
    if definition not in DEFINITIONS:
        raise ValueError(f'definition "{definition}" is unknown; use {", ".join(DEFINITIONS)}')
    acts = histories(events) if acts is None else acts
    before, after = (status_on(events, districts, day, reading, acts) for day in (first, last))
    gained = after[definition] & ~before[definition]
    dates, proofs = after["since"].tolist(), after["event_id"].tolist()
    for row, ags in after.loc[gained, "ags"].items():
        brought = standing(acts[ags], last, reading).held[definition]
        dates[row], proofs[row] = brought.date, brought.id
    table = pd.DataFrame(
        {
            "ags": after["ags"],
            "status_from": before["status"],
            "status_to": after["status"],
            "has_kiz_from": before[definition],
            "has_kiz_to": after[definition],
            "date": dates,
            "event_id": proofs,
        }
    )
    moved = gained | table["status_from"].ne(table["status_to"])
    moved |= table["has_kiz_from"].ne(table["has_kiz_to"])
    order = table["event_id"].map(events.set_index("id")["last_day"])
    ranked = table.assign(order=order)[moved].sort_values("order", kind="stable")
    return ranked[CHANGE_COLUMNS].reset_index(drop=True)
