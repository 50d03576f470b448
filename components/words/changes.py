"""What changed between two days, told in sentences."""

from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.collation import rows_by_name
from components.base.wording import Wording
from components.facts.changes import KINDS, Changes
from components.words.headline import Headline
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


class Told(NamedTuple):
    """One kind of change: what it is called, and who, each with a date."""

    label: str
    names: list[str]


def sentences(changes: Changes, words: Wording) -> list[Told]:
    """What changed, by kind, then who is undetermined or without at the end."""
    before, after, changed = changes.before, changes.after, changes.changed
    ends = after.set_index("ags")
    lines = []
    for kind in KINDS:
        rows = changed[changed["kind"].eq(kind)]
        if kind == "moved":
            lines += _moved(rows, ends, words)
        elif len(rows):
            names = [_one(row, ends.loc[row.ags], words) for row in rows.itertuples()]
            lines.append(Told(words(f"changes.kind.{kind}"), names))
    if changed.empty:
        lines.append(Told(words("changes.nothing"), [words("changes.nothing.told")]))
    return [*lines, *_remaining(before, after, words)]


def _moved(rows: pd.DataFrame, ends: pd.DataFrame, words: Wording) -> list[Told]:
    """Who has another status and counts as before, by that status."""
    lines = []
    for status in STATUSES:
        of_status = rows[rows["status_to"].eq(status)]
        if len(of_status):
            label = words("changes.kind.moved", status=words(f"status.{status}"))
            names = [_one(row, ends.loc[row.ags], words) for row in of_status.itertuples()]
            lines.append(Told(label, names))
    return lines


def _one(changed: tuple, end: pd.Series, words: Wording) -> str:
    """One change: Coesfeld (01.12.2015), of a refusal with who refused: Kleve (Kreistag, 2015).

    Of what may have been before the first day it is told by when at the latest, and of a status
    which it is: Euskirchen (In Betrieb, spätestens Ende 2014).
    """
    refused = changed.status_to == "rejected"
    notes = [body(end["body"], end["kind"], words)] if refused else []
    if changed.kind == "settled" and not refused:
        notes = [words(f"status.{changed.status_to}")]
    if changed.date:
        late = changed.kind in ("proved", "settled")
        notes.append(words.date(f"../{changed.date.rpartition('/')[2]}" if late else changed.date))
    return _noted(end["short_name"], notes, words)


def _noted(name: str, notes: list[str], words: Wording) -> str:
    noted = words.names([note for note in notes if note])
    return words("changes.noted", name=name, notes=noted) if noted else name


def _remaining(before: pd.DataFrame, after: pd.DataFrame, words: Wording) -> list[Told]:
    """Who is undetermined at the end, and who was without on both days, with what is known."""
    groups_before = before.set_index("ags")["group"].reindex(after["ags"]).to_numpy()
    undetermined = after["group"].eq("undetermined")
    without = after["group"].eq("without") & (groups_before == "without")
    lines = []
    for key, of_group in (("changes.undetermined", undetermined), ("changes.without", without)):
        rows = rows_by_name(after[of_group])
        if len(rows):
            lines.append(Told(words(key), [_standing(row, words) for row in rows.itertuples()]))
    return lines


def _standing(row: tuple, words: Wording) -> str:
    """A district with its status, and who refused when: Kleve (Abgelehnt, Kreistag, 19.03.2015)."""
    who = body(row.body, row.kind, words) if row.status == "rejected" else ""
    since = words.date(row.since) if row.since else ""
    return _noted(row.short_name, [words(f"status.{row.status}"), who, since], words)
