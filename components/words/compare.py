"""The sentences of a comparison: labels, headline, what stands over each map."""

import pandas as pd

from components.base.wording import Wording
from components.facts.compare import Side
from components.looks.difference import CLASSES
from components.words.headline import MOST_NAMES, Headline


def labels(mode: str, first: Side, second: Side, words: Wording) -> dict[str, str]:
    """What each of CLASSES is called in this comparison."""
    named = {
        "one": words(f"definition.{first.definition}"),
        "other": words(f"definition.{second.definition}"),
    }
    return {name: words(f"compare.{mode}.{name}", **named) for name in CLASSES}


def headline(
    table: pd.DataFrame, mode: str, first: Side, second: Side, order: list[str], words: Wording
) -> Headline:
    """How many have a KIZ on each side; below it who differs, by name.

    `order` is the AGS of all districts in the order in which they came.
    """
    if first == second:
        return Headline(words(f"compare.same.{mode}"), [])
    counts = {side: int(table[f"group_{side}"].eq("with").sum()) for side in ("first", "second")}
    unsure = table[["group_first", "group_second"]].eq("undetermined").any(axis=None)
    told = {"of": len(table), "has": words(f"has.{first.definition}")}
    told |= {"has_second": words(f"has.{second.definition}")}
    told |= {"day": words.day(first.day), "day_second": words.day(second.day)}
    key = f"compare.headline.{mode}.undetermined" if unsure else f"compare.headline.{mode}"
    sentence = words(key, **counts, **told)
    detail, called = [], labels(mode, first, second, words)
    for name in ("second", "first", "unsure"):
        own = table[table["difference"].eq(name)].set_index("ags")
        if not own.empty:
            came = [ags for ags in order if ags in own.index]
            names = words.names(list(own.loc[came, "short_name"]))
            listed = f" ({names})" if len(came) <= MOST_NAMES else ""
            detail.append(f"{called[name]}: {len(came)}{listed}.")
    return Headline(sentence, detail or [words("compare.none")])


def title(side: Side, table: pd.DataFrame, name: str, mode: str, words: Wording) -> str:
    """What stands over a map: its day or definition, and how many have one."""
    counts = table[f"group_{name}"].value_counts()
    told = words("coverage.of", n=counts.get("with", 0), of=len(table))
    if unsure := counts.get("undetermined", 0):
        told += " " + words("coverage.undetermined", n=unsure)
    what = words.day(side.day) if mode == "days" else words(f"definition.{side.definition}")
    return f"{what}: {told}"


def titles(
    table: pd.DataFrame, mode: str, first: Side, second: Side, words: Wording
) -> tuple[str, str]:
    """What stands over both maps."""
    return (
        title(first, table, "first", mode, words),
        title(second, table, "second", mode, words),
    )


def _cell(row: tuple, side: str, mode: str, words: Wording) -> str:
    """The status with its date on a day, the group under a definition."""
    if mode == "definitions":
        return words(f"compare.group.{getattr(row, f'group_{side}')}")
    since = getattr(row, f"since_{side}")
    status = words(f"status.{getattr(row, f'status_{side}')}")
    return f"{status} ({words.known(since)})" if since else status
