"""When each district first had a KIZ, as a table: the first possible and the first certain day."""

from collections.abc import Sequence
from datetime import date

import htpy as h
import pandas as pd

from components.base.links import Links
from components.base.wording import Wording
from components.facts.first_days import FirstDay
from components.html import parts
from components.html.sortable import UNKNOWN, Cell, Column, Row, table
from components.words.holdouts import body
from data.tables import Tables

COLUMNS = (
    Column("name"),
    Column("kind", facet=True),
    Column("possible", "day"),
    Column("certain", "day"),
    Column("known", facet=True),
    Column("proof"),
)


def listing(
    first_days: Sequence[FirstDay], tables: Tables, links: Links, words: Wording
) -> h.Element:
    """The rows of one definition, by the name of the district."""
    events, sources = (rows.set_index("id") for rows in (tables.events, tables.sources))
    rows = [
        _row(first, _proof(first, events, sources, words), links, words) for first in first_days
    ]
    return table("first", COLUMNS, rows, words, by="name")


def _row(first: FirstDay, proof: h.Node, links: Links, words: Wording) -> Row:
    kind, known = words(f"kind.{first.kind}"), words(f"censoring.{first.censoring}")
    return Row(
        [
            Cell(parts.district_link(first.ags, first.name, links, words), first.name),
            Cell(kind, kind, (first.kind, kind)),
            _day(first.first_possible_day, words),
            _day(first.first_certain_day, words),
            Cell(known, known, (first.censoring, known)),
            Cell(proof),
        ]
    )


def _day(day: date | None, words: Wording) -> Cell:
    return Cell(words.day(day), (day, day)) if day else Cell("–", UNKNOWN)


def _proof(first: FirstDay, events: pd.DataFrame, sources: pd.DataFrame, words: Wording) -> h.Node:
    """The event behind the certain day, else behind the possible one, with its source; `events` and
    `sources` by their ids.
    """
    if not first.event_id:
        return "–"
    event = events.loc[first.event_id]
    acted = {"event": words(f"event.{event['event']}")}
    acted["body"] = body(event["body"], first.kind, words)
    return [
        words("holdouts.acted", **acted),
        parts.caveat(first.basis, first.confidence, words),
        parts.small(words.date(event["date"])),
        h.span(".small")[parts.cited(sources.loc[first.source_id], words)],
    ]
