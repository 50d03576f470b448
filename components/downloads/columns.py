"""The columns of every table: what each holds, its words, and the sentence that explains it."""

from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import (
    BASES,
    BODIES,
    CONFIDENCES,
    DEFINITIONS,
    EVENTS,
    GROUPS,
    REASONS,
    STATUSES,
    VERDICTS,
)
from components.base.wording import Wording


class Column(NamedTuple):
    """One column of a table.

    `kind` is a key of KINDS. `codes` names the list of VOCABULARY whose words stand in the
    column; `told` the sentence that explains it, where that is not the one of its name.
    """

    name: str
    kind: str = "text"
    codes: str = ""
    told: str = ""

    def explanation(self, words: Wording) -> str:
        """What the column says, in a sentence or two."""
        return words(f"file.column.{self.told or self.name}")


#: What a cell holds, and the type of such a column in a frame. `edtf` is a date as precise as
#: its source and no more, `day` a day of the calendar, `percent` a share from 0 to 100.
KINDS = {
    "text": "string",
    "url": "string",
    "edtf": "string",
    "day": "datetime64[s]",
    "count": "Int64",
    "percent": "Float64",
    "flag": "boolean",
}
TEXTS = ("text", "url", "edtf")
#: The lists of words that stand as codes in the cells.
VOCABULARY = {
    "status": STATUSES,
    "group": GROUPS,
    "event": EVENTS,
    "body": BODIES,
    "basis": BASES,
    "confidence": CONFIDENCES,
    "definition": DEFINITIONS,
    "reason": REASONS,
    "verdict": VERDICTS,
}

_DISTRICT = (Column("ags"), Column("name"))
_REGION = (Column("kind"), Column("regierungsbezirk"))
_SOURCE = (Column("source"), Column("source_url", "url"))
_PROOF = (Column("basis", codes="basis"), Column("confidence", codes="confidence"))
_SPAN = (Column("first_day", "day"), Column("last_day", "day"))

COLUMNS = {
    "status": (
        *_DISTRICT,
        *_REGION,
        Column("status", codes="status"),
        Column("possible_status", codes="status"),
        Column("has_kiz", "flag"),
        Column("group", codes="group"),
        Column("since", "edtf"),
        *_SPAN,
        *_PROOF,
        Column("event_id"),
        *_SOURCE,
    ),
    "events": (
        Column("id", told="event_key"),
        *_DISTRICT,
        Column("event", codes="event"),
        Column("date", "edtf", told="event_date"),
        *_SPAN,
        Column("body", codes="body"),
        Column("announces", codes="event"),
        Column("reasons", codes="reason", told="event_reasons"),
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
        Column("id", told="source_key"),
        Column("title", told="source_title"),
        Column("publisher"),
        Column("published", "edtf"),
        Column("url", "url", told="source_url"),
    ),
    "totals": (
        Column("id", told="total_key"),
        Column("date", "edtf", told="total_date"),
        Column("count", "count"),
        Column("of", "count"),
        Column("definition", codes="definition", told="total_definition"),
        Column("what_de"),
        Column("what_en"),
        Column("counted_by"),
        Column("binds"),
        Column("day", "day", told="total_day"),
        Column("certain", "count"),
        Column("possible", "count"),
        Column("lower", "count"),
        Column("upper", "count"),
        Column("verdict", codes="verdict"),
        Column("difference"),
        Column("reason_de"),
        Column("reason_en"),
        Column("source_id"),
        *_SOURCE,
    ),
    "changes": (
        *_DISTRICT,
        Column("status_from", codes="status"),
        Column("status_to", codes="status"),
        Column("has_kiz_from", "flag"),
        Column("has_kiz_to", "flag"),
        Column("date", "edtf", told="change_date"),
        *_SPAN,
        *_PROOF,
        Column("event_id", told="change_event"),
        *_SOURCE,
    ),
    "holdouts": (
        *_DISTRICT,
        *_REGION,
        Column("group", codes="group"),
        Column("status", codes="status", told="holdout_status"),
        Column("possible_status", codes="status"),
        Column("last_event", codes="event"),
        Column("last_body", codes="body"),
        Column("last_date", "edtf"),
        Column("last_event_id"),
        Column("days_least", "count"),
        Column("days_most", "count"),
        Column("attempts", "count"),
        Column("reasons", codes="reason"),
        Column("neighbours", "count"),
        Column("neighbours_with", "count"),
        Column("neighbours_undetermined", "count"),
        Column("neighbours_since", "day"),
        Column("population", "count"),
        Column("population_on", "day"),
        Column("immigration_history", "percent"),
        Column("immigration_history_on", "day"),
        Column("source", told="last_source"),
        Column("source_url", "url", told="last_source_url"),
    ),
}


def typed(frame: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """The columns of a frame in their order, each as KINDS says; of any index.

    Text is never missing: an empty cell is "". What is missing elsewhere stays missing.
    """
    made = {}
    for column in columns:
        cells = frame[column.name]
        if column.kind in TEXTS:
            made[column.name] = cells.astype("string").fillna("")
        elif column.kind == "day":
            made[column.name] = pd.to_datetime(cells, errors="raise").astype(KINDS["day"])
        else:
            made[column.name] = cells.astype(KINDS[column.kind])
    return pd.DataFrame(made).reset_index(drop=True)


def codes_of(columns: tuple[Column, ...]) -> dict[str, list[str]]:
    """The lists of VOCABULARY that these columns use, each with the columns that do."""
    used: dict[str, list[str]] = {}
    for column in columns:
        if column.codes:
            used.setdefault(column.codes, []).append(column.name)
    return used


def meaning(codes: str, code: str, words: Wording) -> tuple[str, str]:
    """A code in the reader's language, and what it means (empty where the word says it)."""
    if codes == "reason":
        return words(f"reason.{code}"), ""
    if codes == "verdict":
        return words(f"total.verdict.{code}"), words(f"total.verdict.{code}.help")
    if codes == "definition":
        return words(f"definition.{code}"), words(f"definition.{code}.help")
    return words(f"{codes}.{code}"), words(f"codebook.{codes}.{code}")
