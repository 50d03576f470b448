"""The rules of a standing said once more, as sets of acts on one day: slow, and nothing is kept.

What `adoption.status.Past` finds as it goes from day to day is held against this.
"""

from collections.abc import Callable
from datetime import date

from adoption.status import Act, Standing
from adoption.vocabulary import APPROVALS, COUNTED, DECISIONS, MILESTONES, TALK


def standing(history: list[Act], day: date, reading: str) -> Standing:
    """Where a district with this history stands at the end of `day`."""
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
