"""What the colours mean with the count of each, and how much of the state is covered."""

from html import escape

from adoption.vocabulary import STATUSES
from components import coverage_words
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
    population, day = edition.atlas.known.population, edition.choice.day
    rows = coverage_words.lines(edition.standings, population, day, words)
    return coverage_words.html(words("edition.coverage", day=words.day(day)), rows)


def _line(row: legend.Row, status: int | None) -> str:
    kind = ' class="marks"' if row.count is None else f' data-status="{status}"'
    count = "" if row.count is None else f'<span class="count">{row.count}</span>'
    style = f"background:{row.fill};color:{theme.ink_on(row.fill)}"
    return (
        f'<li{kind}><span class="swatch" style="{style}" aria-hidden="true">{row.mark}</span>'
        f"<span>{escape(row.label)}</span>{count}</li>"
    )
