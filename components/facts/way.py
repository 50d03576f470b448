"""The way of a district to its KIZ, step by step: what was asked, refused, decided, begun."""

from typing import NamedTuple

import pandas as pd

from adoption.status import is_act
from adoption.vocabulary import APPROVALS, DECISIONS

#: The step that an event takes. Talk may come again, every other step is taken once.
STEP_OF = {
    **{"motion": "motion", "rejection": "rejection"},
    **dict.fromkeys(DECISIONS, "decision"),
    **dict.fromkeys(APPROVALS, "approval"),
    **{"opening": "opening", "closure": "closure"},
}
AGAIN = ("motion", "rejection")
#: What no motion and no refusal undoes: the way goes on without them.
SETTLED = ("approval", "opening")


class Step(NamedTuple):
    """One step: its kind, the events that took it (of talk all that follow each other), and
    whether it may have been taken only after the day.
    """

    kind: str
    events: list[tuple]
    perhaps: bool


def own_acts(events: pd.DataFrame) -> pd.Series:
    """Which events are acts of the district's bodies or the ministry; the others are voices."""
    acts = [is_act(*pair) for pair in zip(events["event"], events["body"], strict=True)]
    return pd.Series(acts, index=events.index, dtype=bool)


def steps(events: pd.DataFrame, before: tuple[Step, ...] = ()) -> tuple[Step, ...]:
    """The steps that these events took, in the order in which each was over.

    Only what the district's own bodies and the ministry did, and not what is of low confidence.

    Parameters
    ----------
    events
        With `when`, as `adoption.known.times` gives it.
    before
        The steps that lead up to these events: none of them is told again.
    """
    proved = events[own_acts(events) & events["confidence"].ne("low")]
    proved = proved[proved["event"].isin(STEP_OF)]
    ordered = proved.sort_values(["last_day", "first_day"], kind="stable")
    taken: list[Step] = []
    for event in ordered.itertuples(index=False):
        kind, perhaps = STEP_OF[event.event], event.when == "perhaps"
        told = [*before, *taken]
        if kind not in AGAIN:
            if not any(step.kind == kind for step in told):
                taken.append(Step(kind, [event], perhaps))
        elif not any(step.kind in SETTLED and not step.perhaps for step in told):
            if taken and taken[-1].kind == kind and taken[-1].perhaps == perhaps:
                taken[-1].events.append(event)
            else:
                taken.append(Step(kind, [event], perhaps))
    return tuple(taken)
