"""The page "Daten und Quellen": what every status rests on, and how to correct it."""

import streamlit as st

from components.page import anchor, cache, controls, frame, state
from components.page.notice import notice
from components.page.panels import sources
from components.words.correction import asked_event

choice = state.current("quellen")
words = state.words()
named = st.query_params.get("ereignis", "")
event, problem = asked_event(named, choice.ags, cache.tables().events)

frame.top(words)
if problem:
    notice(words, problem.key, **problem.values)
sources.intro(words)
_, aside = frame.columns()
with aside, frame.row("tools"):
    controls.tools(choice, words, "sources")
sources.sources(choice, words)
sources.districts(choice, words)
sources.questions(choice, words)
sources.correction(choice, event, words)
sources.codebook(words)
sources.licences(words)
anchor.follow()
frame.foot(words)
