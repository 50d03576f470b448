"""The parts of the page "Änderungen": from which day, what changed, or how to repair the days."""

from datetime import date

import pandas as pd
import streamlit as st

from adoption.changes import changes_between
from components.base.choice import FIRST_DAY, Choice, today
from components.base.wording import Wording
from components.facts import changes as changes_facts
from components.html import changes
from components.page import cache, nav, state, table_tools
from components.words import changes as changes_words


def start_controls(choice: Choice, words: Wording) -> None:
    """The first day: one of the presets, or any other; it stands in the address as `seit`."""
    presets = {"year": None, "election": changes_facts.ELECTION, "law": FIRST_DAY}
    chosen = [name for name, day in presets.items() if day == choice.since_day]
    st.session_state.update(start=changes_facts.start(choice), preset=next(iter(chosen), None))
    with st.container(key="start_row", horizontal=True, vertical_alignment="bottom"):
        st.date_input(
            words("changes.first"),
            min_value=FIRST_DAY,
            max_value=today(),
            format="DD.MM.YYYY",
            key="start",
            on_change=lambda: (
                st.session_state.start and state.change(since_day=st.session_state.start)
            ),
            width=150,
        )
        st.pills(
            words("changes.presets"),
            list(presets),
            format_func=lambda name: words(f"changes.preset.{name}"),
            key="preset",
            on_change=lambda: state.change(since_day=presets.get(st.session_state.preset)),
        )


def swapped(choice: Choice, words: Wording) -> None:
    """Said instead of changes where the first day is after the second: what is wrong, a repair."""
    first = changes_facts.start(choice)
    st.warning(words("changes.swapped", first=words.day(first), last=words.day(choice.day)))
    st.button(
        words("changes.swap"),
        on_click=lambda: state.change(since_day=choice.day, day=first),
    )


def told(before: pd.DataFrame, after: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """The changes as sentences, and as a table that names the source of each."""
    first, known = changes_facts.start(choice), cache.tables()
    changed = _changed(first, choice.day, choice.definition)
    st.html(changes.sentences_html(changes_words.sentences(changed, before, after, words)))
    if len(changed):
        html = changes.changes_html(changed, after, vars(known), first, choice, words)
        table_tools.searchable("changes", html, words)
    nav.link("to_list", "ohne", words("changes.to_list", day=words.day(choice.day)))


@st.cache_data(max_entries=100)
def _changed(first: date, last: date, definition: str) -> pd.DataFrame:
    known = cache.tables()
    return changes_between(known.events, known.districts, first, last, definition)
