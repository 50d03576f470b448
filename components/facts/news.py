"""What became known: every event, confirmation, step of the law and published total, dated by
its source.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.dates import span
from components.base.atlas import Atlas
from components.base.memory import kept

#: What the day of an entry is: see `News`.
KNOWN = ("day", "span", "searched")


class News(NamedTuple):
    """One thing that became known.

    The tables do not say when the atlas learned of it, so `day` is never that: it is the day on
    which the best source was published (`known` is `day`), the last day on which it can have been
    where only a month or a year is known, but none after the last search (`span`), and that of
    the last search in the district, which had it, where the source is undated (`searched`).

    `kind` is one of ENTRIES but `all`, or `total`; `row` its row of `Atlas.happened` with name and
    kind of the district, or of the totals, `source` that of its source. `ags` is empty where it is
    of the whole state.
    """

    kind: str
    id: str
    ags: str
    day: date
    known: str
    row: tuple
    source: tuple


@kept(2)
def news(atlas: Atlas) -> tuple[News, ...]:
    """All that became known, the latest first."""
    found = sorted(_all(atlas), key=lambda one: one.id)
    found.sort(key=lambda one: (one.day, one.row.last_day), reverse=True)
    return tuple(found)


def _all(atlas: Atlas) -> Iterator[News]:
    tables = atlas.tables
    districts = tables.districts.set_index("ags")
    sources = {source.id: source for source in tables.sources.itertuples(index=False)}
    happened = atlas.happened
    named = {name: happened["ags"].map(districts[name]).fillna("") for name in ("name", "kind")}
    rows = pd.concat([happened.assign(**named), tables.totals.assign(entry="total", ags="")])
    for row in rows.itertuples(index=False):
        searched = districts["researched_on"].get(row.ags, atlas.researched)
        source = sources[row.source_id]
        known, day = _known(source.published, span(searched).last)
        yield News(row.entry, row.id, row.ags, day, known, row, source)


def _known(published: str, searched: date) -> tuple[str, date]:
    """Which of KNOWN, and the day."""
    if not published:
        return "searched", searched
    within = span(published)
    if within.first == within.last:
        return "day", within.last
    return "span", min(within.last, searched)
