"""What changed between two days, as sentences and as the table of the page."""

import htpy as h
import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.links import Links
from components.base.wording import Wording
from components.facts.changes import Changes
from components.html import parts
from components.html.sortable import UNKNOWN, Cell, Column, table
from components.words.changes import sentences
from components.words.holdouts import body
from data.tables import Tables

COLUMNS = (
    Column("name"),
    Column("before", "order"),
    Column("after", "order"),
    Column("kiz"),
    Column("date", "day"),
    Column("event"),
)


def listing(changes: Changes, words: Wording) -> h.Element:
    """The sentences as a list, each with its label in bold."""
    return h.ul(".changes")[
        [h.li[h.strong[f"{label}:"], " ", text] for label, text in sentences(changes, words)]
    ]


def events_table(changes: Changes, tables: Tables, links: Links, words: Wording) -> h.Element:
    """The changes as a table: status before and after, and the event that brought it.

    Who came into the count or dropped out of it stands first, then the others, both in the
    order of what happened.
    """
    districts = changes.after.set_index("ags", drop=False)
    events = tables.events.set_index("id", drop=False)
    sources = tables.sources.set_index("id")
    changed, rows = changes.changed, []
    counts = changed["has_kiz_from"].eq(changed["has_kiz_to"])
    for row in changed.iloc[counts.argsort(kind="stable")].itertuples(index=False):
        district = districts.loc[row.ags]
        event = events.loc[row.event_id] if row.event_id else None
        rows.append(
            [
                Cell(parts.district_link(row.ags, district["name"], links), district["name"]),
                *(_status(status, words) for status in (row.status_from, row.status_to)),
                Cell(words(f"changes.kiz.{_step(row)}")),
                *_event(event, district["kind"], sources, words),
            ]
        )
    days = {"first": words.day(changes.first), "last": words.day(changes.last)}
    return table("changes", COLUMNS, rows, words, **days)


def _status(status: str, words: Wording) -> Cell:
    return Cell(parts.status(status, words(f"status.{status}")), STATUSES.index(status))


def _step(row: tuple) -> str:
    """How the district came to be counted, or not: gained, dropped, kept, none."""
    steps = {(False, True): "gained", (True, False): "dropped", (True, True): "kept"}
    return steps.get((row.has_kiz_from, row.has_kiz_to), "none")


def _event(event: pd.Series | None, kind: str, sources: pd.DataFrame, words: Wording) -> list[Cell]:
    """Date, and what happened with its source; empty where a status went back to nothing."""
    if event is None:
        return [Cell("–", UNKNOWN), Cell("–", UNKNOWN)]
    acted = {"event": words(f"event.{event['event']}"), "body": body(event["body"], kind, words)}
    source = parts.cited(sources.loc[event["source_id"]], words)
    happened = [
        words("holdouts.acted", **acted),
        parts.caveat(event["basis"], event["confidence"], words),
        h.span(".small")[source],
    ]
    span = (event["first_day"], event["last_day"])
    return [Cell(words.date(event["date"]), span), Cell(happened)]
