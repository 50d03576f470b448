"""The page "Karte": who has a KIZ on a day, and the source that says so."""

import streamlit as st

from components import cache, controls, district_panel, district_table, frame, map_panel, state

choice = state.current("karte")
words = state.words()

if st.context.is_embedded:
    frame.bare_top(words)
    frame.problems(words)
    map_panel.stage(choice, words, embedded=True)
    st.stop()

frame.top(words)
with frame.row("map_tools"):
    controls.search(choice, words)
    controls.tools(choice, words, "map")
map_panel.stage(choice, words)
district_panel.full(choice, words)
district_table.render(cache.standings(choice.day, choice.definition), choice, words)
frame.foot(words)
