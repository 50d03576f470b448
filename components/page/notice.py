"""A notice that quotes a visitor: whatever an address or a search says is shown as plain text."""

import htpy as h
import streamlit as st

from components.base.wording import Wording

#: Letters of a visitor's text that are shown.
LONGEST = 60


def notice(words: Wording, key: str, value: str, **values: str) -> None:
    """Draw the sentence of `key`. `value` comes from a visitor, `values` from us."""
    cut = value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    plain = "".join(sign if sign.isprintable() else " " for sign in cut)
    st.html(str(h.p(".notice", role="alert")[words(key, value=plain, **values)]))
