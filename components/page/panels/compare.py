"""The parts of the page "Vergleich": what is compared, and the list of those that differ."""

from dataclasses import replace

import htpy as h
import streamlit as st

from adoption.vocabulary import DEFINITIONS
from components.base.choice import FIRST_DAY, Choice, today
from components.base.links import Links
from components.base.wording import Wording
from components.facts.compare import USUAL_DAY, Comparison
from components.html import compare as drawn
from components.page import frame, state

MODES = ("days", "definitions")


def full(choice: Choice) -> Choice:
    """The choice with the other side named, so that a copied link shows the same tomorrow."""
    if choice.other_definition or choice.other_day:
        return choice
    return replace(choice, other_day=USUAL_DAY)


def switches(choice: Choice, words: Wording) -> None:
    """Two days or two definitions, and the other one of them."""
    mode = "definitions" if choice.other_definition else "days"
    st.session_state.update(
        compare_mode=mode,
        other_day=choice.other_day or USUAL_DAY,
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


def differing(comparison: Comparison, links: Links, words: Wording) -> None:
    """The list of those that differ, each linked to its dossier."""
    title = h.h2(id="liste")[words("compare.list")]
    frame.draw(title, drawn.listing(comparison, links, words))


def _move() -> None:
    if st.session_state.other_day:
        state.change(other_day=st.session_state.other_day)


def _turn(choice: Choice) -> None:
    """From days to definitions and back; the other definition is one that differs."""
    other = "open" if choice.definition != "open" else "approved"
    state.change(other_definition=other if st.session_state.compare_mode == "definitions" else "")
