"""What the colours mean with the count of each, and how much of the state is covered."""

from html import escape

import pandas as pd

from adoption import coverage
from adoption.vocabulary import STATUSES
from components.figures import legend, theme
from components.wording import Wording
from edition.model import Edition


def legend_html(edition: Edition, words: Wording) -> str:
    """One line per status; the player finds title and counts by their attributes."""
    rows = legend.status_rows(edition.standings, words)
    title = escape(legend.status_title(edition.choice.day, words))
    codes = {theme.STATUS_COLOURS[status]: place for place, status in enumerate(STATUSES)}
    lines = "".join(_line(row, codes.get(row.fill)) for row in rows)
    return f'<h2 class="legend-title">{title}</h2><ul class="legend">{lines}</ul>'


def coverage_html(edition: Edition, words: Wording) -> str:
    """Share of the population, then n of m by kind and by Regierungsbezirk."""
    standings, population = edition.standings, edition.atlas.known.population
    rows = []
    share = coverage.population_share(standings, population, edition.choice.day)
    if share:
        told = words.percent(share.certain)
        if share.possible > share.certain:
            told = words("coverage.share_open", share=told, possible=words.percent(share.possible))
        rows.append((words("coverage.people", date=words.day(share.counted_on)), told))
    for kind, row in coverage.by(standings, "kind").iterrows():
        rows.append((words(f"kinds.{kind}"), _count(row, words)))
    for region, row in coverage.by(standings, "regierungsbezirk").iterrows():
        rows.append((words("region", name=region), _count(row, words)))
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in rows
    )
    counted = words("edition.coverage", day=words.day(edition.choice.day))
    return f'<h2>{escape(counted)}</h2><table class="coverage">{body}</table>'


def _line(row: legend.Row, status: int | None) -> str:
    kind = ' class="marks"' if row.count is None else f' data-status="{status}"'
    count = "" if row.count is None else f'<span class="count">{row.count}</span>'
    style = f"background:{row.fill};color:{theme.ink_on(row.fill)}"
    return (
        f'<li{kind}><span class="swatch" style="{style}" aria-hidden="true">{row.mark}</span>'
        f"<span>{escape(row.label)}</span>{count}</li>"
    )


def _count(row: pd.Series, words: Wording) -> str:
    told = words("coverage.of", n=row["with"], of=row["of"])
    return told + (" " + words("coverage.open", n=row["open"]) if row["open"] else "")
