"""KIZ-Atlas NRW: page set-up and navigation. Start with `make run`."""

import streamlit as st

from components import cache, frame
from components.wording import Wording

st.set_page_config(
    page_title="KIZ-Atlas NRW", layout="wide", initial_sidebar_state="collapsed", menu_items={}
)

if findings := cache.findings():
    frame.broken(findings, Wording("de"))
    st.stop()

st.navigation(
    [st.Page("components/pages/karte.py", title="Karte", default=True)], position="top"
).run()
