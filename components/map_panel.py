"""The map in the page: it only reports clicks; the chosen district lives in our own state."""

from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import cache, camera, play, play_data, published, state
from components.choice import COLOURINGS, Choice
from components.figures.map import status_map
from components.figures.since import periods, since_map
from components.wording import Wording

#: The stub in static/topo keeps Plotly from fetching a base map from a foreign host.
CONFIG = {
    "topojsonURL": f"{published.ADDRESS}/topo/",
    **camera.CONFIG,
    "scrollZoom": False,
    "doubleClick": False,
}


def render(standings: pd.DataFrame, choice: Choice, sentence: str, words: Wording) -> None:
    """Draw the map of the day and its player; a click on an area chooses its district."""
    label = "map.label" if choice.colouring == "status" else "since.map"
    with st.container(key="picture"):
        _colouring(choice, words)
        with st.container(key="map"):
            st.plotly_chart(
                _figure(standings, choice, words),
                theme=None,
                height="stretch",
                key="areas",
                on_select=_choose,
                selection_mode="points",
                config=CONFIG,
                alt=words(label, day=words.day(choice.day), sentence=sentence),
            )
        play.render(choice, words)
    line = words("stamp.boundaries", line=cache.attribution())
    st.html(f'<p class="credit">{escape(line)}</p>')


def dated(choice: Choice) -> pd.DataFrame:
    """Since when each district has its KIZ, as seen on the chosen day: see `since.periods`."""
    found = periods(cache.reached(choice.definition), choice.day)
    return cache.tables().districts.merge(found, on="ags")


def _figure(standings: pd.DataFrame, choice: Choice, words: Wording) -> go.Figure:
    drawn = cache.labels(), cache.geometry_url(), words, choice.ags
    if choice.colouring == "since":
        return since_map(dated(choice), *drawn)
    figure = status_map(standings, *drawn)
    return figure.update_layout(meta=play_data.still(standings, choice.day, words))


def _colouring(choice: Choice, words: Wording) -> None:
    """What the map is coloured by; it stands in the corner that the state leaves empty."""
    st.session_state.colouring = choice.colouring
    st.segmented_control(
        words("colouring.label"),
        COLOURINGS,
        required=True,
        format_func=lambda name: words(f"colouring.{name}"),
        key="colouring",
        on_change=lambda: state.change(colouring=st.session_state.colouring),
        label_visibility="collapsed",
    )


def _choose() -> None:
    points = st.session_state.areas["selection"]["points"]
    if points and (ags := points[0].get("location")):
        state.change(ags=ags)
