"""The map in the page: it only reports clicks; the chosen district lives in our own state."""

import pandas as pd
import streamlit as st

from components import cache, published, state
from components.choice import Choice
from components.figures.map import status_map
from components.wording import Wording

#: The stub in static/topo keeps Plotly from fetching a base map from a foreign host.
CONFIG = {
    "topojsonURL": f"{published.ADDRESS}/topo/",
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
}


def render(standings: pd.DataFrame, choice: Choice, sentence: str, words: Wording) -> None:
    """Draw the map of the day; a click on an area chooses its district."""
    figure = status_map(standings, cache.labels(), published.geometry_url(), words, choice.ags)
    with st.container(key="map"):
        st.plotly_chart(
            figure,
            theme=None,
            height="stretch",
            key="areas",
            on_select=_choose,
            selection_mode="points",
            config=CONFIG,
            alt=words("map.label", day=words.day(choice.day), sentence=sentence),
        )


def _choose() -> None:
    points = st.session_state.areas["selection"]["points"]
    if points and (ags := points[0].get("location")):
        state.change(ags=ags)
