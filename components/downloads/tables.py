"""The six tables: what stands in each, typed, with all that its files say of themselves."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from adoption import holdouts, status
from adoption.vocabulary import READINGS
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.downloads.columns import COLUMNS, Column, typed
from components.facts import people as people_facts
from components.facts import sources as sources_facts
from components.facts import status_table, totals
from components.facts.changes import changes_table
from components.words import totals as totals_words


@dataclass(frozen=True, eq=False)
class Table:
    """A table ready to be written.

    `frame` has the columns of `columns`, typed as `columns.KINDS` says. `areas` has ags and
    geometry (EPSG:4326) where each row is one district, else it is None. `scope` names what
    of the choice the rows depend on: `from`, `day`, `definition`, `reading`; the tables as
    they are kept depend on nothing of it.
    """

    name: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    stamp: Stamp
    reading: str
    scope: tuple[str, ...]
    areas: gpd.GeoDataFrame | None = None


def table(
    name: str, atlas: Atlas, choice: Choice, reading: str = "certain", site: str = ""
) -> Table:
    """One of TABLES for the day, definition and reading asked for.

    The changes run from `choice.since_day`, without it from the day of the law.

    Raises
    ------
    ValueError
        No such table or reading, or the changes would end before they begin.
    """
    if name not in _MAKERS:
        raise ValueError(f'table "{name}" is unknown; use one of {", ".join(_MAKERS)}')
    if reading not in READINGS:
        raise ValueError(f'reading "{reading}" is unknown; use one of {", ".join(READINGS)}')
    if name == "changes":
        choice = replace(choice, since_day=choice.since_day or FIRST_DAY)
    rows, page, scope = _MAKERS[name]
    stamp = Stamp(choice, atlas.version, atlas.attribution, page, site)
    frame = typed(rows(atlas, choice, reading), COLUMNS[name])
    areas = atlas.areas[["ags", "geometry"]] if name in ON_THE_MAP else None
    return Table(name, frame, COLUMNS[name], stamp, reading, scope, areas)


def _status(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """The 54 as `exports.status_table`, and whether the others could have a KIZ too."""
    known = atlas.known
    frames = known.districts, known.events, known.sources
    rows = status_table.status_table(*frames, choice.day, choice.definition, reading)
    held = status.holders_on(known.events, known.districts, choice.day, choice.definition)
    rows = rows.merge(held[["ags", "group", "possible_status"]], on="ags", validate="1:1")
    return _with_spans(rows, atlas).assign(has_kiz=rows["has_kiz"].eq("true"))


def _events(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    events = atlas.known.events
    names = atlas.known.districts.set_index("ags")["name"]
    return _with_sources(events.assign(name=events["ags"].map(names)), atlas)


def _sources(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    return atlas.known.sources


def _totals(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Every published total with its verdict, and the reasons in both languages."""
    known = atlas.known
    rows = totals.compared(known.totals, atlas.verdicts, known.districts, known.sources)
    made = totals_words.totals_table(rows, Wording("de"))
    english = totals_words.totals_table(rows, Wording("en"))["reason"]
    kept = rows[["what_de", "what_en", "counted_by", "binds", "source_id"]]
    return made.join(kept).assign(reason_de=made["reason"], reason_en=english)


def _changes(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """What changed between the two days, with the source of the event behind it."""
    known, days = atlas.known, (choice.since_day, choice.day)
    rows = changes_table(known.districts, known.events, *days, choice.definition, reading)
    for end in ("has_kiz_from", "has_kiz_to"):
        rows[end] = rows[end].eq("true")
    evidence = known.events.set_index("id")
    for name in ("basis", "confidence", "source_id"):
        rows[name] = rows["event_id"].map(evidence[name])
    return _with_sources(_with_spans(rows, atlas), atlas)


def _holdouts(atlas: Atlas, choice: Choice, reading: str) -> pd.DataFrame:
    """Who has none and, below, who is undetermined, as the page "Ohne KIZ" lists them."""
    known, reached = atlas.known, atlas.reached(choice.definition)
    standings = atlas.standings(choice.day, choice.definition)
    bench = holdouts.workbench(standings, known.events, atlas.neighbours, reached, choice.day)
    rows = holdouts.holdouts(bench)
    rows["reasons"] = rows["reasons"].map(" ".join)
    for name in ("event", "body", "date", "event_id"):
        rows[f"last_{name}"] = rows[f"act_{name}"]
    rows["days_least"], rows["days_most"] = rows["act_days_least"], rows["act_days_most"]
    people = people_facts.on_day(atlas, choice.day)
    rows["population"] = rows["ags"].map(people.population)
    rows["population_on"] = people.counted_on
    # Kept as a share of one; in per cent again, without the dust of the division.
    rows["immigration_history"] = (rows["ags"].map(people.history) * 100).round(6)
    counted = rows["immigration_history"].notna()
    rows["immigration_history_on"] = pd.Series(people.history_on, rows.index).where(counted)
    rows["source_id"] = rows["last_event_id"].map(known.events.set_index("id")["source_id"])
    return _with_sources(rows, atlas)


def _with_spans(rows: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """With the first and the last day that the event of each row may have been on."""
    events = atlas.known.events.set_index("id")
    spans = {end: rows["event_id"].map(events[end]) for end in ("first_day", "last_day")}
    return rows.assign(**spans)


def _with_sources(rows: pd.DataFrame, atlas: Atlas) -> pd.DataFrame:
    """With `source` (in one line) and `source_url` of each `source_id`."""
    sources = atlas.known.sources.set_index("id")
    lines = sources.apply(sources_facts.citation, axis=1)
    return rows.assign(
        source=rows["source_id"].map(lines), source_url=rows["source_id"].map(sources["url"])
    )


Rows = Callable[[Atlas, Choice, str], pd.DataFrame]
#: How the rows of each table are made, the page that shows the same, and its scope.
_MAKERS: dict[str, tuple[Rows, str, tuple[str, ...]]] = {
    "status": (_status, "", ("day", "definition", "reading")),
    "events": (_events, "quellen", ()),
    "sources": (_sources, "quellen", ()),
    "totals": (_totals, "abgleich", ()),
    "changes": (_changes, "aenderungen", ("from", "day", "definition", "reading")),
    "holdouts": (_holdouts, "ohne", ("day", "definition")),
}
TABLES = tuple(_MAKERS)
#: The tables with one row for each district that they name.
ON_THE_MAP = ("status", "changes", "holdouts")
