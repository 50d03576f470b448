"""The sentences of a comparison: labels, headline, what stands over each map."""

from components.base.wording import Wording
from components.facts.compare import DOWN, REST, UP, Comparison
from components.looks.difference import CLASSES
from components.words.counts import having
from components.words.headline import MOST_NAMES, Headline


def labels(comparison: Comparison, words: Wording) -> dict[str, str]:
    """What each of CLASSES is called in this comparison."""
    named = _called(comparison, words)
    return {name: words(f"compare.{comparison.mode}.{name}", **named) for name in CLASSES}


def _called(comparison: Comparison, words: Wording) -> dict[str, str]:
    """What the two definitions are called."""
    return {
        "one": words(f"definition.{comparison.first.definition}"),
        "other": words(f"definition.{comparison.second.definition}"),
    }


def headline(comparison: Comparison, words: Wording) -> Headline:
    """Whether the number is the same; below it who makes up the difference, so that it adds up."""
    mode, first, second = comparison.mode, comparison.first, comparison.second
    if first == second:
        return Headline(words(f"compare.same.{mode}"), [])
    (before, after), moved = comparison.numbers, len(comparison.moved)
    if not moved:
        kind = "none"
    elif before != after:
        kind = "differ"
    else:
        kind = "status" if len(comparison.shifted("status")) == moved else "equal"
    has, other = (words(f"has.{side.definition}") for side in (first, second))
    sentence = words(
        f"compare.told.{kind}.{mode}",
        n=before,
        m=after if kind == "differ" else moved,
        of=len(comparison.table),
        has=words("compare.proved", has=has) if comparison.proved else has,
        other=other,
        **_days(comparison, words),
    )
    counted = kind == "status" and moved > MOST_NAMES
    return Headline(sentence, [] if counted else _adding_up(comparison, words))


def _adding_up(comparison: Comparison, words: Wording) -> list[str]:
    """Who was added and who dropped out, then who differs without changing the number."""
    detail = []
    for key, shifts in (("up", UP), ("down", DOWN)):
        parts = [(name, comparison.shifted(name)) for name in shifts]
        if n := sum(len(names) for _, names in parts):
            told = [_part(comparison, *part, words) for part in parts if part[1]]
            listed = told[0] if len(told) == 1 else words("compare.sum", n=n, parts="; ".join(told))
            detail.append(words(f"compare.{key}.{comparison.mode}", n=n, parts=listed))
    for name in REST:
        if names := comparison.shifted(name):
            listed = _listed(names, words)
            detail.append(words(f"compare.rest.{name}", n=len(names), names=listed))
    return detail


def _part(comparison: Comparison, shift: str, names: list[str], words: Wording) -> str:
    return words(
        f"compare.part.{comparison.mode}.{shift}",
        n=len(names),
        names=_listed(names, words),
        **_called(comparison, words),
        **_days(comparison, words),
    )


def _listed(names: list[str], words: Wording) -> str:
    return f" ({words.names(names)})" if len(names) <= MOST_NAMES else ""


def _days(comparison: Comparison, words: Wording) -> dict[str, str]:
    return {
        "first": words.day(comparison.first.day),
        "second": words.day(comparison.second.day),
    }


def titles(comparison: Comparison, words: Wording) -> tuple[str, str]:
    """What stands over both maps: its day or definition, and how many have one."""
    return _title(comparison, "first", words), _title(comparison, "second", words)


def cell(row: tuple, side: str, mode: str, words: Wording) -> str:
    """The status with its date and what else is possible on a day, the group under a definition."""
    if mode == "definitions":
        return words(f"compare.group.{getattr(row, f'group_{side}')}")
    since, status, possible = (
        getattr(row, f"{column}_{side}") for column in ("since", "status", "possible_status")
    )
    told = words(f"status.{status}")
    notes = [words.date(since)] if since else []
    if possible != status:
        notes.append(words("table.possible", status=words(f"status.{possible}")))
    return words("changes.noted", name=told, notes=words.names(notes)) if notes else told


def shift(row: tuple, comparison: Comparison, words: Wording) -> str:
    """How one district got from one side to the other, in a word."""
    if comparison.mode == "days":
        return words(f"compare.shift.{row.shift}")
    return labels(comparison, words)[row.difference]


def sides(comparison: Comparison, words: Wording) -> tuple[str, str]:
    """What both sides are called: their day or their definition."""
    if comparison.mode == "definitions":
        one, other = _called(comparison, words).values()
        return one, other
    first, second = _days(comparison, words).values()
    return first, second


def _title(comparison: Comparison, name: str, words: Wording) -> str:
    table = comparison.table
    counts = table[f"group_{name}"].value_counts()
    count = having(counts.get("with", 0), counts.get("undetermined", 0), len(table), words)
    first, second = sides(comparison, words)
    return f"{first if name == 'first' else second}: {count}"
