"""A notice that quotes a visitor: whatever an address or a search says is shown as plain text."""

import htpy as h
import streamlit as st

from components.base.wording import Wording
from components.words import quoting


def notice(words: Wording, key: str, value: str, **values: str) -> None:
    """Draw the sentence of `key`. `value` comes from a visitor, `values` from us."""
    st.html(str(h.p(".notice", role="alert")[quoting.told(words, key, value, **values)]))
