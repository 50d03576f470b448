"""Invented standings of a day, as the page's pure parts get them."""

import pandas as pd
from event_builders import districts

#: What stands for each group when a test says nothing else: status, possible status.
USUAL = {
    "with": ("open", "open"),
    "undetermined": ("unknown", "open"),
    "without": ("unknown", "unknown"),
}


def standings(*changes: dict[str, str], count: int = 0, group: str = "with") -> pd.DataFrame:
    """One row per district: those told in `changes`, then as many of `group` as make `count`."""
    rows = [*changes, *[{}] * (count - len(changes))]
    frame = districts(len(rows))
    told = []
    for number, row in enumerate(rows):
        own = row.get("group", group)
        status, possible = USUAL[own]
        plain = {"status": status, "possible_status": row.get("status", possible), "group": own}
        plain |= {"event_id": "", "since": "", "body": "", "basis": "", "confidence": ""}
        plain |= dict(frame.loc[number])
        told.append(plain | row)
    return pd.DataFrame(told)


def total(count: int = 29, counted_by: str = "ministry", **cells: object) -> pd.Series:
    """A published total under the definition asked for."""
    row = {"count": count, "of": 54, "publisher": "Verein", "counted_by": counted_by}
    return pd.Series(row | {"date": "2013-06-12"} | cells)
