"""The comparison in the page: what is compared, the three maps on one scale, the list."""

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from adoption.vocabulary import DEFINITIONS
from components.base.choice import FIRST_DAY, Choice, today
from components.base.wording import Wording
from components.facts import compare as compare_facts
from components.facts.compare import Side
from components.html import compare as compare_html
from components.map import comparison
from components.map.panels import painted as paint
from components.page import cache, state
from components.page.panels import stage
from components.words import compare

MODES = ("days", "definitions")


def full(choice: Choice) -> Choice:
    """The choice with the other side named, so that a copied link shows the same tomorrow."""
    if choice.other_definition or choice.other_day:
        return choice
    return replace(choice, other_day=compare_facts.USUAL_DAY)


def switches(choice: Choice, words: Wording) -> None:
    """Two days or two definitions, and the other one of them."""
    mode = "definitions" if choice.other_definition else "days"
    st.session_state.update(
        compare_mode=mode,
        other_day=choice.other_day or compare_facts.USUAL_DAY,
    )
    with st.container(key="compare", horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            words("compare.mode"),
            MODES,
            required=True,
            format_func=lambda name: words(f"compare.mode.{name}"),
            key="compare_mode",
            on_change=lambda: _turn(choice),
        )
        if mode == "days":
            st.date_input(
                words("compare.other_day"),
                min_value=FIRST_DAY,
                max_value=today(),
                format="DD.MM.YYYY",
                key="other_day",
                on_change=_move,
                width=190,
            )
            return
        for field in ("definition", "other_definition"):
            key = f"compare_{field}"
            st.session_state[key] = getattr(choice, field)
            st.selectbox(
                words(f"compare.by.{field}"),
                DEFINITIONS,
                format_func=lambda name: words(f"definition.{name}"),
                key=key,
                on_change=lambda field=field, key=key: state.change(
                    **{field: st.session_state[key]}
                ),
                width=190,
            )


def maps(
    table: pd.DataFrame, mode: str, first: Side, second: Side, choice: Choice, words: Wording
) -> None:
    """Both sides and their difference, beside each other on a wide screen."""
    titles = compare.titles(table, mode, first, second, words)
    called = compare.labels(mode, first, second, words)
    standings = [cache.standings(*side) for side in (first, second)]
    panels = comparison.panels(table, standings, mode, titles, called, words)
    rows = [*standings, standings[1]]
    painted = [paint(panel, row) for panel, row in zip(panels, rows, strict=True)]
    # The patterns of the two scales are others, so what is compared is that of now.
    entered = replace(state.entered(), other_definition=choice.other_definition)
    stage.maps(cache.maps_html(entered), painted, choice, words)
    st.html(
        '<div class="compare-legends">'
        + compare_html.scale_html(table, mode, titles, words)
        + f"<div><h2>{escape(words('compare.difference'))}</h2>"
        + compare_html.classes_html(table, called)
        + "</div></div>"
    )


def differing(
    table: pd.DataFrame, mode: str, first: Side, second: Side, choice: Choice, words: Wording
) -> None:
    """The list of those that differ, each linked to its dossier."""
    titles = compare.titles(table, mode, first, second, words)
    st.html(
        f'<h2 id="liste">{escape(words("compare.list"))}</h2>'
        + compare_html.list_html(
            table,
            mode,
            titles,
            compare.labels(mode, first, second, words),
            choice.address(),
            words,
        )
    )


def _move() -> None:
    if st.session_state.other_day:
        state.change(other_day=st.session_state.other_day)


def _turn(choice: Choice) -> None:
    """From days to definitions and back; the other definition is one that differs."""
    other = "open" if choice.definition != "open" else "approved"
    state.change(other_definition=other if st.session_state.compare_mode == "definitions" else "")
