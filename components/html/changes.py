"""What changed between two days, as sentences and as the table of the page."""

import htpy as h
import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.links import Links
from components.base.wording import Wording
from components.facts.changes import Changes
from components.html import parts
from components.html.sortable import UNKNOWN, Cell, Column, table
from components.words.changes import Told, sentences
from components.words.happened import what
from components.words.headline import MOST_NAMES
from components.words.holdouts import body
from data.tables import Tables

COLUMNS = (
    Column("name"),
    Column("before", "order"),
    Column("after", "order", facet=True),
    Column("kiz", facet=True),
    Column("date", "day"),
    Column("event"),
)
#: More acts than these are a list of their own.
MOST_ACTS = 12


def listing(changes: Changes, words: Wording) -> h.Element:
    """The kinds of change as a list, each with its label in bold and with who it is."""
    return h.ul(".changes")[[h.li[_line(told, words)] for told in sentences(changes, words)]]


def _line(told: Told, words: Wording) -> h.Node:
    """Label and names; more names than a sentence holds are opened where the reader asks."""
    names = words.names(told.names)
    if len(told.names) <= MOST_NAMES:
        return h.strong[f"{told.label}:"], " ", names
    label = h.strong[f"{told.label}:"]
    return h.details[h.summary[label, f" {words.number(len(told.names))}"], h.p[names]]


def kept(changes: Changes, sources: pd.DataFrame, links: Links, words: Wording) -> h.Node:
    """What happened without changing a status: when, where, what, with its source.

    More of it than a screen holds is opened where the reader asks.
    """
    rows, cited = changes.kept, sources.set_index("id")
    if rows.empty:
        return h.p[words("changes.kept.none")]
    told = h.ol(".kept")[[_act(row, cited, links, words) for row in rows.itertuples(index=False)]]
    if len(rows) <= MOST_ACTS:
        return told
    return h.details(".told")[h.summary[words("changes.kept.all", n=len(rows))], told]


def _act(row: tuple, sources: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    return h.li[
        h.b[words.date(row.date)],
        " ",
        parts.district_link(row.ags, row.name, links, words),
        ": ",
        what(row, words),
        parts.caveat(row.basis, row.confidence, words),
        ". ",
        words("changes.keeps", status=words(f"status.{row.status_after}")),
        parts.small(getattr(row, f"summary_{words.language}")),
        h.span(".small")[parts.cited(sources.loc[row.source_id], words)],
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
                Cell(
                    parts.district_link(row.ags, district["name"], links, words), district["name"]
                ),
                _status(row.status_from, words),
                _status(row.status_to, words),
                _counted(row, words),
                *_event(event, district["kind"], sources, words),
            ]
        )
    days = {"first": words.day(changes.first), "last": words.day(changes.last)}
    return table("changes", COLUMNS, rows, words, **days)


def _status(status: str, words: Wording) -> Cell:
    label = words(f"status.{status}")
    return Cell(parts.status(status, label), STATUSES.index(status), (status, label))


def _counted(row: tuple, words: Wording) -> Cell:
    step = _step(row)
    label = words(f"changes.kiz.{step}")
    return Cell(label, label, (step, label))


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
