"""The parts of the page "Verlauf": switches, the figure that reports clicks, the years."""

from collections.abc import Mapping
from datetime import date

import htpy as h
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.base.choice import FIRST_DAY, MEASURES, today
from components.base.wording import Wording
from components.facts.curve import Curve
from components.html import curve as drawn
from components.html import parts
from components.page import frame, state
from components.words.curve import axis, reading
from components.words.years import described

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def title(of: int, definition: str, words: Wording) -> None:
    """What the curve counts."""
    frame.draw(h.h2[words("curve.title", of=of, has=words(f"has.{definition}"))])


def switches(measure: str, years: list[int], grown: int, words: Wording) -> tuple[int, date]:
    """The measure, the year of the population where it matters, and where the time ends.

    `years` are those of which the population is known, `grown` that of the last change.
    """
    st.session_state.measure = measure
    spans = {"today": today(), "growth": date(grown, 12, 31)}
    year = years[0]
    with st.container(key="curve_switches", horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            words("curve.measure"),
            MEASURES,
            required=True,
            format_func=lambda name: words(f"curve.measure.{name}", of=54),
            key="measure",
            on_change=lambda: state.change(measure=st.session_state.measure),
        )
        if measure == "population":
            year = st.selectbox(
                words("curve.year"), years, format_func=lambda year: words.day(date(year, 12, 31)),
                key="people_on", width=150,
            )  # fmt: skip
        span = st.segmented_control(
            words("curve.span"),
            list(spans),
            default="today",
            required=True,
            format_func=lambda name: words(f"curve.span.{name}", year=grown),
            key="span",
        )
    return year, spans[span]


def chart(figure: go.Figure, curve: Curve, day: date, last: date, words: Wording) -> None:
    """The figure with the line of the day over it; a click on it chooses the day."""
    certain = reading(curve.steps["certain"].iloc[-1], curve.measure, words)
    with frame.row("curve_box"):
        st.plotly_chart(
            figure,
            theme=None,
            height=440,
            key="curve",
            on_select=_choose,
            selection_mode="points",
            config=CONFIG,
            alt=words("curve.alt", certain=certain),
        )
        if line := drawn.day(day, last, words):
            frame.draw(line)


def legend(curve: Curve, year: int, districts: pd.DataFrame, words: Wording) -> None:
    """What the lines mean, and how to use them."""
    hints = [words("curve.hint")]
    if curve.measure != "population":
        hints.append(words("curve.hint.spans"))
    hints += axis(curve.measure, year, districts, words)
    frame.draw(drawn.legend(curve, words), h.p(".hint")[" ".join(hints)])


def years(
    standings: Mapping[date, pd.DataFrame],
    pictures: tuple[str, str],
    definition: str,
    words: Wording,
) -> None:
    """The end of every year side by side, as one picture for a wide and for a narrow screen."""
    picture = parts.picture(*pictures, described(standings, words), "years", lazy=True)
    frame.draw(drawn.years(picture, definition, words))


def _choose() -> None:
    """The day that the clicked place stands for.

    The figure stays when the day moves, and with it the selection: a second click on the
    same place arrives as its end.
    """
    points = st.session_state.curve["selection"]["points"]
    if points:
        st.session_state.curve_clicked = date.fromisoformat(points[0]["customdata"])
    if clicked := st.session_state.get("curve_clicked"):
        state.change(day=max(FIRST_DAY, min(today(), clicked)))
