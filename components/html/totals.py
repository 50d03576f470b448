"""Every published total beside our own counts, as the table of the page."""

from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import pandas as pd

from adoption.vocabulary import VERDICTS
from components.base.choice import Choice
from components.base.wording import Wording
from components.looks import theme
from components.words.headline import MOST_NAMES
from components.words.totals import _figure, _note, contradiction

#: The sign of each verdict, so that it does not rest on colour, and the colour behind it.
MARKS = dict(zip(VERDICTS, "=≈≙–≠", strict=True))
FILLS = dict(
    zip(VERDICTS, ("open", "decided", "decided", "unknown", "rejected"), strict=True),
)
_COLUMNS = ("date", "figure", "what", "ours", "verdict", "difference", "source")


def legend_html(verdicts: pd.DataFrame, words: Wording) -> str:
    """Each verdict with its sign, how many totals have it, and what it means."""
    counts = verdicts["verdict"].value_counts()
    items = "".join(
        f"<dt>{_verdict(verdict, words)} ({counts.get(verdict, 0)})</dt>"
        f"<dd>{escape(words(f'total.verdict.{verdict}.help'))}</dd>"
        for verdict in VERDICTS
    )
    return f'<dl class="verdicts">{items}</dl>'


def table_html(shown: pd.DataFrame, rows: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """The totals `shown` of all `rows` as a table; on a narrow screen each row is a card."""
    heads = [escape(words(f"total.column.{name}")) for name in _COLUMNS]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in heads)
    body = "".join(_row(row, rows, heads, choice, words) for row in shown.itertuples(index=False))
    caption = escape(words("total.caption", n=len(shown), of=len(rows)))
    return (
        f'<table class="totals" role="table"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(row: tuple, rows: pd.DataFrame, heads: list[str], choice: Choice, words: Wording) -> str:
    # Roles are said outright: a browser forgets them where style turns rows into cards.
    said = (("why", contradiction(row, rows, words)), ("note", _note(row, words)))
    noted = "".join(f'<p class="{name}">{escape(text)}</p>' for name, text in said if text)
    cells = [
        _figure_cell(row, words),
        _what(row, words),
        _ours(row, words),
        f"<p>{_verdict(row.verdict, words)}</p>{noted}",
        _difference(row, words),
        _source(row, words),
    ]
    body = "".join(
        f'<td role="cell" data-label="{head}">{cell}</td>'
        for head, cell in zip(heads[1:], cells, strict=True)
    )
    first = f'<th scope="row" role="rowheader" data-label="{heads[0]}">{_date(row, choice, words)}'
    return f'<tr role="row" id="{row.id}">{first}</th>{body}</tr>'


def _date(row: tuple, choice: Choice, words: Wording) -> str:
    """The date as known, linked to the map of the day compared, under what was counted."""
    day = row.day if pd.notna(row.day) else row.last_day.date()
    there = replace(choice, day=day, definition=row.definition or choice.definition)
    title = escape(words("total.map", day=words.day(day)))
    address = escape(f"./?{urlencode(there.address())}")
    return f'<a href="{address}" title="{title}">{escape(words.known(row.date))}</a>'


def _figure_cell(row: tuple, words: Wording) -> str:
    once = row.definition and row.of == 53
    small = f'<p class="note">{escape(words("total.once"))}</p>' if once else ""
    return f"<strong>{escape(_figure(row, words))}</strong>{small}"


def _what(row: tuple, words: Wording) -> str:
    what = escape(getattr(row, f"what_{words.language}"))
    if not row.definition:
        return what
    counted = words("total.definition", definition=words(f"definition.{row.definition}"))
    return f'{what}<p class="note">{escape(counted)}</p>'


def _ours(row: tuple, words: Wording) -> str:
    """The named counts and the bounds of the number on the day compared."""
    if pd.isna(row.day):
        return escape(words("total.incomparable"))
    exact = row.certain == row.possible
    named = words("total.exact" if exact else "total.named", n=row.certain, possible=row.possible)
    key = "total.bound" if row.lower == row.upper else "total.bounds"
    bounds = words(key, lower=row.lower, upper=row.upper)
    lines = [named, *([] if exact else [bounds]), words("total.day", day=words.day(row.day))]
    return "<br>".join(escape(line) for line in lines)


def _verdict(verdict: str, words: Wording) -> str:
    fill = theme.STATUS_COLOURS[FILLS[verdict]]
    style = f"background:{fill};color:{theme.ink_on(fill)}"
    mark = f'<span class="swatch" style="{style}" aria-hidden="true">{MARKS[verdict]}</span>'
    return f'<span class="verdict">{mark}{escape(words(f"total.verdict.{verdict}"))}</span>'


def _difference(row: tuple, words: Wording) -> str:
    """The districts that the total turns on, by name; many of them folded up."""
    if not row.difference:
        return ""
    if row.count > row.possible:
        label = words("total.turns.above", n=row.count - row.possible)
    else:
        turns = "below" if row.count < row.certain else "undetermined"
        label = words(f"total.turns.{turns}")
    names = escape(words.names(row.difference))
    if len(row.difference) <= MOST_NAMES:
        return f'<p class="note">{escape(label)}</p>{names}'
    many = escape(words("total.districts", n=len(row.difference)))
    folded = f"<details><summary>{many}</summary>{names}</details>"
    return f'<p class="note">{escape(label)}</p>{folded}'


def _source(row: tuple, words: Wording) -> str:
    published = [words.known(row.published)] if row.published else []
    line = escape(words.names([row.publisher, *published]))
    if not row.source_url:
        return f"{line} · {escape(words('source.offline'))}"
    address, title = escape(row.source_url), escape(row.source)
    return (
        f'<a href="{address}" title="{title}" target="_blank" rel="noopener noreferrer">{line}</a>'
    )
