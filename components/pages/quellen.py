"""The page "Daten und Quellen": what every status rests on, and how to correct it."""

import streamlit as st

from components import anchor, cache, controls, frame, sources_panel, state
from components.correction import asked_event
from components.notice import notice

choice = state.current("quellen")
words = state.words()
named = st.query_params.get("ereignis", "")
event, problem = asked_event(named, choice.ags, cache.tables().events)

frame.top(words)
if problem:
    notice(words, problem.key, **problem.values)
sources_panel.intro(words)
_, aside = frame.columns()
with aside, frame.row("tools"):
    controls.tools(choice, words, "sources")
sources_panel.sources(choice, words)
sources_panel.districts(choice, words)
sources_panel.questions(choice, words)
sources_panel.correction(choice, event, words)
sources_panel.codebook(words)
sources_panel.licences(words)
anchor.follow()
frame.foot(words)
