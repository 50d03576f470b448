"""A notice that quotes a visitor: whatever an address or a search says is shown as plain text."""

from html import escape

import streamlit as st

from components.base.wording import Wording

#: Letters of a visitor's text that are shown.
LONGEST = 60


def notice(words: Wording, key: str, value: str, **known: str) -> None:
    """Draw the sentence of `key`. `value` comes from a visitor, `known` from us."""
    cut = value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    plain = "".join(sign if sign.isprintable() else " " for sign in cut)
    st.html(f'<p class="notice" role="alert">{escape(words(key, value=plain, **known))}</p>')
