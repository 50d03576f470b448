"""Every published "N of 54" beside our own counts: bounds of the number, and a verdict.

A total bounds the number, not the names. N on some day of its span means: no more than N
on every day up to the span's first, no fewer than N on every day from its last (nobody
closes; a closure would have to be named). Totals that contradict others, count something
else or rest on another denominator bind nothing (`binds` is "no").

Source: data/README.md, section Totals.
"""

from datetime import date, timedelta

import pandas as pd

from adoption.series import counts_on_changes, reached
from adoption.vocabulary import BOUNDS_ABOVE, BOUNDS_BELOW

#: The two that some publications count as one: of 53 instead of 54.
COUNTED_ONCE = ("05334", "05334002")


def band(changes: pd.DataFrame, totals: pd.DataFrame, definition: str) -> pd.DataFrame:
    """The named counts and the bounds of the number under `definition`, over all days.

    Returns one row per day on which any of the four moves, ascending: `first_day`,
    `certain` and `possible` (the named counts), `lower` and `upper` (the bounds of the
    number: max(certain, totals from below), min(possible, totals from above)). The first
    row stands from `date.min`.
    """
    counts = counts_on_changes(changes, definition)
    binding = totals[totals["binds"].eq("yes")]
    below = _steps(binding, "last_day", BOUNDS_BELOW, definition)
    above = _steps(binding, "first_day", BOUNDS_ABOVE, definition)
    # The day after its own is the first on which a total no longer bounds from above.
    days = {*counts["first_day"], *(day for day, _ in below)}
    days |= {day + timedelta(days=1) for day, _ in above}
    rows = counts.set_index("first_day").reindex(sorted(days), method="ffill").astype(int)
    at_least = [max((n for day, n in below if day <= now), default=0) for now in rows.index]
    districts = changes["ags"].nunique()
    at_most = [min((n for day, n in above if day >= now), default=districts) for now in rows.index]
    rows["lower"] = rows["certain"].clip(lower=pd.Series(at_least, index=rows.index))
    rows["upper"] = rows["possible"].clip(upper=pd.Series(at_most, index=rows.index))
    moved = rows.ne(rows.shift()).any(axis=1)
    return rows[moved].reset_index()


def on(steps: pd.DataFrame, day: date) -> pd.Series:
    """The row of a step table (`first_day` ascending) that holds on a day."""
    return steps[steps["first_day"] <= day].iloc[-1]


def reconcile(totals: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Each published total with our counts under its definition, and a verdict.

    A total with an imprecise date agrees if it does on some day of its span. Out of 53,
    the city of Aachen and the StädteRegion count once.

    Returns one row per total in their order: `id`, `day` (the day of the span on which it
    agrees best, else the last), `certain`, `possible`, `lower`, `upper` (districts, or
    units out of 53; missing where the total counts something else), `verdict` (one of
    VERDICTS) and `difference`, a tuple of AGS: whose standing is open on the day; for a
    contradiction those without a KIZ if the total is higher than ours, those that came
    last if it is lower.
    """
    bands = {name: band(changes, totals, name) for name in totals["definition"].unique() if name}
    rows = []
    for total in totals.itertuples(index=False):
        if not total.definition:
            verdict = "counts something else"
            rows.append({"id": total.id, "verdict": verdict, "difference": ()})
            continue
        steps = bands[total.definition]
        if total.of == changes["ags"].nunique() - 1:
            steps = _counting_once(steps, changes, total.definition)
        rows.append({"id": total.id, **_compared(total, steps, changes)})
    columns = ["id", "day", "certain", "possible", "lower", "upper", "verdict", "difference"]
    table = pd.DataFrame(rows, columns=columns)
    counts = ["certain", "possible", "lower", "upper"]
    return table.astype(dict.fromkeys(counts, "Int64"))


def _steps(
    binding: pd.DataFrame, column: str, reach: dict[str, tuple[str, ...]], definition: str
) -> list[tuple[date, int]]:
    """The totals that bound this definition: the day that matters and the number."""
    bound = binding[[definition in reach[name] for name in binding["definition"]]]
    return list(zip(bound[column].dt.date, bound["count"].astype(int), strict=True))


def _counting_once(steps: pd.DataFrame, changes: pd.DataFrame, definition: str) -> pd.DataFrame:
    """The same steps out of 53: Aachen and the StädteRegion are one unit, there if either is."""
    days = reached(changes, definition).set_index("ags").loc[list(COUNTED_ONCE)]
    moves = [day for day in days.to_numpy().ravel() if pd.notna(day)]
    every = sorted({*steps["first_day"], *moves})
    once = steps.set_index("first_day").reindex(every, method="ffill")
    for count, known in (("certain", "latest"), ("possible", "earliest")):
        once[count] -= [int((days[known] <= day).all()) for day in once.index]
    once["lower"] = once["certain"].where(once["certain"] >= once["lower"] - 1, once["lower"] - 1)
    once["upper"] = once["possible"].where(once["possible"] <= once["upper"], once["upper"])
    return once.reset_index()


def _compared(total: tuple, steps: pd.DataFrame, changes: pd.DataFrame) -> dict[str, object]:
    """Day, counts, verdict and difference of one total."""
    first, last = total.first_day.date(), total.last_day.date()
    inside = steps["first_day"].between(first, last)
    days = sorted({first, last, *steps.loc[inside, "first_day"]})
    rows = [(day, on(steps, day)) for day in days]
    within = [(day, row) for day, row in rows if row["lower"] <= total.count <= row["upper"]]
    exact = [(day, row) for day, row in within if row["certain"] == row["possible"]]
    day, row = (exact or within or rows)[-1]
    verdict = "contradicts"
    if within:
        verdict = "agrees" if exact else "agrees within the uncertainty"
        if total.of != changes["ags"].nunique():
            verdict = "agrees, other denominator"
    counts = {name: int(row[name]) for name in ("certain", "possible", "lower", "upper")}
    named = _difference(total, day, row, changes, verdict)
    return {"day": day, **counts, "verdict": verdict, "difference": named}


def _difference(
    total: tuple, day: date, row: pd.Series, changes: pd.DataFrame, verdict: str
) -> tuple[str, ...]:
    days = reached(changes, total.definition)
    possible, certain = days["earliest"] <= day, days["latest"] <= day
    if verdict == "contradicts" and total.count > row["upper"]:
        return tuple(days.loc[~possible, "ags"])
    if verdict == "contradicts":
        latest = days[certain].sort_values("latest", kind="stable")
        return tuple(latest["ags"].tail(int(row["lower"] - total.count)))
    return tuple(days.loc[possible & ~certain, "ags"])
