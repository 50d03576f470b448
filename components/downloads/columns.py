"""The columns of every table: what each holds, its words, and the sentence that explains it."""

from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import DEFINITIONS
from components.base.wording import Wording


class Column(NamedTuple):
    """One column of a table.

    `kind` is a key of KINDS. `vocabulary` names the list of `words.vocabulary` whose codes stand
    in the column; `sentence` the one that explains it, where that is not the one of its name.
    """

    name: str
    kind: str = "text"
    vocabulary: str = ""
    sentence: str = ""

    def explanation(self, words: Wording) -> str:
        """What the column says, in a sentence or two."""
        return words(f"file.column.{self.sentence or self.name}")

    def heading(self, words: Wording) -> str:
        """What the column is called where readers see it."""
        return words(f"file.heading.{self.sentence or self.name}")


#: What a cell holds, and the type of such a column in a frame. `key` is a text that
#: looks like a number or a day and is none, `edtf` is a date as precise as
#: its source and no more, `day` a day of the calendar, `percent` a share from 0 to 100.
KINDS = {
    "text": "string",
    "key": "string",
    "url": "string",
    "edtf": "string",
    "day": "datetime64[s]",
    "count": "Int64",
    "percent": "Float64",
    "flag": "boolean",
}
TEXTS = ("text", "key", "url", "edtf")

_DISTRICT = (Column("ags", "key"), Column("name"))
_REGION = (Column("kind"), Column("regierungsbezirk"))
_SOURCE = (Column("source"), Column("source_url", "url"))
_PROOF = (Column("basis", vocabulary="basis"), Column("confidence", vocabulary="confidence"))
_SPAN = (Column("first_day", "day"), Column("last_day", "day"))

COLUMNS = {
    "status": (
        *_DISTRICT,
        *_REGION,
        Column("status", vocabulary="status"),
        Column("possible_status", vocabulary="status"),
        Column("has_kiz", "flag"),
        Column("has_kiz_since", "edtf"),
        Column("has_kiz_since_first", "day"),
        Column("has_kiz_since_last", "day"),
        Column("group", vocabulary="group"),
        Column("status_since", "edtf"),
        *_SPAN,
        *_PROOF,
        Column("event_id"),
        *_SOURCE,
        Column("confirmed", "edtf"),
        Column("confirmation_shows", vocabulary="shows"),
        Column("confirmation_id"),
        Column("confirmation_source"),
        Column("confirmation_source_url", "url"),
    ),
    "districts": (
        *_DISTRICT,
        Column("short_name"),
        *_REGION,
        Column("official_ags", "key"),
        Column("ars", "key"),
        Column("nuts3"),
        Column("plates"),
        Column("population", "count"),
        Column("population_on", "day", sentence="latest_population_on"),
        Column("kiz_name"),
        Column("kiz_seat"),
        Column("kiz_seat_as_of", "edtf"),
        Column("kiz_website", "url"),
        Column("kiz_source"),
        Column("kiz_source_url", "url"),
        Column("researched_on", "edtf"),
    ),
    "history": (
        *_DISTRICT,
        *_REGION,
        Column("definition", vocabulary="definition", sentence="history_definition"),
        Column("without_until", "day"),
        Column("first_possible_day", "day"),
        Column("first_certain_day", "day"),
        Column("censoring", vocabulary="censoring"),
        Column("origin", "day"),
        Column("days_lower", "count"),
        Column("days_upper", "count"),
        *_PROOF,
        Column("possible_event_id"),
        Column("event_id", sentence="history_event"),
        Column("source_id", sentence="history_source_id"),
        *_SOURCE,
    ),
    "curve": (
        Column("first_day", "day", sentence="curve_day"),
        Column("certain", "count"),
        Column("lower", "count"),
        Column("upper", "count"),
        Column("possible", "count"),
        Column("of", "count", sentence="curve_of"),
    ),
    "panel": (
        *_DISTRICT,
        Column("kind"),
        Column("month", "edtf"),
        Column("day", "day", sentence="panel_day"),
        Column("status", vocabulary="status", sentence="panel_status"),
        Column("possible_status", vocabulary="status", sentence="panel_possible_status"),
        *(Column(f"group_{name}", vocabulary="group") for name in DEFINITIONS),
    ),
    "events": (
        Column("id", sentence="event_key"),
        *_DISTRICT,
        Column("event", vocabulary="event"),
        Column("date", "edtf", sentence="event_date"),
        *_SPAN,
        Column("body", vocabulary="body"),
        Column("announces", vocabulary="event"),
        Column("reasons", vocabulary="reason", sentence="event_reasons"),
        *_PROOF,
        Column("summary_de"),
        Column("summary_en"),
        Column("source_id"),
        *_SOURCE,
        Column("further_source_ids"),
        Column("note_de"),
        Column("note_en"),
    ),
    "sources": (
        Column("id", sentence="source_key"),
        Column("title", sentence="source_title"),
        Column("publisher"),
        Column("published", "edtf"),
        Column("url", "url", sentence="source_url"),
    ),
    "totals": (
        Column("id", "key", sentence="total_key"),
        Column("date", "edtf", sentence="total_date"),
        Column("count", "count"),
        Column("of", "count"),
        Column("definition", vocabulary="definition", sentence="total_definition"),
        Column("what_de"),
        Column("what_en"),
        Column("counted_by", vocabulary="counted_by"),
        Column("binds", vocabulary="truth"),
        Column("day", "day", sentence="total_day"),
        Column("certain", "count"),
        Column("possible", "count"),
        Column("lower", "count"),
        Column("upper", "count"),
        Column("verdict", vocabulary="verdict"),
        Column("difference"),
        Column("reason_de"),
        Column("reason_en"),
        Column("source_id"),
        *_SOURCE,
    ),
    "changes": (
        *_DISTRICT,
        Column("status_from", vocabulary="status"),
        Column("status_to", vocabulary="status"),
        Column("has_kiz_from", "flag"),
        Column("has_kiz_to", "flag"),
        Column("date", "edtf", sentence="change_date"),
        *_SPAN,
        *_PROOF,
        Column("event_id", sentence="change_event"),
        *_SOURCE,
    ),
    "happened": (
        Column("date", "edtf", sentence="happened_date"),
        *_SPAN,
        Column("entry", vocabulary="entry"),
        Column("id", "key", sentence="happened_key"),
        Column("ags", "key", sentence="happened_ags"),
        Column("name", sentence="happened_name"),
        Column("event", vocabulary="event", sentence="happened_event"),
        Column("body", vocabulary="body"),
        Column("shows", vocabulary="shows"),
        *_PROOF,
        Column("effect", vocabulary="effect"),
        Column("status_before", vocabulary="status"),
        Column("status_after", vocabulary="status"),
        Column("changed_on", "day"),
        Column("summary_de"),
        Column("summary_en"),
        Column("source_id"),
        *_SOURCE,
        Column("further_source_ids"),
    ),
    "holdouts": (
        *_DISTRICT,
        *_REGION,
        Column("group", vocabulary="group"),
        Column("status", vocabulary="status", sentence="holdout_status"),
        Column("possible_status", vocabulary="status"),
        Column("last_event", vocabulary="event"),
        Column("last_body", vocabulary="body"),
        Column("last_date", "edtf"),
        Column("last_event_id"),
        Column("days_least", "count"),
        Column("days_most", "count"),
        Column("attempts", "count"),
        Column("reasons", vocabulary="reason"),
        Column("neighbours", "count"),
        Column("neighbours_with", "count"),
        Column("neighbours_undetermined", "count"),
        Column("neighbours_since", "day"),
        Column("population", "count"),
        Column("population_on", "day"),
        Column("immigration_history", "percent"),
        Column("immigration_history_on", "day"),
        Column("source", sentence="last_source"),
        Column("source_url", "url", sentence="last_source_url"),
    ),
    "milestones": (
        Column("id", "key", sentence="milestone_key"),
        Column("date", "edtf", sentence="milestone_date"),
        *_SPAN,
        Column("summary_de", sentence="milestone_summary_de"),
        Column("summary_en", sentence="milestone_summary_en"),
        Column("source_id"),
        *_SOURCE,
        Column("further_source_ids"),
        Column("note_de"),
        Column("note_en"),
    ),
    "population": (
        *_DISTRICT,
        Column("metric", vocabulary="metric"),
        Column("area", vocabulary="area"),
        Column("date", "edtf", sentence="population_date"),
        *_SPAN,
        Column("population", "count", sentence="population_value"),
        Column("share", "percent", sentence="population_share"),
        Column("source_id"),
        *_SOURCE,
        Column("note_de", sentence="population_note"),
    ),
    "municipalities": (
        Column("municipality", "key"),
        Column("name", sentence="municipality_name"),
        Column("designation"),
        Column("ags", "key", sentence="municipality_ags"),
        Column("district"),
    ),
}


#: What `export.py` prints of a table; scripts rely on these columns and their order. `reason` and
#: `summary` are the columns of the language.
PRINTED = {
    "status": (
        *("ags", "name", "kind", "regierungsbezirk", "status", "has_kiz", "has_kiz_since"),
        *("has_kiz_since_first", "has_kiz_since_last", "status_since", "event_id"),
        *("source", "source_url", "confirmed"),
    ),
    "changes": (
        *("ags", "name", "status_from", "status_to", "has_kiz_from", "has_kiz_to"),
        *("date", "event_id"),
    ),
    "happened": (
        *("date", "first_day", "last_day", "entry", "id", "ags", "name", "event", "body", "shows"),
        *("effect", "status_before", "status_after", "changed_on", "summary", "source"),
        *("source_url", "further_source_ids"),
    ),
    "totals": (
        *("id", "date", "count", "of", "definition", "day", "certain", "possible"),
        *("lower", "upper", "verdict", "difference", "reason", "source", "source_url"),
    ),
}


def typed(frame: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """The columns of a frame in their order, each as KINDS says; of any index.

    Text is never missing: an empty cell is "". What is missing elsewhere stays missing.
    """
    series = {column.name: _typed(frame[column.name], column.kind) for column in columns}
    return pd.DataFrame(series).reset_index(drop=True)


def vocabularies(columns: tuple[Column, ...]) -> dict[str, list[str]]:
    """The lists of words whose codes stand in these columns, each with its columns."""
    names: dict[str, list[str]] = {}
    for column in columns:
        if column.vocabulary:
            names.setdefault(column.vocabulary, []).append(column.name)
    return names


def _typed(cells: pd.Series, kind: str) -> pd.Series:
    if kind == "day":
        cells = pd.to_datetime(cells, errors="raise")
    cells = cells.astype(KINDS[kind])
    return cells.fillna("") if kind in TEXTS else cells
