"""The population: of every district in comparable years, and as near to a day as is known."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from components.base.atlas import Atlas
from components.base.memory import kept


@kept(2)
def by_year(atlas: Atlas) -> dict[int, pd.Series]:
    """What `comparable` finds in the tables of the atlas."""
    return comparable(atlas.tables.population, atlas.tables.districts)


def comparable(population: pd.DataFrame, districts: pd.DataFrame) -> dict[int, pd.Series]:
    """The population of every district, by year, for the years in which all are known.

    Returns people by ags, ascending by year. Each number is of 31 December.
    """
    people = population[population["metric"].eq("population") & population["area"].eq("district")]
    wide = people.pivot(index="date", columns="ags", values="value")
    complete = wide.reindex(columns=districts["ags"]).dropna()
    return {int(day[:4]): complete.loc[day] for day in sorted(complete.index)}


class People(NamedTuple):
    """Population by ags, and by ags the share with a history of immigration where known.

    The share is 0-1; each with the day on which it was counted.
    """

    population: pd.Series
    counted_on: date
    history: pd.Series
    history_on: date


def people(comparable: dict[int, pd.Series], population: pd.DataFrame, day: date) -> People:
    """What is known of the people of every district, as near before the day as can be compared.

    Parameters
    ----------
    comparable
        Population of all districts by year, at its end: the latest past one is taken, else
        the first.
    population
        The table of the population: ags, metric, area, date, value.
    """
    past = [year for year in comparable if date(year, 12, 31) <= day]
    year = max(past) if past else min(comparable)
    own = population["metric"].eq("share_immigration_history_pct")
    shares = population[own & population["area"].eq("district")]
    counted = shares["date"].max()
    latest = shares[shares["date"].eq(counted)].set_index("ags")["value"] / 100
    return People(comparable[year], date(year, 12, 31), latest, date.fromisoformat(counted))


def on_day(atlas: Atlas, day: date) -> People:
    """What `people` finds in the tables of the atlas."""
    return people(by_year(atlas), atlas.tables.population, day)
