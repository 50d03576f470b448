"""The page "Karte": who has a KIZ on a day, and the source that says so."""

import streamlit as st

from components.base.links import LiveLinks
from components.page import (
    anchor,
    cache,
    controls,
    district_table,
    frame,
    place_field,
    stage,
    state,
)
from components.page.panels import district

choice, words, atlas = state.current("karte"), state.words(), cache.atlas()

if st.context.is_embedded:
    frame.bare_top()
    frame.problems(words)
    stage.stage(choice, words, embedded=True)
    st.stop()

frame.top(words)
with frame.row("map_tools"):
    place_field.draw(choice, words)
    controls.tools(choice, words, "map")
stage.stage(choice, words)
with frame.row("history"):  # there also without one: what follows keeps its place
    if choice.ags:
        district.history(atlas, choice, LiveLinks(choice.address()), words)
district_table.render(atlas.standings(choice.day, choice.definition), choice, words)
anchor.follow()
frame.foot(atlas, words, choice.day)
