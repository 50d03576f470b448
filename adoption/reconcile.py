"""Every published "N of 54" beside our own counts: bounds of the number, and a verdict.

A total bounds the number, not the names. N on some day of its span means: no more than N
on every day up to the span's first, no fewer than N on every day from its last. That rests
on numbers that only grow: no closure, and under `decided` no undone decision, has a row.
Totals that contradict others, count something else or rest on another denominator bind
nothing (`binds` is "no"; `data.check` holds it).

Source: data/README.md, section Totals.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from adoption.series import counts_on_changes, reached
from adoption.vocabulary import BOUNDS_ABOVE, BOUNDS_BELOW, DEFINITIONS

#: The two that some publications count as one: of 53 instead of 54.
COUNTED_ONCE = ("05334", "05334002")
_DAY = timedelta(days=1)


class Step(NamedTuple):
    """A row of `band`."""

    first_day: date
    certain: int
    possible: int
    lower: int
    upper: int


class Reached(NamedTuple):
    """When a district may have got its KIZ, and when it certainly had; `date.max` if never."""

    ags: str
    earliest: date
    latest: date


class Bound(NamedTuple):
    """A binding total: the day that matters (its last from below, its first from above)."""

    day: date
    count: int
    id: str


class Ours(NamedTuple):
    """Our own counts: how many districts there are, and by definition how many have one from
    which day on, and when each got its own.
    """

    every: int
    counts: dict[str, pd.DataFrame]
    days: dict[str, list[Reached]]


class Ledger(NamedTuple):
    """What a total is held against: steps, districts, and the totals from below and above."""

    steps: list[Step]
    days: list[Reached]
    below: list[Bound]
    above: list[Bound]


def band(changes: pd.DataFrame, totals: pd.DataFrame, definition: str) -> pd.DataFrame:
    """The named counts and the bounds of the number under `definition`, over all days.

    Returns one row per day on which any of the four moves, ascending: `first_day`,
    `certain` and `possible` (the named counts), `lower` and `upper` (the bounds of the
    number: max(certain, totals from below), min(possible, totals from above)). The first
    row stands from `date.min`.
    """
    counts = counts_on_changes(changes, definition)
    return _bounded(counts, totals, definition, changes["ags"].nunique())


def _bounded(
    counts: pd.DataFrame, totals: pd.DataFrame, definition: str, every: int
) -> pd.DataFrame:
    """`band` of our counts of so many districts."""
    below, above = _bounds(totals, definition)
    # The day after its own is the first on which a total no longer bounds from above.
    days = {*counts["first_day"], *(bound.day for bound in below)}
    days |= {bound.day + _DAY for bound in above}
    rows = counts.set_index("first_day").reindex(sorted(days), method="ffill").astype(int)
    least = [max((n for start, n, _ in below if start <= day), default=0) for day in rows.index]
    most = [min((n for end, n, _ in above if end >= day), default=every) for day in rows.index]
    rows["lower"] = rows["certain"].clip(lower=pd.Series(least, index=rows.index))
    rows["upper"] = rows["possible"].clip(upper=pd.Series(most, index=rows.index))
    moved = rows.ne(rows.shift()).any(axis=1)
    return rows[moved].reset_index()


def on(steps: pd.DataFrame, day: date) -> pd.Series:
    """The row of a step table (`first_day` ascending) that holds on a day."""
    return steps[steps["first_day"] <= day].iloc[-1]


def reconcile(totals: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Each published total with our counts under its definition, and a verdict.

    A total with an imprecise date agrees if it does on some day of its span. Out of 53,
    the city of Aachen and the StädteRegion count once; out of anything but 54 or 53, a
    total counts something else. One that names no denominator counts the whole state and is
    held against all 54.

    Returns one row per total in their order: `id`, `day` (the latest day of its span on
    which it agrees best), `units` (what the next four are out of, 54 or 53), `certain`,
    `possible`, `lower`, `upper` (districts, or units out of 53), `verdict` (one of VERDICTS),
    `difference` (a tuple of the AGS that it turns on: who is not even possible if the total
    is above our possible count, who came last if it is below our certain one, else whose
    standing is undetermined on the day) and `against` (a tuple: ids of the binding totals
    that cannot hold beside it). Day, units and counts are missing where the total counts
    something else.
    """
    return held_against(totals, ours(changes))


def ours(changes: pd.DataFrame) -> Ours:
    """What totals are held against, whichever they are."""
    days = {}
    for name in DEFINITIONS:
        rows = reached(changes, name).astype("object").fillna(date.max).itertuples(index=False)
        days[name] = [Reached(*row) for row in rows]
    counts = {name: counts_on_changes(changes, name) for name in DEFINITIONS}
    return Ours(changes["ags"].nunique(), counts, days)


def held_against(totals: pd.DataFrame, own: Ours) -> pd.DataFrame:
    """What `reconcile` returns, for whoever holds several sets of totals against the same."""
    every, ledgers = own.every, {}
    for name in filter(None, totals["definition"].unique()):
        ledger = _ledger(totals, own, name)
        ledgers[name, every] = ledger
        ledgers[name, every - 1] = _counting_once(ledger)
    rows = []
    for total in totals.itertuples(index=False):
        units = every if pd.isna(total.of) else total.of
        ledger = ledgers.get((total.definition, units))
        compared = _INCOMPARABLE
        if ledger:
            compared = {"units": units, **_compared(total, ledger, units == every)}
        rows.append({"id": total.id, **compared})
    counts = ["units", "certain", "possible", "lower", "upper"]
    columns = ["id", "day", *counts, "verdict", "difference", "against"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(counts, "Int64"))


_INCOMPARABLE = {"verdict": "counts something else", "difference": (), "against": ()}


def _bounds(totals: pd.DataFrame, definition: str) -> tuple[list[Bound], list[Bound]]:
    """The totals that bound this definition, from below and from above."""
    below, above = [], []
    for total in totals[totals["binds"].eq("yes")].itertuples(index=False):
        if definition in BOUNDS_BELOW.get(total.definition, ()):
            below.append(Bound(total.last_day.date(), int(total.count), total.id))
        if definition in BOUNDS_ABOVE.get(total.definition, ()) and pd.notna(total.first_day):
            above.append(Bound(total.first_day.date(), int(total.count), total.id))
    return below, above


def _ledger(totals: pd.DataFrame, own: Ours, definition: str) -> Ledger:
    rows = _bounded(own.counts[definition], totals, definition, own.every)
    steps = [Step(*row) for row in rows.itertuples(index=False)]
    return Ledger(steps, own.days[definition], *_bounds(totals, definition))


def _counting_once(ledger: Ledger) -> Ledger:
    """The same out of 53: Aachen and the StädteRegion are one unit, there as soon as either is."""
    pair = [found for found in ledger.days if found.ags in COUNTED_ONCE]
    if len(pair) < 2:
        return ledger
    both_certain = max(found.latest for found in pair)
    both_possible = max(found.earliest for found in pair)
    steps = []
    for day, certain, possible, lower, upper in ledger.steps:
        surely, maybe = int(both_certain <= day), int(both_possible <= day)
        certain, possible = certain - surely, possible - maybe
        bounds = max(certain, lower - maybe), min(possible, upper - surely)
        steps.append(Step(day, certain, possible, *bounds))
    return ledger._replace(steps=steps)


def _compared(total: tuple, ledger: Ledger, whole: bool) -> dict[str, object]:
    """Day, counts, verdict, difference and the totals against one total."""
    day, step = _best(total, ledger.steps)
    _, certain, possible, lower, upper = step
    verdict, against = "contradicts", ()
    if not lower <= total.count <= upper:
        against = _against(total.count, day, ledger)
    elif not whole:
        verdict = "agrees, other denominator"
    else:
        verdict = "agrees" if certain == possible else "agrees within the uncertainty"
    named = _difference(total.count, day, step, ledger.days)
    counts = {"certain": certain, "possible": possible, "lower": lower, "upper": upper}
    return {"day": day, **counts, "verdict": verdict, "difference": named, "against": against}


def _best(total: tuple, steps: list[Step]) -> tuple[date, Step]:
    """The latest day of the total's span on which it agrees best, and the step of that day."""
    first = total.first_day.date() if pd.notna(total.first_day) else date.min
    last = total.last_day.date()
    ends = [step.first_day - _DAY for step in steps[1:]] + [date.max]
    inside = [
        (min(end, last), step)
        for step, end in zip(steps, ends, strict=True)
        if step.first_day <= last and end >= first
    ]

    def distance(found: tuple[date, Step]) -> tuple[int, bool]:
        step = found[1]
        outside = max(step.lower - total.count, total.count - step.upper, 0)
        return outside, step.certain != step.possible

    return min(reversed(inside), key=distance)


def _against(count: int, day: date, ledger: Ledger) -> tuple[str, ...]:
    broken = [bound for bound in ledger.below if bound.day <= day and bound.count > count]
    broken += [bound for bound in ledger.above if bound.day >= day and bound.count < count]
    return tuple(bound.id for bound in broken)


def _difference(count: int, day: date, step: Step, days: list[Reached]) -> tuple[str, ...]:
    if count > step.possible:
        return tuple(found.ags for found in days if found.earliest > day)
    if count < step.certain:
        came = sorted(found.latest for found in days if found.latest <= day)
        since = came[count - step.certain]
        return tuple(found.ags for found in days if since <= found.latest <= day)
    return tuple(found.ags for found in days if found.earliest <= day < found.latest)
