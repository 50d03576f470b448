"""The dossier in the page: picture of the way, neighbours, comparison, history, questions."""

from html import escape

import pandas as pd
import streamlit as st

from adoption import comparison
from components import (
    anchor,
    cache,
    curve_words,
    dossier,
    dossier_html,
    evidence,
    history,
    state,
)
from components.choice import Choice
from components.dossier_html import Wait
from components.figures.neighbours_map import neighbours_map
from components.figures.since import LATEST_MARK
from components.figures.timeline import timeline_html
from components.headline import Headline
from components.map_panel import CONFIG
from components.wording import Wording

#: What a district waited for, by the definition that dates it.
ENDS = ("approved", "open")
STARTS = ("law", "motion")


def headline(standings: pd.DataFrame, choice: Choice, words: Wording) -> Headline:
    """The sentence on the district on the day."""
    district = _row(standings, choice.ags)
    reached = _row(cache.reached(choice.definition), choice.ags)
    return dossier.headline(district, reached, choice.day, choice.definition, words)


def overview(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """All 54 by Regierungsbezirk, each linked to its dossier, with its status on the day."""
    parts = []
    for region, rows in standings.groupby("regierungsbezirk"):
        items = "".join(
            f"<li>{dossier_html.district_link(row.ags, row.name, choice.address())}"
            f"<span>{escape(words(f'status.{row.status}'))}</span></li>"
            for row in rows.sort_values("short_name").itertuples(index=False)
        )
        title = escape(words("region", name=region))
        parts.append(f'<section><h2>{title}</h2><ul class="neighbours">{items}</ul></section>')
    day = escape(words("district.on", day=words.day(choice.day)))
    st.html(f'<p class="hint">{day}</p><div class="regions">{"".join(parts)}</div>')


def picture(choice: Choice, words: Wording) -> None:
    """The way in one line, and as a picture together with the steps of the law."""
    events, known = _events(choice.ags), cache.tables()
    own = dossier.own_acts(events)
    groups = {"acts": events[own], "voices": events[~own]}
    way = dossier.way(events, words)
    st.html(
        f'<h2>{escape(words("timeline.title"))}</h2><p class="way">{escape(way)}</p>'
        + timeline_html(groups, known.milestones, choice.day, words)
        + f'<p class="hint">{escape(words("timeline.hint"))}</p>'
    )
    # On its own, because it stays the same when the day moves and is then not sent again.
    st.html(curve_words.milestones_html(known.milestones, known.sources, words))


def around(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The KIZ, and the neighbours as a small map and as a list with their dates."""
    known = cache.tables()
    centre = dossier_html.centre_html(known.centres, choice.ags, words)
    st.html(f"<h2>{escape(words('dossier.centre'))}</h2>{centre}")
    near = _neighbours(choice.ags)
    held, decision = _held_then(choice, near)
    told = dossier.held_sentence(held, decision, choice.definition, words)
    st.html(f"<h2>{escape(words('dossier.neighbours'))}</h2><p>{escape(told)}</p>")
    _neighbours_map(standings, near, choice, words)
    days = cache.reached(choice.definition)
    rows = known.districts.merge(days, on="ags")
    rows = rows[rows["ags"].isin(near)].sort_values(["latest", "earliest", "short_name"])
    st.html(dossier_html.neighbours_html(rows, choice.address(), words))


def comparisons(choice: Choice, words: Wording) -> None:
    """Rank and waits of the district among all, and beside its own kind."""
    districts = cache.tables().districts
    district = _row(districts, choice.ags)
    kind = districts.loc[districts["kind"].eq(district["kind"]), "ags"]
    place = _row(comparison.ranks(cache.changes(), choice.definition), choice.ags)
    rank = dossier.rank(place, len(districts), choice.definition, words)
    table = dossier_html.waits_html(_waits(choice.ags, kind), district, len(kind), words)
    st.html(
        f"<h2>{escape(words('dossier.compared'))}</h2><p>{escape(rank)}</p>"
        f'<div class="waits-box" role="region" tabindex="0" '
        f'aria-label="{escape(words("dossier.waits.caption"))}">{table}</div>'
        f'<p class="hint">{escape(words("dossier.waits.hint"))}</p>'
    )


def histories(choice: Choice, words: Wording) -> None:
    """Every event with its sources: acts, then what others said."""
    events, sources = _events(choice.ags), cache.tables().sources
    own = dossier.own_acts(events)
    parts = []
    for name, some in (("acts", events[own]), ("voices", events[~own])):
        title = f"<h2>{escape(words(f'timeline.{name}'))}</h2>"
        told = history.history_html(some, sources, words, {"lang": choice.language})
        empty = f"<p>{escape(words(f'dossier.no_{name}'))}</p>"
        parts.append(title + (empty if some.empty else told))
    st.html("".join(parts))
    anchor.follow()


def further(choice: Choice, words: Wording) -> None:
    """The municipalities, and what is open about the data."""
    known, events = cache.tables(), _events(choice.ags)
    towns = known.municipalities
    names = sorted(towns.loc[towns["ags"].eq(choice.ags), "name"])
    asked = cache.open_questions()
    district = _row(known.districts, choice.ags)
    one = evidence.knowledge(district.to_frame().T, events, asked).iloc[0]
    own = asked[asked["ags"].eq(choice.ags)]
    st.html(
        f"<h2>{escape(words('dossier.towns.title'))}</h2>"
        + dossier_html.municipalities_html(names, district, words)
        + f"<h2>{escape(words('dossier.questions'))}</h2>"
        + dossier_html.questions_html(own, list(one["gaps"]), events, words)
    )


def _waits(ags: str, kind: pd.Series) -> list[Wait]:
    """From the law and from the first motion, to approval and to opening."""
    found = []
    for start in STARTS:
        for end in ENDS:
            table = comparison.waits(cache.tables().events, cache.changes(), end)
            own = _row(table, ags)
            bounds = [None if pd.isna(own[f"{start}_{to}"]) else own[f"{start}_{to}"]
                      for to in ("least", "most")]  # fmt: skip
            beside = comparison.median(table[table["ags"].isin(kind)], start)
            found.append(Wait(start, end, *bounds, beside))
    return found


def _held_then(choice: Choice, near: pd.Series) -> tuple[comparison.Held, pd.Series | None]:
    """How many neighbours had one when this district first decided, and that decision."""
    decisions = comparison.first_decisions(_events(choice.ags))
    if decisions.empty:
        return comparison.Held(0, 0, len(near)), None
    decision = decisions.iloc[0]
    first, last = (decision[name].date() for name in ("first_day", "last_day"))
    held = comparison.held_within(cache.changes(), near, first, last, choice.definition)
    return held, decision


def _neighbours_map(
    standings: pd.DataFrame, near: pd.Series, choice: Choice, words: Wording
) -> None:
    shown = standings[standings["ags"].isin([*near, choice.ags])]
    dates = {
        row.ags: (LATEST_MARK if row.earliest != row.latest else "") + f"{row.latest:%m/%Y}"
        for row in cache.reached(choice.definition).dropna().itertuples(index=False)
    }
    labels, extents = cache.labels(), cache.extents()
    figure = neighbours_map(
        shown, dates, labels, extents, cache.geometry_url(), words, choice.ags
    )
    name = _row(standings, choice.ags)["name"]
    st.plotly_chart(
        figure,
        theme=None,
        height=360,
        key="neighbours",
        on_select=_choose,
        selection_mode="points",
        config=CONFIG,
        alt=words("dossier.map.alt", name=name, day=words.day(choice.day), n=len(near)),
    )


def _neighbours(ags: str) -> pd.Series:
    known = cache.neighbours()
    return known.loc[known["ags"].eq(ags), "neighbour"]


def _events(ags: str) -> pd.DataFrame:
    events = cache.tables().events
    return events[events["ags"] == ags]


def _row(table: pd.DataFrame, ags: str) -> pd.Series:
    return table.loc[table["ags"].eq(ags)].iloc[0]


def _choose() -> None:
    points = st.session_state.neighbours["selection"]["points"]
    if points and (ags := points[0].get("location")):
        state.change(ags=ags)
