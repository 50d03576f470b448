"""The dossier in the page: picture of the way, neighbours, comparison, history, questions."""

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from adoption import comparison
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts import dossier as dossier_facts
from components.facts.dossier import row_of
from components.html import curve, history
from components.html import dossier as dossier_html
from components.html import parts as parts_html
from components.html.timeline import timeline_html
from components.map.near import near
from components.map.panels import painted
from components.page import anchor, cache, state
from components.page.panels import stage
from components.words import dossier
from components.words.headline import Headline


def headline(standings: pd.DataFrame, choice: Choice, words: Wording) -> Headline:
    """The sentence on the district on the day."""
    district = row_of(standings, choice.ags)
    reached = row_of(cache.reached(choice.definition), choice.ags)
    return dossier.headline(district, reached, choice.day, choice.definition, words)


def overview(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """All 54 by Regierungsbezirk, each linked to its dossier, with its status on the day."""
    parts = []
    for region, rows in standings.groupby("regierungsbezirk"):
        items = "".join(
            f"<li>{parts_html.district_link(row.ags, row.name, choice.address())}"
            f"<span>{escape(words(f'status.{row.status}'))}</span></li>"
            for row in rows.sort_values("short_name").itertuples(index=False)
        )
        title = escape(words("region", name=region))
        parts.append(f'<section><h2>{title}</h2><ul class="neighbours">{items}</ul></section>')
    day = escape(words("district.on", day=words.day(choice.day)))
    st.html(f'<p class="hint">{day}</p><div class="regions">{"".join(parts)}</div>')


def picture(choice: Choice, words: Wording) -> None:
    """The way in one line, and as a picture together with the steps of the law."""
    events, known = dossier_facts.events_of(cache.atlas(), choice.ags), cache.tables()
    own = dossier_facts.own_acts(events)
    groups = {"acts": events[own], "voices": events[~own]}
    way = dossier.way(events, words)
    st.html(
        f'<h2>{escape(words("timeline.title"))}</h2><p class="way">{escape(way)}</p>'
        + timeline_html(groups, known.milestones, choice.day, words)
        + f'<p class="hint">{escape(words("timeline.hint"))}</p>'
    )
    # On its own, because it stays the same when the day moves and is then not sent again.
    st.html(curve.milestones_html(known.milestones, known.sources, words))


def around(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The KIZ, and the neighbours as a small map and as a list with their dates."""
    known = cache.tables()
    centre = dossier_html.centre_html(known.centres, choice.ags, words)
    st.html(f"<h2>{escape(words('dossier.centre'))}</h2>{centre}")
    held, decision = dossier_facts.then(cache.atlas(), choice.ags, choice.definition)
    told = dossier.held_sentence(held, decision, choice.definition, words)
    st.html(f"<h2>{escape(words('dossier.neighbours'))}</h2><p>{escape(told)}</p>")
    _neighbours_map(standings, choice, words)
    rows = dossier_facts.dated_neighbours(cache.atlas(), choice.ags, choice.definition)
    st.html(dossier_html.neighbours_html(rows, choice.address(), words))


def comparisons(choice: Choice, words: Wording) -> None:
    """Rank and waits of the district among all, and beside its own kind."""
    districts = cache.tables().districts
    district = row_of(districts, choice.ags)
    of_kind = len(dossier_facts.kind_of(cache.atlas(), choice.ags))
    place = row_of(comparison.ranks(cache.changes(), choice.definition), choice.ags)
    rank = dossier.rank(place, len(districts), choice.definition, words)
    waits = dossier_facts.waits(cache.atlas(), choice.ags)
    table = dossier_html.waits_html(waits, district, of_kind, words)
    st.html(
        f"<h2>{escape(words('dossier.compared'))}</h2><p>{escape(rank)}</p>"
        f'<div class="waits-box" role="region" tabindex="0" '
        f'aria-label="{escape(words("dossier.waits.caption"))}">{table}</div>'
        f'<p class="hint">{escape(words("dossier.waits.hint"))}</p>'
    )


def histories(choice: Choice, words: Wording) -> None:
    """Every event with its sources: acts, then what others said."""
    events, sources = dossier_facts.events_of(cache.atlas(), choice.ags), cache.tables().sources
    own = dossier_facts.own_acts(events)
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
    known, events = cache.tables(), dossier_facts.events_of(cache.atlas(), choice.ags)
    towns = known.municipalities
    names = sorted(towns.loc[towns["ags"].eq(choice.ags), "name"])
    district = row_of(known.districts, choice.ags)
    asked = dossier_facts.questions(cache.atlas(), choice.ags)
    gaps = dossier_facts.gaps(cache.atlas(), choice.ags)
    st.html(
        f"<h2>{escape(words('dossier.towns.title'))}</h2>"
        + dossier_html.municipalities_html(names, district, words)
        + f"<h2>{escape(words('dossier.questions'))}</h2>"
        + dossier_html.questions_html(asked, gaps, events, words)
    )


def _neighbours_map(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    shown, panel = near(cache.atlas(), standings, choice, words)
    markup = cache.near_html(replace(state.entered(), ags=choice.ags))
    stage.maps(markup, [painted(panel, shown)], choice, words)
