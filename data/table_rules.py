"""The rules between tables: how many rows there are, what cites what, what lists say."""

import pandas as pd

from adoption.reconcile import reconcile
from adoption.series import episodes
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS
from data import schema
from data.findings import Finding, Findings, rule
from data.reading import DataError
from data.tables import typed

KINDS = {"Kreis": 31, "kreisfreie Stadt": 23}
MUNICIPALITIES = 396
#: Only on these days are there 54 comparable areas.
POPULATION_DATES = ("2015-12-31", "2019-12-31", "2022-12-31")


@rule("districts")
def districts_are_54(districts: pd.DataFrame) -> Findings:
    """There are 31 Kreise and 23 kreisfreie Städte, the city of Aachen among these."""
    for kind, expected in KINDS.items():
        if (found := (districts["kind"] == kind).sum()) != expected:
            text = f"{found} rows of kind {kind}, not {expected}; add or correct rows"
            yield Finding("districts", None, text)


@rule("municipalities")
def municipalities_are_396(municipalities: pd.DataFrame) -> Findings:
    """There are 396 municipalities."""
    if (found := len(municipalities)) != MUNICIPALITIES:
        yield Finding("municipalities", None, f"{found} rows, not 396; add or delete rows")


@rule("districts", "events")
def districts_are_researched(districts: pd.DataFrame, events: pd.DataFrame) -> Findings:
    """A district has an event, or a day on which evidence was last looked for."""
    bare = districts[~districts["ags"].isin(events["ags"]) & (districts["researched_on"] == "")]
    for line, row in bare.iterrows():
        text = f"{row['ags']} has neither an event nor researched_on; add one"
        yield Finding("districts", line, text)


@rule("sources", "events", "totals", "population", "milestones", "centres", "status_lists", "days")
def sources_are_cited_and_known(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Every source is cited by a row of some table, and every further source is known."""
    cited = pd.concat(frame["source_id"] for frame in citing)
    further = {
        name: frame["further_source_ids"].str.split()
        for name, frame in zip(("events", "milestones"), (citing[0], citing[3]), strict=True)
    }
    used = set(cited).union(*(ids for cells in further.values() for ids in cells))
    for line, id in sources.loc[~sources["id"].isin(used), "id"].items():
        yield Finding("sources", line, f'"{id}" is cited by no row; cite it or delete it')
    for name, cells in further.items():
        for line, id in cells.explode().dropna().items():
            if id not in set(sources["id"]):
                text = f'further source "{id}" is unknown; add it to sources.csv'
                yield Finding(name, line, text)


@rule("districts", "population")
def population_is_complete(districts: pd.DataFrame, population: pd.DataFrame) -> Findings:
    """On the three days that can be compared, all districts have their inhabitants."""
    counted = population[
        (population["metric"] == "population") & (population["area"] == "district")
    ]
    for day in POPULATION_DATES:
        known = counted.loc[counted["date"] == day, "ags"]
        for ags in districts.loc[~districts["ags"].isin(known), "ags"]:
            text = f"{ags} has no population of {day} for area district; add the row"
            yield Finding("population", None, text)


@rule("districts", "events", "status_lists")
def status_lists_hold(
    districts: pd.DataFrame, events: pd.DataFrame, lists: pd.DataFrame
) -> Findings:
    """Who is listed `in` has a KIZ for certain on the last day of the list's date, and who
    is listed `out` cannot have one on its first, under the definition `approved`.
    """
    try:
        events = typed(events, schema.tables()["events"], "")
        lists = typed(lists, schema.tables()["status_lists"], "")
    except DataError:
        return
    for listed, end, group in (("in", "last_day", "with"), ("out", "first_day", "without")):
        for day, rows in lists[lists["listed"] == listed].dropna(subset=end).groupby(end):
            found = holders_on(events, districts, day.date(), "approved").set_index("ags")["group"]
            for line, ags in rows["ags"].items():
                if found.get(ags, group) != group:
                    text = f'{ags} is listed {listed}, its events say "{found[ags]}" on '
                    text += f"{day.date()}; correct its events or the list"
                    yield Finding("status_lists", line, text)


@rule("districts", "totals")
def only_totals_of_all_bind(districts: pd.DataFrame, totals: pd.DataFrame) -> Findings:
    """A total that binds names its definition and is out of all districts."""
    for line, row in totals[totals["binds"] == "yes"].iterrows():
        if not row["definition"]:
            yield Finding("totals", line, "binds without a definition; write no")
        if row["of"].isdecimal() and int(row["of"]) != len(districts):
            text = f"binds, but is out of {row['of']}, not {len(districts)}; write no"
            yield Finding("totals", line, text)


@rule("districts", "events", "totals")
def binding_totals_agree(
    districts: pd.DataFrame, events: pd.DataFrame, totals: pd.DataFrame
) -> Findings:
    """A total that binds contradicts neither the events nor another total that binds."""
    try:
        events = typed(events, schema.tables()["events"], "")
        known = typed(totals, schema.tables()["totals"], "")
    except DataError:
        return
    known = known[known["binds"].eq("yes") & known["definition"].isin(DEFINITIONS)]
    found = reconcile(known, episodes(events, districts)).set_axis(known.index)
    for line, row in found[found["verdict"] == "contradicts"].iterrows():
        against = ", ".join(row["against"]) or "the events"
        text = f"binds, but contradicts {against} on {row['day']} ({row['certain']} to "
        text += f"{row['possible']} by name); write no, or correct a row"
        yield Finding("totals", line, text)
