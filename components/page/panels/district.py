"""The history of the chosen district; its status on the day stands in the card of the map."""

from html import escape

import pandas as pd
import streamlit as st

from components.base.choice import Choice
from components.base.wording import Wording
from components.html import history
from components.page import anchor, cache


def full(choice: Choice, words: Wording) -> None:
    """Below the map: the whole history of the chosen district, whatever the day."""
    if not choice.ags:
        return
    known = cache.tables()
    name = known.districts.set_index("ags").loc[choice.ags, "name"]
    title = escape(words("history.of", name=name))
    st.html(
        f'<h2 id="geschichte">{title}</h2>'
        + history.history_html(_events(choice.ags), known.sources, words, {"lang": choice.language})
    )
    anchor.follow()


def _events(ags: str) -> pd.DataFrame:
    events = cache.tables().events
    return events[events["ags"] == ags]
