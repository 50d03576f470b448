"""How much of the state has a KIZ: of districts by kind and region, and of its people."""

from collections import Counter
from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import GROUPS


class PopulationShare(NamedTuple):
    """Shares 0-1 of the state's population, and the day on which it was counted."""

    certain: float
    possible: float
    counted_on: date


def by(standings: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many districts are in each group, per value of `column`.

    Returns one row per value in order of appearance: the columns of GROUPS and `of`,
    all in districts.
    """
    sizes = Counter(zip(standings[column], standings["group"], strict=True))
    values = pd.Index(standings[column].unique(), name=column)
    rows = [[sizes[value, group] for group in GROUPS] for value in values]
    counts = pd.DataFrame(rows, index=values, columns=list(GROUPS))
    return counts.assign(of=counts.sum(axis=1))


def population_share(
    standings: pd.DataFrame, population: pd.DataFrame, day: date
) -> PopulationShare | None:
    """The share of the population that lives in a district with a KIZ.

    Counted on the latest day up to `day` for which every district has a comparable
    number, else on the first such day; None if there is no such day. Only the ends of
    2015, 2019 and 2022 have numbers for all 54 comparable areas.

    Parameters
    ----------
    standings
        One row per district: ags, group.
    population
        Columns ags, metric, area, date, value (people).
    """
    people = population[population["metric"].eq("population") & population["area"].eq("district")]
    wide = people.pivot(index="ags", columns="date", values="value").reindex(standings["ags"])
    complete = wide.dropna(axis="columns")
    if complete.empty or not len(complete.columns):
        return None
    past = [counted for counted in complete.columns if counted <= day.isoformat()]
    counted_on = max(past) if past else min(complete.columns)
    values = complete[counted_on].set_axis(standings.index)
    whole = values.sum()
    certain = values[standings["group"].eq("with")].sum() / whole
    possible = values[standings["group"].ne("without")].sum() / whole
    return PopulationShare(float(certain), float(possible), date.fromisoformat(counted_on))
