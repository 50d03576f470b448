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
#: The tables whose rows may name further sources.
FURTHER = ("events", "confirmations", "milestones")
MUNICIPALITIES = 396
#: Only on these days are there 54 comparable areas.
POPULATION_DATES = ("2015-12-31", "2019-12-31", "2022-12-31")


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
        yield Finding("municipalities", None, f"{rows} rows, not 396; add or delete rows")


@rule("districts", "events")
def districts_are_researched(districts: pd.DataFrame, events: pd.DataFrame) -> Findings:
    """A district has an event, or a day on which evidence was last looked for."""
    bare = districts[~districts["ags"].isin(events["ags"]) & (districts["researched_on"] == "")]
    for line, row in bare.iterrows():
        text = f"{row['ags']} has neither an event nor researched_on; add one"
        yield Finding("districts", line, text)


@rule(
    *("sources", "events", "confirmations", "totals", "population"),
    *("milestones", "centres", "status_lists", "days"),
)
def sources_are_cited_and_known(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Every source is cited by a row of some table, and every further source is known."""
    cited = pd.concat(frame["source_id"] for frame in citing)
    further = {
        name: frame["further_source_ids"].str.split()
        for name, frame in zip(FURTHER, (citing[0], citing[1], citing[4]), strict=True)
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
        counted_then = counted.loc[counted["date"] == day, "ags"]
        for ags in districts.loc[~districts["ags"].isin(counted_then), "ags"]:
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
            held = holders_on(events, districts, day.date(), "approved")
            groups = held.set_index("ags")["group"]
            for line, ags in rows["ags"].items():
                if groups.get(ags, group) != group:
                    text = f'{ags} is listed {listed}, its events say "{groups[ags]}" on '
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
    read = _comparable(districts, events, totals)
    if read is None:
        return
    comparable, changes = read
    verdicts = _verdicts(comparable[comparable["binds"].eq("yes")], changes)
    for line, row in verdicts[verdicts["verdict"] == "contradicts"].iterrows():
        against = ", ".join(row["against"]) or "the events"
        text = f"binds, but contradicts {against} on {row['day']} ({row['certain']} to "
        text += f"{row['possible']} by name); write no, or correct a row"
        yield Finding("totals", line, text)


@rule("districts", "events", "totals")
def exceptions_hold_no_longer_than_their_reason(
    districts: pd.DataFrame, events: pd.DataFrame, totals: pd.DataFrame
) -> Findings:
    """A total that binds nothing counts something else, is not out of all districts, or
    contradicts the events or a total that binds: as soon as it could bind, it has to.
    """
    read = _comparable(districts, events, totals)
    if read is None:
        return
    comparable, changes = read
    binding = comparable["binds"].eq("yes")
    before = _contradicting(comparable[binding], changes)
    whole = comparable["of"].eq(len(districts)) | comparable["of"].isna()
    excepted = comparable[comparable["binds"].eq("no") & whole.fillna(False)]
    for line in excepted.index:
        if _contradicting(comparable[binding | (comparable.index == line)], changes) <= before:
            text = f"binds nothing, but counts all {len(districts)} and contradicts neither "
            text += "the events nor a total that binds; write yes, or empty its definition"
            yield Finding("totals", line, f"{text} if it counts something else")


def _comparable(
    districts: pd.DataFrame, events: pd.DataFrame, totals: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """The totals that name a definition, typed, and the changes that they are held against.

    None where a cell cannot be read, which another rule says.
    """
    try:
        dated = typed(events, schema.tables()["events"], "")
        counted = typed(totals, schema.tables()["totals"], "")
    except DataError:
        return None
    return counted[counted["definition"].isin(DEFINITIONS)], episodes(dated, districts)


def _verdicts(totals: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """`reconcile` with the lines of the totals as index, as if all of these bound."""
    return reconcile(totals.assign(binds="yes"), changes).set_axis(totals.index)


def _contradicting(totals: pd.DataFrame, changes: pd.DataFrame) -> set[int]:
    """The lines of the totals that would contradict something if all of these bound."""
    verdicts = _verdicts(totals, changes)["verdict"]
    return set(verdicts.index[verdicts.eq("contradicts")])
