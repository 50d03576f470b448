"""The page "Karte": who has a KIZ on a day, and the source that says so."""

import streamlit as st

from components import (
    cache,
    controls,
    district_panel,
    district_table,
    frame,
    legend_panel,
    map_panel,
    state,
)

choice = state.current("karte")
words = state.words()

standings = cache.standings(choice.day, choice.definition)
line = cache.headline(choice.day, choice.definition, words)

if st.context.is_embedded:
    frame.bare_top(words)
    frame.problems(words)
    frame.headline(line)
    picture, aside = frame.columns()
    with picture:
        map_panel.render(standings, choice, line.sentence, words)
    with aside:
        legend_panel.legend(standings, choice, words)
    frame.embedded_foot(choice, words)
    st.stop()

frame.top(words)
frame.headline(line, frame.table_link(words))
with frame.row("controls"):
    controls.day_controls(choice, words)
picture, aside = frame.columns()
with picture:
    map_panel.render(standings, choice, line.sentence, words)
with aside:
    with frame.row("tools"):
        controls.search(choice, words)
        controls.tools(choice, words, "map")
    district_panel.brief(standings, choice, words)
    legend_panel.render(standings, choice, words)
district_panel.full(choice, words)
district_table.render(standings, choice, words)
frame.foot(words)
