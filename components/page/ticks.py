"""The boxes beside the names of the lists: which are ticked, and what the reader ticks."""

from pathlib import Path

import streamlit as st

from components.base.choice import MOST_BESIDE, Choice, read, today
from components.base.wording import Wording
from components.page import cache, state
from components.page.browser_code import component

_ticks = component("ticks", Path(__file__).parent / "ticks_assets")


def ticks(choice: Choice, words: Wording) -> None:
    """Keep the boxes of the page (`input[data-beside]`) as the choice has them, and hear of them.

    The boxes themselves are the same whatever is ticked, so that a tick sends no list again.
    """
    said = words("beside.said", name="{name}", n="{n}", most=MOST_BESIDE)
    _ticks(
        data={"chosen": list(choice.beside), "most": MOST_BESIDE, "said": said},
        key="ticks",
        on_ticked_change=_hear,
    )


def _hear() -> None:
    ticked = {"neben": st.session_state.ticks["ticked"] or ""}
    told, _ = read(ticked, today(), cache.atlas().names)
    state.change(beside=told.beside)
