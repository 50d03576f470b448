"""What the colours mean with the count of each, and how much of the state is covered."""

from html import escape

import pandas as pd
import streamlit as st

from components import cache, coverage_words, map_panel
from components.choice import Choice
from components.figures import legend as legends
from components.figures import theme
from components.wording import Wording


def render(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The legend of the map's colours and the coverage by people, kind and region."""
    st.html(_colours(standings, choice, words) + coverage_html(standings, choice, words))


def legend(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The legend of the map's colours alone."""
    st.html(_colours(standings, choice, words))


def _colours(standings: pd.DataFrame, choice: Choice, words: Wording) -> str:
    if choice.colouring == "since":
        return since_html(map_panel.dated(choice), choice, words)
    return legend_html(standings, choice, words)


def legend_html(standings: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """One line per status: swatch, mark, label, number of districts; closed only if any is."""
    return _html(legends.status_title(choice.day, words), legends.status_rows(standings, words))


def since_html(dated: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """One line per period from the first to the last that came, then those not yet there."""
    title = legends.since_title(choice.day, choice.definition, words)
    return _html(title, legends.since_rows(dated, words))


def _html(title: str, rows: list[legends.Row]) -> str:
    return f'<h2>{escape(title)}</h2><ul class="legend">{"".join(map(_line, rows))}</ul>'


def _line(row: legends.Row) -> str:
    if row.count is None and not row.fill:
        return f'<li class="marks">{escape(row.label)}</li>'
    fill = f"linear-gradient(90deg,{row.fill} 50%,{row.other} 50%)" if row.other else row.fill
    # On the light swatches the text's own colour does, which need not be sent.
    ink = f";color:{theme.ink_on(row.fill)}" if row.mark == theme.REFUSED_MARK else ""
    remark = f'<span class="part">{escape(row.remark)}</span>' if row.remark else ""
    count = "" if row.count is None else f'<span class="count">{row.count}</span>'
    kind = ' class="marks"' if row.count is None else ""
    return (
        f'<li{kind}><span class="swatch" style="background:{fill}{ink}">{row.mark}</span>'
        f"{escape(row.label)}{remark}{count}</li>"
    )


def coverage_html(standings: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """Share of the population, then n of m by kind and by Regierungsbezirk."""
    counted = words(f"definition.{choice.definition}")
    rows = coverage_words.lines(standings, cache.tables().population, choice.day, words)
    return coverage_words.html(f"{words('coverage.title')}: {counted}", rows)
