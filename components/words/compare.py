"""The sentences of a comparison: labels, headline, what stands over each map."""

from components.base.wording import Wording
from components.facts.compare import Comparison
from components.looks.difference import CLASSES
from components.words.counts import having
from components.words.headline import MOST_NAMES, Headline


def labels(comparison: Comparison, words: Wording) -> dict[str, str]:
    """What each of CLASSES is called in this comparison."""
    named = {
        "one": words(f"definition.{comparison.first.definition}"),
        "other": words(f"definition.{comparison.second.definition}"),
    }
    return {name: words(f"compare.{comparison.mode}.{name}", **named) for name in CLASSES}


def headline(comparison: Comparison, words: Wording) -> Headline:
    """How many have a KIZ on each side; below it who differs, by name."""
    mode, first, second = comparison.mode, comparison.first, comparison.second
    table, order = comparison.table, comparison.order
    if first == second:
        return Headline(words(f"compare.same.{mode}"), [])
    sentence = " ".join(_part(comparison, name, words) for name in ("first", "second"))
    detail, called = [], labels(comparison, words)
    for name in ("second", "first", "unsure"):
        apart = table[table["difference"].eq(name)].set_index("ags")
        if not apart.empty:
            came = [ags for ags in order if ags in apart.index]
            names = words.names(list(apart.loc[came, "short_name"]))
            listed = f" ({names})" if len(came) <= MOST_NAMES else ""
            detail.append(f"{called[name]}: {len(came)}{listed}.")
    return Headline(sentence, detail or [words("compare.none")])


def _part(comparison: Comparison, name: str, words: Wording) -> str:
    """The part of the headline that counts one side; of those proved while any is undetermined."""
    table, side = comparison.table, getattr(comparison, name)
    unsure = table[["group_first", "group_second"]].eq("undetermined").any(axis=None)
    return words(
        f"compare.{'proved' if unsure else 'headline'}.{comparison.mode}.{name}",
        n=int(table[f"group_{name}"].eq("with").sum()),
        of=len(table),
        day=words.day(side.day),
        has=words(f"has.{side.definition}"),
    )


def titles(comparison: Comparison, words: Wording) -> tuple[str, str]:
    """What stands over both maps: its day or definition, and how many have one."""
    return _title(comparison, "first", words), _title(comparison, "second", words)


def cell(row: tuple, side: str, mode: str, words: Wording) -> str:
    """The status with its date on a day, the group under a definition."""
    if mode == "definitions":
        return words(f"compare.group.{getattr(row, f'group_{side}')}")
    since = getattr(row, f"since_{side}")
    status = words(f"status.{getattr(row, f'status_{side}')}")
    return f"{status} ({words.date(since)})" if since else status


def _title(comparison: Comparison, name: str, words: Wording) -> str:
    side, table = getattr(comparison, name), comparison.table
    counts = table[f"group_{name}"].value_counts()
    count = having(counts.get("with", 0), counts.get("undetermined", 0), len(table), words)
    by_day = comparison.mode == "days"
    what = words.day(side.day) if by_day else words(f"definition.{side.definition}")
    return f"{what}: {count}"
