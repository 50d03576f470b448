"""The sentence over the map: who has a KIZ on the day, without printing a falsehood."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import GROUPS
from components.base.atlas import Atlas
from components.base.wording import Wording
from components.facts.totals import latest_total
from components.words.totals import figure

#: More names than this are a list, not a sentence.
MOST_NAMES = 8


class Headline(NamedTuple):
    """The sentence, and what stands below it in smaller type."""

    sentence: str
    detail: list[str]


def on_day(
    atlas: Atlas, day: date, definition: str, words: Wording, table: bool = True
) -> Headline:
    """The sentence of the day, with the latest published total where names are undetermined.

    Where there are too many names it sends the reader to the `table`, if there is one.
    """
    total = latest_total(atlas.tables.totals, atlas.tables.sources, day, definition)
    standings = atlas.standings(day, definition)
    return headline(standings, total, words.day(day), definition, words, table)


def headline(
    standings: pd.DataFrame,
    total: pd.Series | None,
    day: str,
    definition: str,
    words: Wording,
    table: bool = True,
) -> Headline:
    """What could stand in a newspaper on that day.

    While the standing of any district is undetermined, the sentence says how many are proved by
    name and what the latest binding total counted, never that the others have none.

    Parameters
    ----------
    standings
        One row per district: short_name, group.
    total
        The latest published total under this definition, or None: count, date, publisher.
    day
        What the day is called.
    """
    members = {group: standings["group"].eq(group) for group in GROUPS}
    counts = {group: int(mask.sum()) for group, mask in members.items()}
    n, of, has = counts["with"], len(standings), words(f"has.{definition}")
    if counts["undetermined"]:
        key = "headline.undetermined"
    else:
        key = {0: "headline.none", of: "headline.all"}.get(n, "headline.certain")
    detail = []
    if counts["undetermined"] and total is not None and total["count"] != n:
        detail.append(_counted(total, n, words))
    listed = {"undetermined": "headline.undetermined.names", "without": "headline.without"}
    for group, names_key in listed.items():
        if counts[group]:
            names = _names(standings[members[group]], table, words)
            detail.append(words(names_key, names=names))
    return Headline(words(key, n=n, of=of, day=day, has=has), detail)


def _counted(total: pd.Series, named: int, words: Wording) -> str:
    """What a published total counted, beside how many are proved by name."""
    return words(
        f"headline.counted.{total['counted_by']}",
        n=total["count"],
        figure=figure(total["count"], total["of"], words),
        publisher=total["publisher"],
        date=words.date(total["date"]),
        named=named,
    )


def _names(districts: pd.DataFrame, table: bool, words: Wording) -> str:
    n = len(districts)
    if n > MOST_NAMES:
        return words("headline.many", n=n) if table else words.number(n)
    return words.names(sorted(districts["short_name"]))
