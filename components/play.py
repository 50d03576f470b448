"""The player: runs the map month by month in the browser and hands over the day it reached."""

from pathlib import Path

import streamlit as st

from components import cache, state
from components.browser_code import component
from components.choice import Choice, parse_day, today
from components.wording import Wording

_player = component("play", Path(__file__).parent / "play_assets")


def render(choice: Choice, words: Wording) -> None:
    """Draw the player below the map; the colouring by time is one still picture without it.

    What it gets does not depend on the day: that it reads from the chart (`layout.meta`, see
    `play_data.still`), so it comes with the chart's own colours and costs a move little.
    """
    if choice.colouring != "status":
        st.html(f'<p class="hint">{words("play.still")}</p>')
        return
    now = today()
    film = cache.film_url(choice.language, choice.definition, now)
    _player(
        data={"film": film, "today": now.isoformat(), "failed": words("play.failed")},
        key="play",
        on_day_change=_take,
    )


def _take() -> None:
    """The reader takes the day that the player reached over into the page."""
    state.change(day=parse_day(st.session_state.play["day"], today()))
