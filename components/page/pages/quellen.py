"""The page "Daten und Quellen": what every status rests on, and how to correct it."""

import streamlit as st

from components.base.links import WORDS
from components.facts import evidence
from components.html.codebook import codebook
from components.html.glossary import glossary
from components.page import anchor, cache, controls, frame, place_field, state
from components.page.notice import notice
from components.page.panels import sources as panel
from components.words.correction import asked_event

choice, words, atlas = state.current("quellen"), state.words(), cache.atlas()
event, problem = asked_event(st.query_params.get("ereignis", ""), choice.ags, atlas.tables.events)

frame.top(words)
if problem:
    notice(words, problem.key, **problem.values)
panel.intro(evidence.counts(atlas), words)
_, aside = frame.columns()
with aside, frame.row("tools"):
    controls.tools(choice, words, "sources")
tables, language = atlas.tables, choice.language
panel.table("sources", "quellen", cache.sources_table(language), len(tables.sources), words)
panel.table("knowledge", "kreise", cache.knowledge_table(language), len(tables.districts), words)
panel.heading("fragen", words)
st.html(cache.questions(language))
panel.heading("korrektur", words)
panel.contact(words)
place, field = st.columns(2, gap="medium")
with place:
    place_field.draw(choice, words)
panel.correction(atlas, choice.ags, event, field, words)
panel.heading(WORDS, words)
frame.draw(glossary(words))
panel.heading("codebuch", words)
frame.draw(codebook(words))
panel.heading("lizenzen", words)
panel.licences(atlas, words)
anchor.follow()
frame.foot(atlas, words)
