"""When each district first had a KIZ, as a table: the first possible and the first certain day."""

from collections.abc import Sequence
from datetime import date

import htpy as h

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
    rows = [_row(first, tables, links, words) for first in first_days]
    return table("first", COLUMNS, rows, words, by="name")


def _row(first: FirstDay, tables: Tables, links: Links, words: Wording) -> Row:
    kind, known = words(f"kind.{first.kind}"), words(f"censoring.{first.censoring}")
    return Row(
        [
            Cell(parts.district_link(first.ags, first.name, links), first.name),
            Cell(kind, kind, (first.kind, kind)),
            _day(first.first_possible_day, words),
            _day(first.first_certain_day, words),
            Cell(known, known, (first.censoring, known)),
            Cell(_proof(first, tables, words)),
        ]
    )


def _day(day: date | None, words: Wording) -> Cell:
    return Cell(words.day(day), (day, day)) if day else Cell("–", UNKNOWN)


def _proof(first: FirstDay, tables: Tables, words: Wording) -> h.Node:
    """The event behind the certain day, else behind the possible one, with its source."""
    if not first.event_id:
        return "–"
    event = tables.events.set_index("id").loc[first.event_id]
    acted = {"event": words(f"event.{event['event']}")}
    acted["body"] = body(event["body"], first.kind, words)
    source = tables.sources.set_index("id").loc[first.source_id]
    return [
        words("holdouts.acted", **acted),
        parts.caveat(first.basis, first.confidence, words),
        parts.small(words.date(event["date"])),
        h.span(".small")[parts.cited(source, words)],
    ]
