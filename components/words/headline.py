"""The sentence over the map: who has a KIZ on the day, without printing a falsehood."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pandas as pd

from components.base.atlas import Atlas
from components.base.collation import by_name
from components.base.wording import Wording
from components.facts.lasting import of_all
from components.facts.totals import binding_of, latest_total
from components.words import lasting as lasting_words
from components.words.totals import figure

#: More names than this are a list, not a sentence.
MOST_NAMES = 8


class Headline(NamedTuple):
    """The sentence, and what stands below it in smaller type."""

    sentence: str
    detail: list[str]


def on_day(atlas: Atlas, day: date, definition: str, words: Wording) -> Headline:
    """The sentence of the day, with the latest published total where names are undetermined.

    Of a day after the last evidence it says what is known, not what holds on that day.
    """
    total = latest_total(binding_of(atlas, definition), day)
    standings = atlas.standings(day, definition)
    line = headline(standings, total, words.day(day), definition, words)
    if day <= atlas.evidence.day:
        return line
    return line._replace(sentence=known(atlas, standings, definition, words))


def alone(atlas: Atlas, day: date, definition: str, words: Wording) -> Headline:
    """The same for what leaves the page, with how long it is known to last."""
    line = on_day(atlas, day, definition, words)
    lasting = lasting_words.told(of_all(atlas, definition), day, words)
    return line._replace(detail=[*line.detail, *lasting])


def known(atlas: Atlas, standings: pd.DataFrame, definition: str, words: Wording) -> str:
    """The sentence of a day after the last evidence: since when, or up to when it is known.

    `standings` are those of the day.
    """
    kind, n, of = _kind(standings)
    if kind == "all":
        return lasting_words.since(of_all(atlas, definition), words)
    date, has = words.date(atlas.evidence.until), words(f"has.{definition}")
    return words(f"headline.known.{kind}", n=n, of=of, date=date, has=has)


def headline(
    standings: pd.DataFrame,
    total: pd.Series | None,
    day: str,
    definition: str,
    words: Wording,
    marked: Callable[[str, str], str] = lambda group, told: told,
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
    marked
        What becomes of the words that only count a group: a mark of what leads to its rows.
    """
    counts = Counter(standings["group"].tolist())
    (kind, n, of), has = _kind(standings), words(f"has.{definition}")
    detail = []
    if counts["undetermined"] and total is not None and total["count"] != n:
        detail.append(_counted(total, n, words))
    listed = {"undetermined": "headline.undetermined.names", "without": "headline.without"}
    for group, names_key in listed.items():
        if counts[group]:
            members = standings.loc[standings["group"].eq(group), "short_name"]
            told = words(names_key, names=_names(members, words))
            detail.append(marked(group, told) if counts[group] > MOST_NAMES else told)
    return Headline(words(f"headline.{kind}", n=n, of=of, day=day, has=has), detail)


def _kind(standings: pd.DataFrame) -> tuple[str, int, int]:
    """Which sentence fits, how many certainly have a KIZ, and of how many."""
    counts = Counter(standings["group"].tolist())
    n, of = counts["with"], counts.total()
    if counts["undetermined"]:
        return "undetermined", n, of
    return {0: "none", of: "all"}.get(n, "certain"), n, of


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


def _names(names: pd.Series, words: Wording) -> str:
    """The names, of too many their number alone: it is said where there is no table too."""
    if len(names) > MOST_NAMES:
        return words.number(len(names))
    return words.names(by_name(names))
