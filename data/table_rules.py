"""The rules on how many rows there are, and on the numbers of the inhabitants."""

import pandas as pd

from data.findings import Finding, Findings, by_line, rule

KINDS = {"Kreis": 31, "kreisfreie Stadt": 23}
MUNICIPALITIES = 396
#: Only on these days are there 54 comparable areas.
POPULATION_DATES = ("2015-12-31", "2019-12-31", "2022-12-31")
#: From 2011 to 2022 no district grew or shrank by more than a tenth; a lost digit is more.
JUMP = 1.1


@rule("districts")
def districts_are_54(districts: pd.DataFrame) -> Findings:
    """There are 31 Kreise and 23 kreisfreie Städte, the city of Aachen among these."""
    for kind, expected in KINDS.items():
        if (rows := (districts["kind"] == kind).sum()) != expected:
            text = f"{rows} rows of kind {kind}, not {expected}; add or correct rows"
            yield Finding("districts", None, text)


@rule("municipalities")
def municipalities_are_396(municipalities: pd.DataFrame) -> Findings:
    """There are 396 municipalities."""
    if (rows := len(municipalities)) != MUNICIPALITIES:
        yield Finding("municipalities", None, f"{rows} rows, not 396; restore, add or delete rows")


@rule("districts", "events")
def districts_are_researched(districts: pd.DataFrame, events: pd.DataFrame) -> Findings:
    """A district has an event, or a day on which evidence was last looked for."""
    bare = districts[~districts["ags"].isin(events["ags"]) & (districts["researched_on"] == "")]
    for line, row in by_line(bare):
        text = f"{row['ags']} has neither an event nor researched_on; add one"
        yield Finding("districts", line, text)


@rule("districts", "plates")
def districts_have_plates(districts: pd.DataFrame, plates: pd.DataFrame) -> Findings:
    """Every district has letters of its own on the plates of its cars."""
    for ags in districts.loc[~districts["ags"].isin(plates["ags"]), "ags"]:
        yield Finding("plates", None, f"{ags} has no plate; restore or add its row")


@rule("districts", "population")
def population_is_complete(districts: pd.DataFrame, population: pd.DataFrame) -> Findings:
    """On the three days that can be compared, all districts have their inhabitants."""
    counted = population[
        (population["metric"] == "population") & (population["area"] == "district")
    ]
    for day in POPULATION_DATES:
        counted_then = counted.loc[counted["date"] == day, "ags"]
        for ags in districts.loc[~districts["ags"].isin(counted_then), "ags"]:
            text = f"{ags} has no population of {day} for area district; restore or add it"
            yield Finding("population", None, text)


@rule("population")
def population_makes_no_jump(population: pd.DataFrame) -> Findings:
    """No number of inhabitants is more than a tenth above or below the median that the
    district has over the years (same metric, same area); shares are per cent.
    """
    value = pd.to_numeric(population["value"], errors="coerce")
    is_share = population["metric"].str.endswith("_pct")
    median = value.groupby([population[key] for key in ("ags", "metric", "area")]).transform(
        "median"
    )
    factor = (value / median).fillna(1)
    for line in population.index[~is_share & ((factor > JUMP) | (factor < 1 / JUMP))]:
        text = f'value "{population.at[line, "value"]}" is {factor[line]:.2f} times the median of '
        text += f"{median[line]:.0f} that this district has over the years; correct the value"
        yield Finding("population", line, text)
    for line in population.index[is_share & ~value.fillna(0).between(0, 100)]:
        text = f'value "{population.at[line, "value"]}" is no share in per cent; correct it'
        yield Finding("population", line, text)
