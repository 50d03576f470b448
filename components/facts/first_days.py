"""When each district first had a KIZ under each definition, with what proves it."""

from datetime import date
from typing import NamedTuple

from components.base.atlas import Atlas


class FirstDay(NamedTuple):
    """The first day with a KIZ of one district under one definition, as an interval of days.

    The days, `censoring`, `origin` and the two counts of days are those of
    `adoption.first_days`, missing as there. `possible_event_id` is the event that counts on the
    first possible day. `event_id` is the one that counts on the first certain day, where there
    is none on the first possible; `basis`, `confidence` and `source_id` are of it. All of these
    are empty where nothing is known.
    """

    ags: str
    name: str
    kind: str
    regierungsbezirk: str
    definition: str
    without_until: date
    first_possible_day: date | None
    first_certain_day: date | None
    censoring: str
    origin: date
    days_lower: int
    days_upper: int | None
    possible_event_id: str
    event_id: str
    basis: str
    confidence: str
    source_id: str


def first_days(atlas: Atlas) -> list[FirstDay]:
    """Every district under every definition, the districts in their order."""
    tables = atlas.tables
    rows = tables.districts.merge(atlas.first_days, on="ags", validate="1:m")
    proofs = rows["certain_event_id"].fillna(rows["possible_event_id"])
    events = tables.events.set_index("id")[["basis", "confidence", "source_id"]]
    proved = events.reindex(proofs).fillna("").reset_index(drop=True)
    named = {"possible": "first_possible_day", "certain": "first_certain_day"}
    rows = rows.rename(columns=named).assign(event_id=proofs.fillna(""), **proved)
    rows["possible_event_id"] = rows["possible_event_id"].fillna("")
    found = rows[list(FirstDay._fields)].astype(object)
    return [FirstDay(*row) for row in found.where(found.notna(), None).itertuples(index=False)]
