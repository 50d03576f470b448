"""The published totals beside our own counts, as rows; the latest that binds."""

from datetime import date

import pandas as pd

from components.base.atlas import FEW, Atlas
from components.base.collation import by_name
from components.base.memory import kept
from components.facts.sources import lined


def binding(totals: pd.DataFrame, sources: pd.DataFrame, definition: str) -> pd.DataFrame:
    """The totals that bind under this definition, in the order of their last days.

    Returns rows of `totals` with their sources' `publisher`. Of two of the same day the
    ministry's own comes last.
    """
    fits = totals[totals["definition"].eq(definition) & totals["binds"].eq("yes")]
    publishers = fits["source_id"].map(sources.set_index("id")["publisher"])
    own = fits["counted_by"].eq("ministry")
    dated = fits.assign(publisher=publishers, own=own).dropna(subset="last_day")
    return dated.sort_values(["last_day", "own"]).drop(columns="own")


@kept(FEW)
def binding_of(atlas: Atlas, definition: str) -> pd.DataFrame:
    """`binding` of the tables of the atlas."""
    return binding(atlas.tables.totals, atlas.tables.sources, definition)


def latest_total(binding: pd.DataFrame, day: date) -> pd.Series | None:
    """The last of the totals that bind that is true of a day up to `day`, or None."""
    past = int(binding["last_day"].searchsorted(pd.Timestamp(day), side="right"))
    return binding.iloc[past - 1] if past else None


def counts(totals: pd.DataFrame, definition: str) -> list[tuple[date, int]]:
    """The days on which the ministry counted, and what it counted under this definition.

    Only what binds and is of a day, or of a month, which means its last day; of several counts
    with the same figure the first.
    """
    own = totals["counted_by"].eq("ministry") & totals["binds"].eq("yes")
    near = (totals["last_day"] - totals["first_day"]).dt.days.lt(31)
    rows = totals[own & near & totals["definition"].eq(definition)]
    first = rows.sort_values("last_day", kind="stable").drop_duplicates("count")
    return list(zip(first["last_day"].dt.date, first["count"].astype(int), strict=True))


@kept(2)
def reconciled(atlas: Atlas) -> pd.DataFrame:
    """What `compared` finds in the tables of the atlas."""
    tables = atlas.tables
    return compared(tables.totals, atlas.verdicts, tables.districts, tables.sources)


def compared(
    totals: pd.DataFrame, verdicts: pd.DataFrame, districts: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """Totals, verdicts and sources in one frame, in the order of `totals`.

    Returns all columns of `totals` and of `verdicts` (see `adoption.reconcile.reconcile`),
    `difference` as a list of short names in alphabetical order, `publisher`, `published`,
    `source` (in one line) and `source_url`.
    """
    names = districts.set_index("ags")["short_name"]
    cited = lined(sources)
    rows = totals.merge(verdicts, on="id", validate="one_to_one")
    rows["difference"] = [by_name(names[list(ags)]) for ags in rows["difference"]]
    lines = {
        "publisher": cited["publisher"],
        "published": cited["published"],
        "source": cited["line"],
        "source_url": cited["url"],
    }
    return rows.assign(**{name: rows["source_id"].map(line) for name, line in lines.items()})
