"""The status of every district on a day, in both readings, with the event that proves it.

An event is *begun* once the first day of its span has come and *over* once its last
day has. The certain reading counts what is over and firm (not of low confidence, not
merely planned), the possible reading what has begun. What takes a status away (a
closure, a council's refusal of an earlier decision) is read the other way round, so
that certain <= possible holds on every day.

Source: data/README.md, section Status.
"""

from collections import deque
from collections.abc import Mapping
from datetime import date
from heapq import heappop, heappush
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
#: What gives a status above talk, the highest first.
LADDER = {"open": ("opening",), "approved": APPROVALS, "decided": DECISIONS}
#: Beside the kinds of milestone: those by which a KIZ was firmly approved.
_FIRM = "firm"


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


#: The acts of each district by its ags, in their order.
Histories = Mapping[str, list[Act]]
#: The two days of an act, the one by which it counts first; and the act.
Reached = tuple[tuple[date, date], Act]


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
    days = (events[name].dt.date for name in ("first_day", "last_day"))
    rows = zip(*days, *(events[name].tolist() for name in columns), strict=True)
    for first, last, ags, name, kind, body, announces, confidence, day in rows:
        planned = kind == "planned"
        event = announces if planned else kind
        if event and is_act(event, body):
            firm = not planned and confidence != "low"
            act = Act(first, last, event == "rejection", name, event, body, day, firm)
            acts.setdefault(ags, []).append(act)
    return {ags: sorted(found, key=lambda act: act.order) for ags, found in acts.items()}


class Past:
    """What of a district's history has come to bear up to a day, in one reading.

    Days are asked for in ascending order. An act comes to bear once and for good: so each is
    looked at once, and what an earlier closure or refusal has undone need not be looked at again.
    """

    def __init__(self, history: list[Act], reading: str) -> None:
        begun = deque((act.first, act) for act in history)
        over = deque(sorted((act.last, act) for act in history if act.firm))
        self._certain = reading == "certain"
        self._counting, self._undoing = (over, begun) if self._certain else (begun, over)
        centres = [act for act in history if act.event in COUNTED["approved"]]
        self._centre = min(centres, default=None)
        self._dated = {act.event for act in history}
        #: Milestones by kind, and those that were firmly approved; the one first reached on top.
        self._reached: dict[str, list[Reached]] = {event: [] for event in (*MILESTONES, _FIRM)}
        #: Decisions that no refusal has followed yet; the earliest on top.
        self._decisions: list[Act] = []
        #: The earliest milestone, and of every other kind the latest act.
        self._milestone: Act | None = None
        self._closure: Act | None = None
        self._refusal: Act | None = None
        self._undone: Act | None = None
        self._talk: Act | None = None
        self._standing = Standing("unknown", None, {})

    def at(self, day: date) -> Standing:
        """Where the district stands at the end of `day`; the same object while nothing changes."""
        undoing, counting = _due(self._undoing, day), _due(self._counting, day)
        for act in undoing:
            self._undo(act)
        for act in counting:
            self._count(act)
        if undoing or counting:
            self._outweigh()
            self._standing = self._now()
        return self._standing

    def _undo(self, act: Act) -> None:
        # Only what may have been approved or open before can be closed.
        if act.event == "closure" and _followed(self._centre, act):
            self._closure = _later(self._closure, act)
        if act.is_rejection and act.body == "council":
            self._refusal = _later(self._refusal, act)

    def _count(self, act: Act) -> None:
        if act.event in TALK:
            self._talk = _later(self._talk, act)
        if act.event not in MILESTONES:
            return
        self._milestone = min(filter(None, (self._milestone, act)))
        # The act that counted before the others: by its last day if certain, else by its first.
        reached = (act[1::-1] if self._certain else act[:2]), act
        heappush(self._reached[act.event], reached)
        if act.firm and act.event in COUNTED["approved"]:
            heappush(self._reached[_FIRM], reached)
        if act.event in DECISIONS:
            heappush(self._decisions, act)

    def _outweigh(self) -> None:
        """Take off what a closure or a refusal has followed; it never comes back."""
        for event, reached in self._reached.items():
            while reached and (
                _followed(reached[0][1], self._closure)
                or (event in DECISIONS and _followed(reached[0][1], self._refusal))
            ):
                heappop(reached)
        while self._decisions and _followed(self._decisions[0], self._refusal):
            self._undone = _later(self._undone, heappop(self._decisions))

    def _now(self) -> Standing:
        held = self._held()
        for status, kinds in LADDER.items():
            if proof := self._first_reached(kinds):
                return Standing(status, proof, held)
        if _followed(self._milestone, self._closure):
            return Standing("closed", self._closure, held)
        # A decision that was refused, and for which no closure came later, is talk.
        undone = None if _followed(self._undone, self._closure) else self._undone
        talk = _later(self._talk, undone)
        if not talk:
            return Standing("unknown", None, held)
        return Standing("rejected" if talk.is_rejection else "debated", talk, held)

    def _first_reached(self, kinds: tuple[str, ...]) -> Act | None:
        found = [self._reached[event][0] for event in kinds if self._reached[event]]
        return min(found)[1] if found else None

    def _held(self) -> dict[str, Act]:
        """The definitions under which this is a KIZ, each with the act that first made it so.

        A district firmly approved whose grant (or opening) no row dates may have had it
        from the day of its approval: possible, never "no".
        """
        first = {name: self._first_reached(kinds) for name, kinds in COUNTED.items()}
        if not self._certain:
            for name in ("granted", "open"):
                if self._dated.isdisjoint(COUNTED[name]):
                    first[name] = self._first_reached((_FIRM,))
        return {name: act for name, act in first.items() if act}


def standing(history: list[Act], day: date, reading: str) -> Standing:
    """Where a district with this history stands at the end of `day`.

    The proof of a milestone is the act by which it was first reached under this
    reading; the proof of talk is the latest act. `held` has the definitions under
    which the district has a KIZ.
    """
    return Past(history, reading).at(day)


def status_on(
    events: pd.DataFrame,
    districts: pd.DataFrame,
    day: date,
    reading: str,
    acts: Histories | None = None,
) -> pd.DataFrame:
    """What is known of each district at the end of `day`.

    `acts` is what `histories` returns for the events, from whoever asks for many days.

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
    acts = histories(events) if acts is None else acts
    found = [(ags, standing(acts.get(ags, []), day, reading)) for ags in districts["ags"]]
    return pd.DataFrame([_row(ags, where) for ags, where in found])


def holders_on(
    events: pd.DataFrame,
    districts: pd.DataFrame,
    day: date,
    definition: str,
    acts: Histories | None = None,
) -> pd.DataFrame:
    """Who has a KIZ under `definition` at the end of `day`, in three groups.

    `acts` as for `status_on`.

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
    acts = histories(events) if acts is None else acts
    certain, possible = (status_on(events, districts, day, reading, acts) for reading in READINGS)
    group = pd.Series("without", index=certain.index, dtype="string")
    group[possible[definition]] = "undetermined"
    group[certain[definition]] = "with"
    return certain.assign(group=group, possible_status=possible["status"])


def _due(waiting: deque[tuple[date, Act]], day: date) -> list[Act]:
    """The acts whose day has come, taken off those that wait."""
    acts = []
    while waiting and waiting[0][0] <= day:
        acts.append(waiting.popleft()[1])
    return acts


def _followed(act: Act | None, later: Act | None) -> bool:
    return act is not None and later is not None and act.order < later.order


def _later(one: Act | None, other: Act | None) -> Act | None:
    return max(filter(None, (one, other)), default=None)


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
