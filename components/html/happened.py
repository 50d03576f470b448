"""What happened between two days, as a table: when, where, what, its effect, its sources."""

import htpy as h
import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.links import Links
from components.base.wording import Wording
from components.facts.happened import Happened
from components.html import parts
from components.html.sortable import Cell, Column, table
from components.words import citing
from components.words.happened import what, why_not

COLUMNS = (
    Column("date", "day"),
    Column("name"),
    Column("what"),
    Column("effect", "order"),
    Column("source"),
)


def listing(happened: Happened, sources: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    """The rows that are shown, in their order.

    Of what changes a status the change is named, of what keeps it the status that it keeps.
    """
    cited = sources.set_index("id").to_dict("index")
    rows = [
        [
            Cell(words.date(row.date), (row.first_day, row.last_day)),
            _district(row, links, words),
            Cell(_what(row, words)),
            _effect(row, words),
            Cell(_sources(row, cited, words)),
        ]
        for row in happened.shown.itertuples(index=False)
    ]
    days = {"first": words.day(happened.first), "last": words.day(happened.last)}
    return table("happened", COLUMNS, rows, words, **days)


def _district(row: tuple, links: Links, words: Wording) -> Cell:
    if not row.ags:
        return Cell(words("happened.state"))
    return Cell(parts.district_link(row.ags, row.name, links, words), row.name)


def _what(row: tuple, words: Wording) -> h.Node:
    told = getattr(row, f"summary_{words.language}")
    mark = parts.caveat(row.basis, row.confidence, words)
    return [what(row, words), mark, parts.small(told)]


def _effect(row: tuple, words: Wording) -> Cell:
    """From which status to which, or which it keeps; sorted by that, changes first."""
    if row.effect == "none":
        return Cell(words(f"happened.none.{row.entry}"), 2 * len(STATUSES))
    before, after = (_status(name, words) for name in (row.status_before, row.status_after))
    order = STATUSES.index(row.status_after)
    if row.effect == "keeps":
        told, note = [words("happened.keeps"), " ", after], why_not(row, words)
    else:
        told = [h.b[words("happened.changes")], " ", before, " → ", after]
        exact = row.first_day == row.last_day
        note = "" if exact else words("happened.counted", day=words.day(row.changed_on.date()))
    place = ("changes", "keeps").index(row.effect)
    return Cell(
        [h.span(".effect")[told], note and parts.small(note)], place * len(STATUSES) + order
    )


def _status(name: str, words: Wording) -> h.Element:
    return parts.status(name, words(f"status.{name}"))


def _sources(row: tuple, cited: dict[str, dict], words: Wording) -> h.Node:
    """All sources, the best first: publisher and date, linked; its title where the reader asks."""
    ids = [row.source_id, *row.further_source_ids.split()]
    return h.ul[[h.li[_source(cited[one], words)] for one in ids]]


def _source(source: dict, words: Wording) -> h.Node:
    return parts.published(source, words, title=citing.cited(source, words))
