"""The page of KIZ-Atlas NRW: set-up and navigation. `app.py` serves it."""

import streamlit as st

from components.base import sound
from components.page import cache, frame, nav, state

# Without a title: each page sets its own, and one from here would show before it with every run.
st.set_page_config(layout="wide", initial_sidebar_state="collapsed", menu_items={})

words = state.first_words()
if findings := cache.findings():
    frame.broken(findings, words)
    st.stop()

taken = sound.taken()
shown = st.navigation(nav.pages(words.language), position="hidden")
with frame.landmarks():
    shown.run()
# Tables that were taken over meanwhile: no page is made of two atlases.
if sound.taken() != taken:
    st.rerun()
