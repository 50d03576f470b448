"""Every published total beside our own counts: rows, sentences, and the table of the page."""

from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import pandas as pd

from adoption.vocabulary import VERDICTS
from components.choice import Choice
from components.exports import citation
from components.headline import MOST_NAMES
from components.looks import theme
from components.places import spellings
from components.wording import Wording

#: The sign of each verdict, so that it does not rest on colour, and the colour behind it.
MARKS = dict(zip(VERDICTS, "=≈≙–≠", strict=True))
FILLS = dict(
    zip(VERDICTS, ("open", "decided", "decided", "unknown", "rejected"), strict=True),
)
CSV_COLUMNS = [
    "id",
    "date",
    "count",
    "of",
    "definition",
    "day",
    "certain",
    "possible",
    "lower",
    "upper",
    "verdict",
    "difference",
    "reason",
    "source",
    "source_url",
]
_COLUMNS = ("date", "figure", "what", "ours", "verdict", "difference", "source")


def compared(
    totals: pd.DataFrame, verdicts: pd.DataFrame, districts: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """Totals, verdicts and sources in one frame, in the order of `totals`.

    Returns all columns of `totals` and of `verdicts` (see `adoption.reconcile.reconcile`),
    `difference` as a list of short names in alphabetical order, `publisher`, `published`,
    `source` (in one line) and `source_url`.
    """
    names = districts.set_index("ags")["short_name"]
    cited = sources.set_index("id")
    rows = totals.merge(verdicts, on="id", validate="one_to_one")
    rows["difference"] = [
        sorted(names[list(ags)], key=lambda name: min(spellings(name)))
        for ags in rows["difference"]
    ]
    lines = {
        "publisher": cited["publisher"],
        "published": cited["published"],
        "source": cited.apply(citation, axis=1),
        "source_url": cited["url"],
    }
    return rows.assign(**{name: rows["source_id"].map(line) for name, line in lines.items()})


def totals_table(rows: pd.DataFrame, words: Wording) -> pd.DataFrame:
    """What `compared` returns as text for a file: one row per total, CSV_COLUMNS.

    `day` is ISO, `difference` the names separated by "; ", `reason` what speaks against a
    contradicting total and the note on it, in the language of `words`.
    """
    told = {row.id: reason(row, rows, words) for row in rows.itertuples(index=False)}
    table = rows.assign(
        day=[day.isoformat() if pd.notna(day) else "" for day in rows["day"]],
        difference=rows["difference"].map("; ".join),
        reason=rows["id"].map(told),
    )
    return table[CSV_COLUMNS]


def reason(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """Why a total contradicts, in a sentence or two, and the note on any total; may be empty."""
    return " ".join(filter(None, [contradiction(row, rows, words), _note(row, words)]))


def contradiction(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """What of ours a contradicting total cannot go with; empty for every other verdict."""
    if row.verdict != "contradicts":
        return ""
    told = {"day": words.day(row.day), "of": row.of}
    if row.count > row.possible:
        ours = words("total.above", n=row.possible, **told)
    elif row.count < row.certain:
        ours = words("total.below", n=row.certain, **told)
    else:
        ours = words("total.between", certain=row.certain, possible=row.possible, **told)
    against = rows[rows["id"].isin(row.against)]
    whole = _same_out_of_all(row, rows)
    told = {"total.against": against, "total.whole": whole}
    more = [words(key, totals=_list(found, words)) for key, found in told.items() if len(found)]
    return " ".join([ours, *more])


def _note(row: tuple, words: Wording) -> str:
    return getattr(row, f"note_{words.language}")


def _same_out_of_all(row: tuple, rows: pd.DataFrame) -> pd.DataFrame:
    """Totals of the same time with the same number that agree, but are out of 54."""
    alike = rows["count"].eq(row.count) & rows["definition"].eq(row.definition)
    then = rows["first_day"].le(row.last_day) & rows["last_day"].ge(row.first_day)
    agree = rows["verdict"].isin(VERDICTS[:2]) & rows["of"].gt(row.of)
    return rows[alike & then & agree]


def _list(rows: pd.DataFrame, words: Wording) -> str:
    return "; ".join(
        f"{_figure(row, words)} ({row.publisher}, {words.known(row.date)})"
        for row in rows.itertuples(index=False)
    )


def legend_html(verdicts: pd.DataFrame, words: Wording) -> str:
    """Each verdict with its sign, how many totals have it, and what it means."""
    counts = verdicts["verdict"].value_counts()
    items = "".join(
        f"<dt>{_verdict(verdict, words)} ({counts.get(verdict, 0)})</dt>"
        f"<dd>{escape(words(f'total.verdict.{verdict}.help'))}</dd>"
        for verdict in VERDICTS
    )
    return f'<dl class="verdicts">{items}</dl>'


def summary(verdicts: pd.DataFrame, words: Wording) -> str:
    """How many of the totals have which verdict, in one line."""
    counts = verdicts["verdict"].value_counts()
    parts = [f"{words(f'total.verdict.{name}')}: {counts.get(name, 0)}" for name in VERDICTS]
    return words("total.summary", n=len(verdicts), verdicts="; ".join(parts))


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


def _figure(row: tuple, words: Wording) -> str:
    return words("coverage.of", n=row.count, of=row.of)


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
