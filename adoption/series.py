"""What happens over time: the days on which anything changes, and the counts between."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from adoption.status import Past, histories
from adoption.vocabulary import DEFINITIONS, READINGS


def episodes(events: pd.DataFrame, districts: pd.DataFrame) -> pd.DataFrame:
    """The standing of every district from one change to the next, in both readings.

    A standing can change only on the first or last day of one of the district's own
    spans, so those few days are looked at and no other.

    Returns one row per change, sorted by `first_day`: `ags`, `reading`, `first_day`,
    `status`, `event_id` and one truth value per definition. The first row of each
    district stands from `date.min`, before anything began.
    """
    acts = histories(events)
    rows = []
    for ags in districts["ags"]:
        history = acts.get(ags, [])
        days = sorted({date.min, *(day for act in history for day in act[:2])})
        for reading in READINGS:
            past, before = Past(history, reading), None
            for day in days:
                where = past.at(day)
                if where != before:
                    proof = where.proof.id if where.proof else ""
                    held = [definition in where.held for definition in DEFINITIONS]
                    rows.append((day, ags, reading, where.status, proof, *held))
                before = where
    columns = ["first_day", "ags", "reading", "status", "event_id", *DEFINITIONS]
    changes = pd.DataFrame(rows, columns=columns)
    return changes.sort_values("first_day", kind="stable", ignore_index=True)


def change_days(changes: pd.DataFrame, definition: str) -> list[date]:
    """The days on which the map changes under `definition`, ascending.

    `changes` is what `episodes` returns. A day counts when a district's status changes
    in either reading, or when it comes into (or drops out of) the count.
    """
    seen = ["status", definition]
    by_district = changes.groupby(["ags", "reading"], sort=False)[seen]
    moved = (changes[seen] != by_district.shift()).any(axis=1) & by_district.cumcount().gt(0)
    return sorted(set(changes.loc[moved, "first_day"]))


def standings_on(
    changes: pd.DataFrame, districts: pd.DataFrame, days: list[date], definition: str
) -> Iterator[pd.DataFrame]:
    """For each of the days (ascending) the standing of every district, in their order.

    The same as `adoption.status.holders_on` for each day, from what `episodes` returns in
    one pass: ags, status, event_id, group, possible_status.
    """
    ags = list(districts["ags"])

    def wide(reading: str, column: str) -> pd.DataFrame:
        part = changes[changes["reading"].eq(reading)]
        steps = part.pivot(index="first_day", columns="ags", values=column).ffill()
        return steps.reindex(days, method="ffill")[ags]

    certain, possible = READINGS
    columns = (
        *((certain, name) for name in ("status", "event_id", definition)),
        *((possible, name) for name in (definition, "status")),
    )
    found = (wide(*column).to_numpy() for column in columns)
    for status, proofs, held, may_hold, highest in zip(*found, strict=True):
        groups = [_group(*pair) for pair in zip(held, may_hold, strict=True)]
        seen = {"status": status, "event_id": proofs, "group": groups, "possible_status": highest}
        yield pd.DataFrame({"ags": ags} | seen)


def _group(held: bool, may_hold: bool) -> str:
    if held:
        return "with"
    return "undetermined" if may_hold else "without"


def counts_on_changes(
    changes: pd.DataFrame, definition: str, weights: pd.Series | None = None
) -> pd.DataFrame:
    """How many districts have a KIZ under `definition` from each change on, in one pass.

    Parameters
    ----------
    changes
        What `episodes` returns, or the part of it that belongs to some districts.
    weights
        What each district counts for, by ags (people, for instance); 1 without it.

    Returns one row per day on which a count moves: `first_day`, `certain`, `possible`
    (districts, or the weights' unit), ascending, the first row being 0 at `date.min`.
    """
    held = changes[["ags", "reading", "first_day"]].assign(held=changes[definition].astype(int))
    before = held.groupby(["ags", "reading"], sort=False)["held"].shift(fill_value=0)
    step = held["held"] - before
    if weights is not None:
        step = step * held["ags"].map(weights)
    wide = held.assign(step=step).pivot_table(
        index="first_day", columns="reading", values="step", aggfunc="sum", fill_value=0
    )
    counts = wide.reindex(columns=list(READINGS), fill_value=0).cumsum()
    moved = counts.ne(counts.shift()).any(axis=1)
    return counts[moved].rename_axis(columns=None).reset_index()


def reached(changes: pd.DataFrame, definition: str) -> pd.DataFrame:
    """When each district got its KIZ under `definition`, as far as that is known.

    Returns one row per district, in order of the first day: `ags`, `earliest` (the first
    day on which it may have one) and `latest` (the first on which it certainly has one);
    missing where that never happens.
    """
    held = changes[changes[definition]]
    return _by_reading(held.groupby(["ags", "reading"])[["first_day"]].min(), changes)


def held_since(changes: pd.DataFrame, definition: str, day: date) -> pd.DataFrame:
    """Since when each district that has a KIZ on the day has had it without a break.

    Returns one row per district: `ags`, `earliest` and `latest`, the days from which on it may
    have, and certainly has, had one up to `day`; missing where it may not, or not certainly.
    """
    past = changes.loc[changes["first_day"] <= day, ["ags", "reading", "first_day", definition]]
    before = past.groupby(["ags", "reading"], sort=False)[definition].shift()
    turns = past[past[definition].ne(before)].drop_duplicates(["ags", "reading"], keep="last")
    begun = turns["first_day"].where(turns[definition])
    return _by_reading(turns.assign(first_day=begun).set_index(["ags", "reading"]), changes)


def _by_reading(days: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """The `first_day` of ags and reading as `earliest` (possible) and `latest` (certain)."""
    order = list(dict.fromkeys(changes["ags"]))
    wide = days["first_day"].unstack("reading").reindex(index=order, columns=list(READINGS))
    named = wide.rename(columns={"possible": "earliest", "certain": "latest"})
    return named.rename_axis(index="ags", columns=None).reset_index()[["ags", "earliest", "latest"]]
