"""How long what all have is known to have lasted: since when, no closure, the latest count."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from adoption import lasting
from adoption.series import change_days
from components.base.atlas import Atlas
from components.base.collation import by_name
from components.base.memory import kept


@dataclass(frozen=True, eq=False)
class Lasting:
    """What is said of all districts from the last change on, under a definition.

    `start` is the day of that change, `since` the date from which all have a KIZ (EDTF; empty
    where not all have one), `closed` who is known to have closed one. `total` is the latest total
    that found one everywhere, with the `publisher`, `title`, `published` and `url` of its source,
    or None; `fits` whether it says so under this definition too. `of` is the number of districts.
    """

    definition: str
    start: date
    since: str
    closed: list[str]
    total: pd.Series | None
    fits: bool
    of: int


@kept(16)
def of_all(atlas: Atlas, definition: str) -> Lasting:
    """What lasts under the definition."""
    tables = atlas.tables
    of = len(tables.districts)
    shut = tables.events.loc[tables.events["event"].eq("closure"), "ags"]
    names = tables.districts.loc[tables.districts["ags"].isin(shut), "short_name"]
    total = lasting.complete_total(tables.totals, of)
    if total is not None:
        cited = tables.sources.set_index("id").loc[total["source_id"]]
        total = pd.concat([total, cited[["publisher", "title", "published", "url"]]])
    return Lasting(
        definition,
        start=change_days(atlas.changes, definition)[-1],
        since=lasting.all_since(atlas.reached(definition)),
        closed=by_name(names),
        total=total,
        fits=total is not None and lasting.confirms(total["definition"], definition),
        of=of,
    )


def confirmation_of(atlas: Atlas, ags: str) -> pd.Series | None:
    """The latest text that shows the KIZ of a district after its start, or None."""
    rows = atlas.confirmed
    own = rows[rows["ags"].eq(ags)]
    return None if own.empty else own.iloc[0]
