"""What the colours mean with the count of each, and how much of the state is covered."""

from html import escape

import pandas as pd
import streamlit as st

from adoption import coverage
from adoption.vocabulary import STATUSES
from components import cache, map_panel
from components.choice import Choice
from components.figures import since, theme
from components.wording import Wording


def render(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The legend of the map's colours and the coverage by people, kind and region."""
    if choice.colouring == "since":
        legend = since_html(map_panel.dated(choice), choice, words)
    else:
        legend = legend_html(standings, choice, words)
    st.html(legend + coverage_html(standings, choice, words))


def legend_html(standings: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """One line per status: swatch, mark, label, number of districts; closed only if any is."""
    counts = standings["status"].value_counts()
    lines = []
    for status in STATUSES:
        if status == "closed" and not counts.get(status, 0):
            continue
        mark = theme.REFUSED_MARK if status == "rejected" else ""
        fill = theme.STATUS_COLOURS[status]
        ink = f";color:{theme.ink_on(fill)}" if mark else ""
        lines.append(
            f'<li><span class="swatch" style="background:{fill}{ink}">'
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


def since_html(dated: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """One line per period from the first to the last that came, then those not yet there."""
    counts = dated["place"].value_counts()
    crossing = dated.loc[dated["crosses"], "place"].value_counts()
    late = dated[since.latecomers(dated)]
    lines = []
    came = [place for place in counts.index if place >= 0]
    for place in range(min(came, default=0), max(came, default=-1) + 1):
        fill = since.RAMP[place]
        split = f"linear-gradient(90deg,{fill} 50%,{theme.lighter(fill)} 50%)"
        unsure = crossing.get(place, 0)
        part = words("since.of_these", n=unsure) if unsure else ""
        if not (here := late[late["place"] == place]).empty:
            part = words.names([_dated(row, words) for row in here.itertuples()])
        lines.append(
            f'<li><span class="swatch" style="background:{split if unsure else fill}"></span>'
            f"{escape(since.period_name(place, words))}"
            f'<span class="part">{escape(part)}</span>'
            f'<span class="count">{counts.get(place, 0)}</span></li>'
        )
    for begun, mark in ((False, ""), (True, theme.POSSIBLE_MARK)):
        count = int((dated["place"].lt(0) & dated["begun"].eq(begun)).sum())
        if count:
            told = escape(words("since.begun" if begun else "since.not_yet"))
            lines.append(
                f'<li><span class="swatch" style="background:{since.NOT_YET}">{mark}</span>'
                f'{told}<span class="count">{count}</span></li>'
            )
    if not crossing.empty:
        lines.append(f'<li class="marks">{escape(words("since.crossing"))}</li>')
    told = {"counted": words(f"definition.{choice.definition}"), "day": words.day(choice.day)}
    title = escape(words("since.legend", **told))
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


def _dated(row: tuple, words: Wording) -> str:
    mark = f"{since.LATEST_MARK} " if row.crosses else ""
    return f"{row.short_name} {mark}{words.day(row.latest)}"
