"""The sentence over the map: who has a KIZ on the day, without printing a falsehood."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import GROUPS
from components.wording import Wording

#: More names than this are a list, not a sentence.
MOST_NAMES = 8


class Headline(NamedTuple):
    """The sentence, and what stands below it in smaller type."""

    sentence: str
    detail: list[str]


def headline(
    standings: pd.DataFrame, total: pd.Series | None, day: str, definition: str, words: Wording
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
    values = {"day": day, "n": counts["with"], "of": len(standings)}
    has = words(f"has.{definition}")
    if counts["undetermined"]:
        key = "headline.undetermined.one" if counts["with"] == 1 else "headline.undetermined"
        sentence = words(key, has=has, **values)
    elif counts["with"] in (0, 1, len(standings)):
        size = {0: "none", 1: "one"}.get(counts["with"], "all")
        sentence = words(f"headline.{size}", has=has, **values)
    else:
        sentence = words("headline.certain", has=has, **values)
    detail = []
    if counts["undetermined"] and total is not None and total["count"] != counts["with"]:
        told = {"n": total["count"], "of": total["of"], "publisher": total["publisher"]}
        told |= {"date": words.known(total["date"]), "named": counts["with"]}
        detail.append(words(f"headline.counted.{total['counted_by']}", **told))
    listed = {"undetermined": "headline.undetermined.names", "without": "headline.without"}
    for group, key in listed.items():
        if counts[group]:
            detail.append(words(key, names=_names(standings[members[group]], words)))
    return Headline(sentence, detail)


def latest_total(
    totals: pd.DataFrame, sources: pd.DataFrame, day: date, definition: str
) -> pd.Series | None:
    """The latest total that binds under this definition and is true of a day up to `day`.

    Returns the row of `totals` with its source's `publisher`, or None. Of two for the
    same day the ministry's own goes first.
    """
    past = totals["last_day"].dt.date <= day
    fits = totals[past & totals["definition"].eq(definition) & totals["binds"].eq("yes")]
    if fits.empty:
        return None
    latest = (
        fits.assign(own=fits["counted_by"].eq("ministry"))
        .sort_values(["last_day", "own"], kind="stable")
        .iloc[-1]
    )
    publishers = sources.set_index("id")["publisher"]
    return pd.concat([latest, pd.Series({"publisher": publishers[latest["source_id"]]})])


def _names(districts: pd.DataFrame, words: Wording) -> str:
    if len(districts) > MOST_NAMES:
        return words("headline.many", n=len(districts))
    return words.names(sorted(districts["short_name"]))
