"""What the colours mean with the count of each, and how much of the state is covered."""

from html import escape

import pandas as pd
import streamlit as st

from adoption import coverage
from adoption.vocabulary import STATUSES
from components import cache
from components.choice import Choice
from components.figures import theme
from components.wording import Wording


def render(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The legend in status order and the coverage by people, kind and region."""
    st.html(legend_html(standings, choice, words) + coverage_html(standings, choice, words))


def legend_html(standings: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """One line per status: swatch, mark, label, number of districts; closed only if any is."""
    counts = standings["status"].value_counts()
    lines = []
    for status in STATUSES:
        if status == "closed" and not counts.get(status, 0):
            continue
        mark = theme.REFUSED_MARK if status == "rejected" else ""
        fill = theme.STATUS_COLOURS[status]
        lines.append(
            f'<li><span class="swatch" style="background:{fill};color:{theme.ink_on(fill)}">'
            f"{mark}</span>{escape(words(f'status.{status}'))}"
            f'<span class="count">{counts.get(status, 0)}</span></li>'
        )
    title = escape(words("legend.status", day=words.day(choice.day)))
    pale = theme.lighter(theme.STATUS_COLOURS["approved"])
    lines.append(
        f'<li class="marks"><span class="swatch" style="background:{pale}">'
        f"{theme.POSSIBLE_MARK}</span>{escape(words('legend.possible'))}</li>"
    )
    return f'<h2>{title}</h2><ul class="legend">{"".join(lines)}</ul>'


def coverage_html(standings: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """Share of the population, then n of m by kind and by Regierungsbezirk."""
    rows = []
    share = coverage.population_share(standings, cache.tables().population, choice.day)
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
    counted = words(f"definition.{choice.definition}")
    title = f"{words('coverage.title')}: {counted}"
    return f'<h2>{escape(title)}</h2><table class="coverage">{body}</table>'


def _count(row: pd.Series, words: Wording) -> str:
    told = words("coverage.of", n=row["with"], of=row["of"])
    return told + (" " + words("coverage.open", n=row["open"]) if row["open"] else "")
