"""The rows of the tables, with the columns of `columns.COLUMNS` and maybe more, untyped.

Each function takes the atlas, the choice and the reading, whether its table depends on them or not.
"""

from datetime import date

import pandas as pd

from adoption import changes as changes_rule
from adoption import happened as happened_rule
from adoption import holdouts as holdouts_rule
from adoption import lasting, series
from adoption.dates import edtf_of
from adoption.status import status_on
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.facts import curve as curve_facts
from components.facts import people as people_facts
from components.facts import totals as totals_facts
from components.facts.first_days import FirstDay, first_days
from components.facts.sources import cited
from components.words import totals as totals_words


def status(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """The 54 in their order, each with the event that proves its status; what else is possible,
    and the latest text that shows its KIZ, where there is one on the day or may be.
    """
    tables, day = atlas.tables, choice.day
    standings = status_on(tables.events, tables.districts, day, reading, atlas.histories)
    held = atlas.standings(day, choice.definition)[["ags", "group", "possible_status"]]
    rows = tables.districts.merge(standings, on="ags").merge(held, on="ags", validate="1:1")
    rows = rows.assign(has_kiz=rows[choice.definition]).rename(columns={"since": "status_since"})
    proved = _with_proofs(_with_begin(rows, atlas, choice), atlas)
    return _with_confirmations(proved, atlas)


def districts(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """The 54 with the keys that join them to other tables, their latest comparable population,
    and their KIZ as the directory has it.
    """
    tables, years = atlas.tables, people_facts.by_year(atlas)
    centres = _with_sources(tables.centres, atlas).set_index("ags")
    named = {
        "kiz_name": "name",
        "kiz_seat": "seat",
        "kiz_seat_as_of": "as_of",
        "kiz_website": "website",
        "kiz_source": "source",
        "kiz_source_url": "source_url",
    }
    ags, latest = tables.districts["ags"], max(years)
    return tables.districts.assign(
        plates=ags.map(tables.plates.groupby("ags")["plate"].agg(" ".join)),
        population=ags.map(years[latest]),
        population_on=date(latest, 12, 31),
        **{name: ags.map(centres[column]) for name, column in named.items()},
    )


def history(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """When each of the 54 first had a KIZ under each definition, for survival analysis."""
    found = first_days(atlas)
    return _with_sources(pd.DataFrame(found, columns=FirstDay._fields), atlas)


def curve(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """The named counts and the bounds of the number, on every day on which one of them moves."""
    return curve_facts.every_step(atlas, choice.definition).assign(of=len(atlas.tables.districts))


def panel(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Each of the 54 at the end of every month from the law to the day, which ends the last."""
    rows = atlas.panel(choice.day)
    kinds = atlas.tables.districts.set_index("ags")["kind"]
    months = [f"{day:%Y-%m}" for day in rows["day"]]
    return _with_names(rows.assign(month=months, kind=rows["ags"].map(kinds)), atlas)


def events(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every event with the name of its district."""
    return _with_sources(_with_names(atlas.tables.events, atlas), atlas)


def sources(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every source."""
    return atlas.tables.sources


def totals(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every published total with its verdict, and the reasons in both languages."""
    rows = totals_facts.reconciled(atlas)
    reasons = {f"reason_{language}": _reasons(rows, Wording(language)) for language in LANGUAGES}
    return rows.assign(difference=rows["difference"].map("; ".join), **reasons)


def changes(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """What changed between the two days, in the order of what happened."""
    tables, days = atlas.tables, (choice.since_day, choice.day)
    frames = tables.events, tables.districts
    rows = changes_rule.changes_between(*frames, *days, choice.definition, reading, atlas.histories)
    return _with_proofs(_with_names(rows, atlas), atlas)


def happened(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every event, confirmation and step of the law between the two days, and what it changed."""
    rows = happened_rule.between(atlas.happened, choice.since_day, choice.day)
    return _with_sources(_with_names(rows, atlas), atlas)


def holdouts(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Who has none and, below, who is undetermined, as the page "Ohne KIZ" lists them."""
    rows = holdouts_rule.holdouts(atlas.workbench(choice.day, choice.definition))
    acts = ("event", "body", "date", "event_id")
    people = people_facts.on_day(atlas, choice.day)
    # Kept as a share of one; in per cent again, without the dust of the division.
    shares = (rows["ags"].map(people.history) * 100).round(6)
    rows = rows.assign(
        **{f"last_{name}": rows[f"act_{name}"] for name in acts},
        days_least=rows["act_days_least"],
        days_most=rows["act_days_most"],
        reasons=rows["reasons"].map(" ".join),
        population=rows["ags"].map(people.population),
        population_on=people.counted_on,
        immigration_history=shares,
        immigration_history_on=pd.Series(people.history_on, rows.index).where(shares.notna()),
        source_id=rows["act_event_id"].map(atlas.tables.events.set_index("id")["source_id"]),
    )
    return _with_sources(rows, atlas)


def milestones(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every step of the law and its funding."""
    return _with_sources(atlas.tables.milestones, atlas)


def population(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every number of people, and every share of them, in columns of their own."""
    rows = atlas.tables.population
    shares = rows["metric"].str.endswith("_pct")
    values = {"population": rows["value"].where(~shares), "share": rows["value"].where(shares)}
    return _with_sources(_with_names(rows.assign(**values), atlas), atlas)


def municipalities(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every municipality with its district."""
    names = atlas.tables.districts.set_index("ags")["name"]
    rows = atlas.tables.municipalities
    return rows.assign(district=rows["ags"].map(names))


def _reasons(rows: pd.DataFrame, words: Wording) -> list[str]:
    return [totals_words.reason(row, rows, words) for row in rows.itertuples(index=False)]


def _with_names(rows: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    names = atlas.tables.districts.set_index("ags")["name"]
    return rows.assign(name=rows["ags"].map(names))


def _with_begin(rows: pd.DataFrame, atlas: Atlas, choice: Choice) -> pd.DataFrame:
    """With since when those that have a KIZ have had it, as far as that is known.

    A day from which on one certainly has it is known only of those that certainly have one.
    """
    days = series.held_since(atlas.changes, choice.definition, choice.day).set_index("ags")
    first, last = (rows["ags"].map(days[name]).where(rows["has_kiz"]) for name in days)
    spans = zip(first, last, strict=True)
    since = ["" if pd.isna(end) else edtf_of(begin, end) for begin, end in spans]
    named = {"has_kiz_since": since, "has_kiz_since_first": first, "has_kiz_since_last": last}
    return rows.assign(**named)


def _with_proofs(rows: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """With what is known of each `event_id`: its span, how well it proves, and who reports it."""
    events = atlas.tables.events.set_index("id")
    parts = ("first_day", "last_day", "basis", "confidence", "source_id")
    return _with_sources(rows.assign(**{p: rows["event_id"].map(events[p]) for p in parts}), atlas)


def _with_confirmations(rows: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """With what `Atlas.confirmed` has of each district that is not without a KIZ."""
    latest = _with_sources(lasting.of_holders(atlas.confirmed, rows), atlas)
    named = {
        "confirmed": "date",
        "confirmation_shows": "shows",
        "confirmation_id": "id",
        "confirmation_source": "source",
        "confirmation_source_url": "source_url",
    }
    return rows.assign(**{name: rows["ags"].map(latest[column]) for name, column in named.items()})


def _with_sources(rows: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """With `source` (in one line) and `source_url` of each `source_id`."""
    sources = cited(atlas)
    ids = rows["source_id"]
    return rows.assign(source=ids.map(sources["line"]), source_url=ids.map(sources["url"]))
