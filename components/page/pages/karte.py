"""The page "Karte": who has a KIZ on a day, and the source that says so."""

import streamlit as st

from components.page import cache, controls, district_table, frame, state
from components.page.panels import district, stage

choice = state.current("karte")
words = state.words()

if st.context.is_embedded:
    frame.bare_top(words)
    frame.problems(words)
    stage.stage(choice, words, embedded=True)
    st.stop()

frame.top(words)
with frame.row("map_tools"):
    controls.search(choice, words)
    controls.tools(choice, words, "map")
stage.stage(choice, words)
district.full(choice, words)
district_table.render(cache.standings(choice.day, choice.definition), choice, words)
frame.foot(words)
