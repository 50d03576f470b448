"""The parts of the page "Änderungen": from which day, what changed, or how to repair the days."""

from datetime import date

import htpy as h
import streamlit as st

from components.base.choice import FIRST_DAY, Choice
from components.base.links import Links
from components.base.wording import Wording
from components.facts.changes import ELECTION, Changes, start, year_before
from components.html import changes as drawn
from components.page import frame, nav, state, table_tools, two_days
from data.tables import Tables


def day_controls(choice: Choice, counts: list[tuple[date, int]], words: Wording) -> None:
    """Both days: each by itself, or a pair worth a look; they stand in the address.

    `counts` are those of the ministry, as `components.facts.totals.counts` gives them.
    """
    days = {"since_day": start(choice), "day": choice.day}
    with st.container(key="two_days", gap="small"):
        with st.container(horizontal=True, gap="small"):
            two_days.fields(days, (words("changes.first"), words("changes.last")), words)
        named = {name: (day, choice.day) for name, day in _starts(choice).items()}
        told = {words(f"changes.preset.{name}"): pair for name, pair in named.items()}
        two_days.pairs(words("changes.presets"), told, days, "preset")
        between = two_days.counted(counts, words)
        two_days.pairs(words("changes.counts"), between, days, "preset_counts")


def _starts(choice: Choice) -> dict[str, date]:
    """The days worth starting from that lie before the chosen one."""
    starts = {"year": year_before(choice.day), "election": ELECTION, "law": FIRST_DAY}
    return {name: day for name, day in starts.items() if day < choice.day}


def swapped(changes: Changes, words: Wording) -> None:
    """Said instead of changes where the first day is after the second: what is wrong, a repair."""
    days = {"first": words.day(changes.first), "last": words.day(changes.last)}
    frame.draw(h.p(".notice")[words("changes.swapped", **days)])
    st.button(
        words("changes.swap"),
        on_click=lambda: state.change(since_day=changes.last, day=changes.first),
    )


def listing(changes: Changes, tables: Tables, links: Links, words: Wording) -> None:
    """The changes by kind, apart from them what changed no status, then the table with sources."""
    frame.draw(
        drawn.listing(changes, words),
        h.h2(".part")[words("changes.kept")],
        drawn.kept(changes, tables.sources, links, words),
    )
    if rows := len(changes.changed):
        frame.draw(h.h2(".part")[words("changes.table")])
        table = drawn.events_table(changes, tables, links, words)
        scope = ("from", "day", "definition")
        table_tools.searchable("changes", str(table), rows, words, scope=scope)
    nav.link("to_list", "ohne", words("changes.to_list", day=words.day(changes.last)))
