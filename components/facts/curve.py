"""What the curve shows, in the unit that the reader chose: steps over time, and points.

Pure: frames in, frames out. Nothing here looks at every day; a step stands from its
`first_day` until the next.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from adoption.reconcile import band, on
from adoption.series import change_days, counts_on_changes
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.base.memory import kept
from components.facts.people import by_year

#: A share is written in percent; more digits than the page shows would only be sent.
DIGITS = 2
#: Behind the last change so much is still to be seen of the curve.
AFTER = timedelta(days=90)
#: A total whose time is known to so much, a month, has a day on the curve; another a bar.
MONTH = timedelta(days=31)
#: The columns of a step of the number.
_STEP = ["first_day", "certain", "lower", "upper", "possible"]
#: What an agreeing total may be called (adoption.vocabulary.VERDICTS), other units apart.
AGREES = ("agrees", "agrees within the uncertainty")


@dataclass(frozen=True)
class Curve:
    """The adoption curve under one definition, in the unit of one measure.

    `steps` has first_day, certain, lower, upper, possible; `kinds` maps each kind of district
    to its steps first_day, certain. `top` is the end of the axis: districts, or 100 percent.
    For the population nobody published a number: there lower is certain, upper possible.
    A simple one is drawn as its band and the certain count alone.
    """

    measure: str
    steps: pd.DataFrame
    kinds: dict[str, pd.DataFrame]
    top: int
    simple: bool = False

    @property
    def lines(self) -> dict[str, pd.DataFrame]:
        """The lines that are drawn: their name and first_day, value; the certain count last."""
        named = {kind: (steps, "certain") for kind, steps in self.kinds.items()}
        named |= {} if self.simple else {"possible": (self.steps, "possible")}
        named["certain"] = self.steps, "certain"
        return {
            name: steps[["first_day", column]].set_axis(["first_day", "value"], axis=1)
            for name, (steps, column) in named.items()
        }


class Counted(NamedTuple):
    """What a curve counts: the changes (`adoption.series.episodes`), totals and districts."""

    changes: pd.DataFrame
    totals: pd.DataFrame
    districts: pd.DataFrame


@kept(100)
def adoption(
    atlas: Atlas, definition: str, measure: str, last: date, year: int | None = None
) -> Curve:
    """The curve of the atlas up to `last`; its people as counted in `year`, else in the first."""
    people = by_year(atlas)
    counted = Counted(atlas.changes, atlas.tables.totals, atlas.tables.districts)
    return curve(counted, definition, measure, people[year or min(people)], last)


@kept(16)
def every_step(atlas: Atlas, definition: str) -> pd.DataFrame:
    """Every step of the number of the atlas, from its first day to the last on which it moves.

    Columns first_day, certain, lower, upper, possible, in districts.
    """
    steps = band(atlas.changes, atlas.tables.totals, definition)
    return _clipped(steps, steps["first_day"].iloc[-1])[_STEP]


@kept(16)
def points_of(atlas: Atlas, definition: str) -> pd.DataFrame:
    """The published totals of the atlas that have a place on the curve: `points`."""
    tables = atlas.tables
    return points(tables.totals, atlas.verdicts, tables.sources, definition)


@kept(16)
def gap_of(atlas: Atlas, definition: str) -> pd.Series | None:
    """The total of the atlas that says most about those not known by name: `widest_gap`."""
    named = counts_on_changes(atlas.changes, definition)
    return widest_gap(points_of(atlas, definition), named, definition)


def law_until(atlas: Atlas, last: date) -> pd.DataFrame:
    """The steps of the law on the curve of the atlas: `law`."""
    return law(atlas.tables.milestones, last)


def growth_end(atlas: Atlas, definition: str) -> date:
    """The end of the year in which the number last changed; of the next, if that was its end."""
    last = change_days(atlas.changes, definition)[-1]
    return date((last + AFTER).year, 12, 31)


def curve(counted: Counted, definition: str, measure: str, people: pd.Series, today: date) -> Curve:
    """The curve from the first day of the atlas to today.

    Parameters
    ----------
    measure
        One of `choice.MEASURES`: number of districts, their share of all (of their own
        kind for the kinds), or the share of the population that lives in them; shares
        in percent.
    people
        The population of each district, by ags; used by the measure "population" only.
    """
    changes, totals, districts = counted
    top = len(districts) if measure == "number" else 100
    if measure == "population":
        weights = people * 100 / people[districts["ags"]].sum()
        named = _scaled(counts_on_changes(changes, definition, weights), 1)
        steps = named.assign(lower=named["certain"], upper=named["possible"])
    else:
        scale = 1 if measure == "number" else 100 / len(districts)
        steps = _scaled(band(changes, totals, definition), scale)
    kinds = {}
    for kind, own in districts.groupby("kind", sort=False):
        weights = people if measure == "population" else pd.Series(1, index=own["ags"])
        scale = 1 if measure == "number" else 100 / weights[own["ags"]].sum()
        part = changes[changes["ags"].isin(own["ags"])]
        named = _scaled(counts_on_changes(part, definition, weights), scale)
        kinds[str(kind)] = _clipped(named[["first_day", "certain"]], today)
    return Curve(measure, _clipped(steps[_STEP], today), kinds, top)


def simplified(curve: Curve) -> Curve:
    """The same as its band and the certain count alone."""
    return replace(curve, kinds={}, simple=True)


def readings(steps: pd.DataFrame, days: list[date]) -> pd.DataFrame:
    """The step that holds on each of the days; index the days."""
    return steps.set_index("first_day").reindex(days, method="ffill")


def points(
    totals: pd.DataFrame, verdicts: pd.DataFrame, sources: pd.DataFrame, definition: str
) -> pd.DataFrame:
    """The published totals that have a place on the curve, and how each is to be drawn.

    What counts something else than a KIZ has no verdict on the number and no row here.

    Returns one row per total: all columns of `totals`, of `verdicts` (see
    `adoption.reconcile.reconcile`), `publisher`, `dated`, whether its day is known to the
    month, and `role`: `agrees`, `contradicts`, `other` for another definition than the
    curve's, or `apart` for one out of fewer than all, `contradicts.apart` where it is both.
    """
    joined = totals.merge(verdicts, on="id", validate="one_to_one")
    joined["publisher"] = joined["source_id"].map(sources.set_index("id")["publisher"])
    drawn = joined[joined["verdict"].ne("counts something else")].copy()
    same = drawn["verdict"].isin(AGREES) & drawn["definition"].eq(definition)
    drawn["role"] = same.map({True: "agrees", False: "other"})
    fewer, against = drawn["units"].lt(drawn["units"].max()), drawn["verdict"].eq("contradicts")
    drawn.loc[fewer, "role"] = "apart"
    drawn.loc[against, "role"] = "contradicts"
    drawn.loc[fewer & against, "role"] = "contradicts.apart"
    drawn["dated"] = drawn["last_day"] - drawn["first_day"] < MONTH
    return drawn.reset_index(drop=True)


def until(points: pd.DataFrame, last: date) -> pd.DataFrame:
    """Those of the points up to the end of the curve, of those without a day whose span can be
    seen.
    """
    seen = points["first_day"].dt.date.le(last - MONTH)
    return points[seen.where(~points["dated"], points["day"].le(last))]


def law(milestones: pd.DataFrame, last: date) -> pd.DataFrame:
    """The steps of the law whose day is known and lies within the time of the curve."""
    exact = milestones["first_day"].eq(milestones["last_day"])
    return milestones[exact & milestones["first_day"].dt.date.between(FIRST_DAY, last)]


def widest_gap(drawn: pd.DataFrame, steps: pd.DataFrame, definition: str) -> pd.Series | None:
    """The total that says most about how many more there were than are known by name.

    Of those that bind under this very definition and have a day, the one furthest above
    the certain count of its day, the ministry's own before others. Returns its row with
    `named`, the certain count; None if no such total exceeds the names.

    Parameters
    ----------
    drawn
        What `points` returns.
    steps
        In districts: `first_day`, `certain`.
    """
    fits = drawn["binds"].eq("yes") & drawn["definition"].eq(definition)
    exact = drawn[fits & drawn["first_day"].eq(drawn["last_day"])]
    named = [int(on(steps, total.day)["certain"]) for total in exact.itertuples()]
    exact = exact.assign(named=named, own=exact["counted_by"].eq("ministry"))
    exact["gap"] = exact["count"] - exact["named"]
    if exact.empty or exact["gap"].max() <= 0:
        return None
    return exact.sort_values(["gap", "own"], kind="stable").iloc[-1]


def _scaled(steps: pd.DataFrame, scale: float) -> pd.DataFrame:
    values = (steps.drop(columns="first_day") * scale).round(DIGITS)
    return values.assign(first_day=steps["first_day"])


def _clipped(steps: pd.DataFrame, today: date) -> pd.DataFrame:
    """From the first day of the atlas, which takes what held before, to today, which repeats."""
    inside = steps["first_day"].between(FIRST_DAY, today)
    days = sorted({FIRST_DAY, *steps.loc[inside, "first_day"], today})
    return readings(steps, days).rename_axis("first_day").reset_index().infer_objects()
