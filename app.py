"""KIZ-Atlas NRW: page set-up and navigation. Start with `make run`."""

import streamlit as st

from components.page import cache, frame, nav, state

st.set_page_config(
    page_title="KIZ-Atlas NRW", layout="wide", initial_sidebar_state="collapsed", menu_items={}
)

words = state.first_words()
if findings := cache.findings():
    frame.broken(findings, words)
    st.stop()

st.navigation(
    [
        st.Page(nav.script(page), title=words(f"page.{page}"), default=page == "karte")
        for page in nav.PAGES
    ],
    position="hidden",
).run()
# Last, so that the first visitor of a day does not wait for what only machines read.
cache.publish_tables()
