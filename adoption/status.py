"""The status of every district on a day, in both readings, with the event that proves it.

An event is *begun* once the first day of its span has come and *over* once its last
day has. The certain reading counts what is over and firm (not of low confidence, not
merely planned), the possible reading what has begun. What takes a status away (a
closure, a council's refusal of an earlier decision) is read the other way round, so
that certain <= possible holds on every day.

Source: data/README.md, section Status.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import (
    APPROVALS,
    COUNTED,
    DECISIONS,
    DEFINITIONS,
    MILESTONES,
    OWN_BODIES,
    READINGS,
    TALK,
)

#: What the ministry does that changes a status; what it says does not.
MINISTRY_ACTS = (*APPROVALS, "opening", "closure")


class Act(NamedTuple):
    """An event that can change its district's status; `event` is what a plan announces."""

    first: date
    last: date
    is_rejection: bool
    id: str
    event: str
    body: str
    date: str
    firm: bool

    @property
    def order(self) -> tuple[date, date, bool, str]:
        """Earliest day, then latest, then rejection last, then id; the same in both readings."""
        return self[:4]


class Standing(NamedTuple):
    """Where one district stands: its status, and the act that proves it.

    `held` has the definitions under which it has a KIZ, each with the act that brought it.
    """

    status: str
    proof: Act | None
    held: dict[str, Act]


def is_act(event: str, body: str) -> bool:
    """Whether such an event is an act of the district's own bodies or of the ministry.

    Everything else is a voice: it is told and changes no status.
    """
    return body in OWN_BODIES or (body == "ministry" and event in MINISTRY_ACTS)


def histories(events: pd.DataFrame) -> dict[str, list[Act]]:
    """The acts that can change a status, per district, in their order.

    What towns, churches, ministers and others say is left out, and so is a plan that a
    later source contradicts (`planned` with nothing in `announces`).

    Parameters
    ----------
    events
        Columns id, ags, event, body, announces, confidence, date, first_day, last_day.
    """
    columns = ["ags", "id", "event", "body", "announces", "confidence", "date"]
    acts: dict[str, list[Act]] = {}
    spans = zip(events["first_day"].dt.date, events["last_day"].dt.date, strict=True)
    rows = events[columns].itertuples(index=False)
    for row, (first, last) in zip(rows, spans, strict=True):
        planned = row.event == "planned"
        event = row.announces if planned else row.event
        if event and is_act(event, row.body):
            firm = not planned and row.confidence != "low"
            act = Act(first, last, event == "rejection", row.id, event, row.body, row.date, firm)
            acts.setdefault(row.ags, []).append(act)
    return {ags: sorted(found, key=lambda act: act.order) for ags, found in acts.items()}


def standing(history: list[Act], day: date, reading: str) -> Standing:
    """Where a district with this history stands at the end of `day`.

    The proof of a milestone is the act by which it was first reached under this
    reading; the proof of talk is the latest act. `held` has the definitions under
    which the district has a KIZ.
    """
    counts, undoes = _reading(day, reading)
    counted = [act for act in history if counts(act)]
    undoing = [act for act in history if undoes(act)]
    closures = [act for act in undoing if act.event == "closure" and _ends_a_centre(act, history)]
    refusals = [act for act in undoing if act.is_rejection and act.body == "council"]

    reached = [act for act in counted if act.event in MILESTONES]
    kept = [act for act in reached if not _followed(act, closures)]
    undone = [act for act in kept if act.event in DECISIONS and _followed(act, refusals)]
    standing_acts = [act for act in kept if act not in undone]

    held = _held(standing_acts, history, reading)
    for status, kinds in (("open", ("opening",)), ("approved", APPROVALS), ("decided", DECISIONS)):
        if proofs := [act for act in standing_acts if act.event in kinds]:
            return Standing(status, _first_reached(proofs, reading), held)
    if closed := [shut for shut in closures if any(act.order < shut.order for act in reached)]:
        return Standing("closed", closed[-1], held)
    talk = [act for act in counted if act.event in TALK or act in undone]
    if not talk:
        return Standing("unknown", None, held)
    return Standing("rejected" if talk[-1].is_rejection else "debated", talk[-1], held)


def status_on(
    events: pd.DataFrame, districts: pd.DataFrame, day: date, reading: str
) -> pd.DataFrame:
    """What is known of each district at the end of `day`.

    Returns one row per district in the order of `districts`: `ags`, `status` (one of
    STATUSES), `event_id`, `since` (the EDTF date of the proof) and `body` (who acted),
    all three empty where nothing is known, and one truth value per definition
    (`decided`, `approved`, `granted`, `open`): whether it has a KIZ in this reading.

    Raises
    ------
    ValueError
        A reading that is not in READINGS.
    """
    if reading not in READINGS:
        raise ValueError(f'reading "{reading}" is unknown; use one of {", ".join(READINGS)}')
    acts = histories(events)
    found = [(ags, standing(acts.get(ags, []), day, reading)) for ags in districts["ags"]]
    return pd.DataFrame([_row(ags, where) for ags, where in found])


def holders_on(
    events: pd.DataFrame, districts: pd.DataFrame, day: date, definition: str
) -> pd.DataFrame:
    """Who has a KIZ under `definition` at the end of `day`, in three groups.

    Returns the certain `status_on` with two more columns: `group`, which is `with`
    (certain), `undetermined` (possible, not certain) or `without` (not even possible), and
    `possible_status`, the status in the possible reading.

    Raises
    ------
    ValueError
        A definition that is not in DEFINITIONS.
    """
    if definition not in DEFINITIONS:
        known = ", ".join(DEFINITIONS)
        raise ValueError(f'definition "{definition}" is unknown; use one of {known}')
    certain, possible = (status_on(events, districts, day, reading) for reading in READINGS)
    group = pd.Series("without", index=certain.index, dtype="string")
    group[possible[definition]] = "undetermined"
    group[certain[definition]] = "with"
    return certain.assign(group=group, possible_status=possible["status"])


def _reading(day: date, reading: str) -> tuple[Callable[[Act], bool], Callable[[Act], bool]]:
    """Which acts count and which can undo, on this day and in this reading."""

    def begun(act: Act) -> bool:
        return act.first <= day

    def over(act: Act) -> bool:
        return act.last <= day and act.firm

    return (over, begun) if reading == "certain" else (begun, over)


def _followed(act: Act, later: list[Act]) -> bool:
    return any(act.order < other.order for other in later)


def _ends_a_centre(closure: Act, history: list[Act]) -> bool:
    """Only what may have been approved or open before can be closed."""
    centres = [act for act in history if act.event in COUNTED["approved"]]
    return any(act.order < closure.order for act in centres)


def _first_reached(proofs: list[Act], reading: str) -> Act:
    """The act that counted before the others: by its last day if certain, else by its first."""
    return min(proofs, key=lambda act: act[1::-1] if reading == "certain" else act[:2])


def _held(standing_acts: list[Act], history: list[Act], reading: str) -> dict[str, Act]:
    """The definitions under which these acts are a KIZ, each with the act that first made it so.

    A district firmly approved whose grant (or opening) no row dates may have had it
    from the day of its approval: possible, never "no".
    """
    held = {
        definition: _first_reached(proofs, reading)
        for definition, kinds in COUNTED.items()
        if (proofs := [act for act in standing_acts if act.event in kinds])
    }
    firm = [act for act in standing_acts if act.firm and act.event in COUNTED["approved"]]
    if reading == "possible" and firm:
        dated = {act.event for act in history}
        for definition in ("granted", "open"):
            if dated.isdisjoint(COUNTED[definition]):
                held[definition] = _first_reached(firm, reading)
    return held


def _row(ags: str, where: Standing) -> dict[str, object]:
    proof = where.proof
    return {
        "ags": ags,
        "status": where.status,
        "event_id": proof.id if proof else "",
        "since": proof.date if proof else "",
        "body": proof.body if proof else "",
        **{definition: definition in where.held for definition in DEFINITIONS},
    }
