"""What changed between two days, told in sentences."""

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.wording import Wording
from components.facts.changes import Changes
from components.words.headline import MOST_NAMES, Headline
from components.words.holdouts import body


def headline(changes: Changes, words: Wording) -> Headline:
    """Whether the number rose, fell or stayed; while any is undetermined, that of the proved."""
    before, after = changes.before, changes.after
    if changes.first > changes.last:
        return Headline(words("changes.wrong"), [])
    start, end = (int(standing["group"].eq("with").sum()) for standing in (before, after))
    unsure = before["group"].eq("undetermined").any() or after["group"].eq("undetermined").any()
    has = words(f"has.{changes.definition}")
    who = words("changes.who.proved" if unsure else "changes.who", has=has)
    days = {"first": words.day(changes.first), "last": words.day(changes.last)}
    moved = "changes.rose" if end > start else "changes.fell" if end < start else "changes.stayed"
    sentence = words(moved, who=who, start=start, end=end, of=len(after), **days)
    return Headline(sentence, [])


def sentences(changes: Changes, words: Wording) -> list[tuple[str, str]]:
    """What changed, as label and sentence: "+3" and the names, "Abgelehnt", "Weiterhin ohne"."""
    before, after, changed = changes.before, changes.after, changes.changed
    ends = after.set_index("ags")
    groups = before.set_index("ags")["group"]
    gained = changed[changed["has_kiz_to"] & ~changed["has_kiz_from"]]
    lost = changed[changed["has_kiz_from"] & ~changed["has_kiz_to"]]
    lines = []
    if len(gained):
        unsure = int(gained["ags"].map(groups).eq("undetermined").sum())
        remark = words("changes.was_undetermined", n=unsure) if unsure else ""
        lines.append((f"+{len(gained)}", f"{_dated(gained, ends, words)}. {remark}".strip()))
    if len(lost):
        lines.append((f"−{len(lost)}", f"{_dated(lost, ends, words)}."))
    other = changed.drop([*gained.index, *lost.index])
    for status in STATUSES:
        moved = other[other["status_to"].eq(status)]
        if len(moved):
            lines.append((words(f"status.{status}"), f"{_dated(moved, ends, words)}."))
    if changed.empty:
        lines.append((words("changes.nothing"), words("changes.nothing.told")))
    return [*lines, *_remaining(before, after, words)]


def _dated(changed: pd.DataFrame, ends: pd.DataFrame, words: Wording) -> str:
    """Names with their dates in the order of what happened, or how many there are."""
    if len(changed) > MOST_NAMES:
        return words("headline.many", n=len(changed))
    return words.names([_one(row, ends.loc[row.ags], words) for row in changed.itertuples()])


def _one(changed: tuple, end: pd.Series, words: Wording) -> str:
    """One change: Coesfeld (01.12.2015), of a refusal with who refused: Kleve (Kreistag, 2015)."""
    refused = changed.status_to == "rejected"
    who = body(end["body"], end["kind"], words) if refused else ""
    return _noted(end["short_name"], [who, words.date(changed.date) if changed.date else ""], words)


def _noted(name: str, notes: list[str], words: Wording) -> str:
    noted = words.names([note for note in notes if note])
    return words("changes.noted", name=name, notes=noted) if noted else name


def _remaining(before: pd.DataFrame, after: pd.DataFrame, words: Wording) -> list[tuple[str, str]]:
    """Who is undetermined at the end, and who was without on both days, with what is known."""
    groups_before = before.set_index("ags")["group"].reindex(after["ags"]).to_numpy()
    undetermined = after["group"].eq("undetermined")
    without = after["group"].eq("without") & (groups_before == "without")
    lines = []
    for key, of_group in (("changes.undetermined", undetermined), ("changes.without", without)):
        rows = after[of_group].sort_values("short_name")
        if len(rows) > MOST_NAMES:
            lines.append((words(key), words("changes.many", n=len(rows))))
        elif len(rows):
            names = words.names([_standing(row, words) for row in rows.itertuples()])
            lines.append((words(key), f"{names}."))
    return lines


def _standing(row: tuple, words: Wording) -> str:
    """A district with its status, and who refused when: Kleve (Abgelehnt, Kreistag, 19.03.2015)."""
    who = body(row.body, row.kind, words) if row.status == "rejected" else ""
    since = words.date(row.since) if row.since else ""
    return _noted(row.short_name, [words(f"status.{row.status}"), who, since], words)
