"""What changed between two days, told in sentences."""

from datetime import date

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.choice import Choice
from components.base.wording import Wording
from components.words.headline import MOST_NAMES, Headline
from components.words.holdouts import body


def headline(
    before: pd.DataFrame, after: pd.DataFrame, first: date, choice: Choice, words: Wording
) -> Headline:
    """Whether the number rose, fell or stayed; of those proved by name while any is undetermined.

    Parameters
    ----------
    before, after
        The standings of the two days: one row per district with its group.
    """
    told = {"first": words.day(first), "last": words.day(choice.day), "of": len(after)}
    if first > choice.day:
        return Headline(words("changes.wrong"), [])
    start, end = (int(standing["group"].eq("with").sum()) for standing in (before, after))
    unsure = before["group"].eq("undetermined").any() or after["group"].eq("undetermined").any()
    has = words(f"has.{choice.definition}")
    told["who"] = words("changes.who.proved" if unsure else "changes.who", has=has)
    moved = "rose" if end > start else "fell" if end < start else "stayed"
    return Headline(words(f"changes.{moved}", start=start, end=end, **told), [])


def sentences(
    changed: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame, words: Wording
) -> list[tuple[str, str]]:
    """What changed, as label and sentence: "+3" and the names, "Abgelehnt", "Weiterhin ohne".

    Parameters
    ----------
    changed
        What `adoption.changes.changes_between` returns for the certain reading.
    before, after
        The standings of the two days, with the districts' own columns: short_name, kind,
        group, status, since, body.
    """
    ends = after.set_index("ags")
    groups = before.set_index("ags")["group"]
    gained = changed[changed["has_kiz_to"] & ~changed["has_kiz_from"]]
    lost = changed[changed["has_kiz_from"] & ~changed["has_kiz_to"]]
    told = []
    if len(gained):
        unsure = int(gained["ags"].map(groups).eq("undetermined").sum())
        known = words("changes.was_undetermined", n=unsure) if unsure else ""
        told.append((f"+{len(gained)}", f"{_dated(gained, ends, words)}. {known}".strip()))
    if len(lost):
        told.append((f"−{len(lost)}", f"{_dated(lost, ends, words)}."))
    other = changed.drop([*gained.index, *lost.index])
    for status in STATUSES:
        moved = other[other["status_to"].eq(status)]
        if len(moved):
            told.append((words(f"status.{status}"), f"{_dated(moved, ends, words)}."))
    if changed.empty:
        told.append((words("changes.nothing"), words("changes.nothing.told")))
    return [*told, *_remaining(before, after, words)]


def _dated(changed: pd.DataFrame, ends: pd.DataFrame, words: Wording) -> str:
    """Names with their dates in the order of what happened, or how many there are."""
    if len(changed) > MOST_NAMES:
        return words("headline.many", n=len(changed))
    return words.names([_one(row, ends.loc[row.ags], words) for row in changed.itertuples()])


def _one(changed: tuple, end: pd.Series, words: Wording) -> str:
    """One change: Coesfeld (01.12.2015), of a refusal with who refused: Kleve (Kreistag, 2015)."""
    refused = changed.status_to == "rejected"
    who = body(end["body"], end["kind"], words) if refused else ""
    return _noted(
        end["short_name"], [who, words.known(changed.date) if changed.date else ""], words
    )


def _noted(name: str, notes: list[str], words: Wording) -> str:
    told = words.names([note for note in notes if note])
    return words("changes.noted", name=name, told=told) if told else name


def _remaining(before: pd.DataFrame, after: pd.DataFrame, words: Wording) -> list[tuple[str, str]]:
    """Who is undetermined at the end, and who was without on both days, with what is known."""
    same = before.set_index("ags")["group"].reindex(after["ags"]).to_numpy()
    told = []
    for key, rows in (
        ("undetermined", after[after["group"].eq("undetermined")]),
        ("without", after[after["group"].eq("without") & (same == "without")]),
    ):
        if len(rows) > MOST_NAMES:
            told.append((words(f"changes.{key}"), words("changes.many", n=len(rows))))
        elif len(rows):
            names = [_standing(row, words) for row in rows.sort_values("short_name").itertuples()]
            told.append((words(f"changes.{key}"), f"{words.names(names)}."))
    return told


def _standing(row: tuple, words: Wording) -> str:
    """A district with its status, and who refused when: Kleve (Abgelehnt, Kreistag, 19.03.2015)."""
    who = body(row.body, row.kind, words) if row.status == "rejected" else ""
    known = words.known(row.since) if row.since else ""
    return _noted(row.short_name, [words(f"status.{row.status}"), who, known], words)
