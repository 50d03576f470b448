"""Every published total beside our own counts, as the table of the page."""

import htpy as h
import pandas as pd

from adoption.vocabulary import VERDICTS
from components.base.links import Links
from components.base.wording import Wording
from components.html import parts, sortable
from components.html.german import german
from components.html.sortable import UNKNOWN, Cell, Column, Row
from components.looks import theme
from components.looks.theme import Fill
from components.words.headline import MOST_NAMES
from components.words.totals import contradiction, figure, note

#: The sign of each verdict, so that it does not rest on colour, and the colour behind it.
MARKS = dict(zip(VERDICTS, "=≈≙–≠", strict=True))
FILLS = dict(
    zip(VERDICTS, ("open", "decided", "decided", "unknown", "rejected"), strict=True),
)
COLUMNS = (
    Column("date", "day"),
    Column("figure", "number"),
    Column("what", facet=True),
    Column("ours", "number"),
    Column("verdict", "order", facet=True),
    Column("difference", "number"),
    Column("source"),
)


def legend(verdicts: pd.DataFrame, words: Wording) -> h.Element:
    """Each verdict with its sign, how many totals have it, and what it means."""
    counts = verdicts["verdict"].value_counts()
    return h.dl(".verdicts")[
        [
            (
                h.dt[_verdict(name, words), f" ({counts.get(name, 0)})"],
                h.dd[words(f"total.verdict.{name}.help")],
            )
            for name in VERDICTS
        ]
    ]


def table(rows: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    """The totals as a table, by their dates; its rows have their ids as anchors."""
    drawn = [Row(_cells(row, rows, links, words), row.id) for row in rows.itertuples(index=False)]
    return sortable.table("total", COLUMNS, drawn, words, by="date")


def _cells(row: tuple, rows: pd.DataFrame, links: Links, words: Wording) -> list[Cell]:
    noted = (("why", contradiction(row, rows, words)), ("note", note(row, words)))
    verdict = words(f"total.verdict.{row.verdict}")
    told = [
        h.p[_verdict(row.verdict, words)],
        [h.p(class_=name)[text] for name, text in noted if text],
    ]
    ours = UNKNOWN if pd.isna(row.day) else row.certain
    return [
        Cell(_date(row, links, words), (row.first_day, row.last_day)),
        Cell([h.strong[figure(row.count, row.of, words)], _once(row, words)], row.count),
        Cell(_what(row, words), None, _counted(row, words)),
        Cell(parts.joined(_ours(row, words), h.br), ours),
        Cell(told, VERDICTS.index(row.verdict), (row.verdict, verdict)),
        Cell(_difference(row, words), len(row.difference)),
        Cell(_source(row, words)),
    ]


def _counted(row: tuple, words: Wording) -> tuple[str, str]:
    """What was counted as a group: the definition, or that it is something else."""
    if row.definition:
        return row.definition, words(f"definition.{row.definition}")
    return "other", words("total.incomparable")


def _date(row: tuple, links: Links, words: Wording) -> h.Node:
    """The date as known, linked to the map of the day compared, under what was counted."""
    day = row.day if pd.notna(row.day) else row.last_day.date()
    title = words("total.map", day=words.day(day))
    return parts.link(words.date(row.date), links.day(day, row.definition), title)


def _once(row: tuple, words: Wording) -> h.Node:
    """That one of the 54 was counted within another, where the total is out of 53."""
    once = row.definition and row.units == 53
    return h.p(".note")[words("total.once")] if once else None


def _what(row: tuple, words: Wording) -> h.Node:
    what = getattr(row, f"what_{words.language}")
    if not row.definition:
        return what
    counted = words("total.definition", definition=words(f"definition.{row.definition}"))
    return [what, h.p(".note")[counted]]


def _ours(row: tuple, words: Wording) -> list[str]:
    """The named counts and the bounds of the number on the day compared."""
    if pd.isna(row.day):
        return [words("total.incomparable")]
    exact = row.certain == row.possible
    named = words("total.exact" if exact else "total.named", n=row.certain, possible=row.possible)
    key = "total.bound" if row.lower == row.upper else "total.bounds"
    bounds = words(key, lower=row.lower, upper=row.upper)
    return [named, *([] if exact else [bounds]), words("total.day", day=words.day(row.day))]


def _verdict(verdict: str, words: Wording) -> h.Element:
    fill = Fill(theme.STATUS_COLOURS[FILLS[verdict]], mark=MARKS[verdict])
    return h.span(".verdict")[parts.plain_swatch(fill), words(f"total.verdict.{verdict}")]


def _difference(row: tuple, words: Wording) -> h.Node:
    """The districts that the total turns on, by name; many of them folded up."""
    if not row.difference:
        return None
    names: h.Node = german(words.names(row.difference), words)
    if len(row.difference) > MOST_NAMES:
        many = words("total.districts", n=len(row.difference))
        names = h.details[h.summary[many], names]
    return [h.p(".note")[_turns(row, words)], names]


def _turns(row: tuple, words: Wording) -> str:
    if row.count > row.possible:
        return words("total.turns.above", n=row.count - row.possible)
    return words(f"total.turns.{'below' if row.count < row.certain else 'undetermined'}")


def _source(row: tuple, words: Wording) -> h.Node:
    source = {"publisher": row.publisher, "published": row.published, "url": row.source_url}
    return parts.published(source, words, title=row.source)
