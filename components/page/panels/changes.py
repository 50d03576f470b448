"""The parts of the page "Änderungen": from which day, what changed, or how to repair the days."""

from datetime import date

import streamlit as st

from components.base.choice import FIRST_DAY, today
from components.base.links import Links
from components.base.wording import Wording
from components.facts.changes import ELECTION, Changes
from components.html import changes as drawn
from components.page import frame, nav, state, table_tools
from data.tables import Tables


def start_controls(first: date, asked: date | None, words: Wording) -> None:
    """The first day: one of the presets, or any other; it stands in the address as `seit`.

    `first` is the day that is shown, `asked` the one in the address.
    """
    presets = {"year": None, "election": ELECTION, "law": FIRST_DAY}
    chosen = [name for name, day in presets.items() if day == asked]
    st.session_state.update(start=first, preset=next(iter(chosen), None))
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


def swapped(changes: Changes, words: Wording) -> None:
    """Said instead of changes where the first day is after the second: what is wrong, a repair."""
    days = {"first": words.day(changes.first), "last": words.day(changes.last)}
    st.warning(words("changes.swapped", **days))
    st.button(
        words("changes.swap"),
        on_click=lambda: state.change(since_day=changes.last, day=changes.first),
    )


def listing(changes: Changes, tables: Tables, links: Links, words: Wording) -> None:
    """The changes as sentences, and as a table that names the source of each."""
    frame.draw(drawn.listing(changes, words))
    if rows := len(changes.changed):
        table = drawn.events_table(changes, tables, links, words)
        scope = ("from", "day", "definition")
        table_tools.searchable("changes", str(table), rows, words, scope=scope)
    nav.link("to_list", "ohne", words("changes.to_list", day=words.day(changes.last)))
