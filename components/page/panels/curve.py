"""The parts of the page "Verlauf": switches, the figure that reports clicks, years, first days."""

from collections.abc import Mapping, Sequence
from datetime import date

import htpy as h
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.base.choice import CURVES, ENDS, FIRST_DAY, MEASURES, Choice, today
from components.base.wording import Wording
from components.facts.curve import Curve
from components.html import curve as drawn
from components.html import parts
from components.looks.curve import HEIGHT
from components.page import field, frame, state, table_tools
from components.words.curve import counts, headline, reading
from components.words.years import described

#: Where the table of the first days stands in its page.
FIRST_DAYS = "erste_tage"
PEOPLE_ON = "people_on"
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def title(curve: Curve, definition: str, of: int, words: Wording) -> None:
    """What the curve tells, and what its axis counts."""
    frame.draw(
        h.h2(".curve-title", data_news="curve")[headline(curve, definition, of, words)],
        h.p(".hint")[counts(curve.measure, definition, of, words)],
    )


def year_chosen(years: list[int], words: Wording) -> int:
    """The year whose people are counted: as the reader chose, else the first."""
    return int(field.chosen(PEOPLE_ON, _days(years, words)))


def switches(choice: Choice, years: list[int], grown: date, words: Wording) -> None:
    """The measure, the year of the population where it matters, the end of the time, the view.

    `years` are those of which the population is known, `grown` the end after the last change.
    """
    with st.container(key="curve_switches", horizontal=True, vertical_alignment="bottom"):
        _switch("measure", MEASURES, choice.measure, words, of=54)
        if choice.measure == "population":
            days, shown = _days(years, words), str(year_chosen(years, words))
            field.select(words("curve.year"), days, PEOPLE_ON, shown, field.keep(PEOPLE_ON))
        _switch("ends", ENDS, choice.ends, words, year=grown.year)
        _switch("curve", CURVES, choice.curve, words)


def _days(years: list[int], words: Wording) -> field.Options:
    """The days on which the people are counted, by their years."""
    return {str(year): words.day(date(year, 12, 31)) for year in years}


def _switch(
    part: str, options: tuple[str, ...], chosen: str, words: Wording, **values: object
) -> None:
    """The control of one part of the choice."""
    named = {name: words(f"curve.{part}.{name}", **values) for name in options}
    key, change = f"chosen_{part}", state.changing(part)
    field.choice(words(f"curve.{part}"), named, key, chosen, change)


def chart(figure: go.Figure, curve: Curve, over: str, day: h.Node, words: Wording) -> None:
    """The figure with its labels and the line of the day over it.

    A click on it chooses the day.
    """
    certain = reading(curve.steps["certain"].iloc[-1], curve.measure, words)
    with frame.row("curve_box"):
        st.plotly_chart(
            figure,
            theme=None,
            height=HEIGHT,
            key="curve",
            on_select=_choose,
            selection_mode="points",
            config=CONFIG,
            alt=words("curve.alt", certain=certain),
        )
        st.html(over)
        if day:
            frame.draw(day)


def legend(
    curve: Curve, unlabelled: Mapping[str, Sequence[str]], axis: list[str], words: Wording
) -> None:
    """What has no name where it stands, how to use the curve, and the way to its table."""
    told = " ".join([words("curve.hint"), *axis])
    table = h.a(href=f"#{drawn.TABLE}")[words("curve.table")]
    frame.draw(drawn.legend(curve, unlabelled, words), h.p(".hint")[told, " ", table])


def years(
    standings: Mapping[date, pd.DataFrame],
    pictures: tuple[str, str],
    definition: str,
    words: Wording,
) -> None:
    """The end of every year side by side, as one picture for a wide and for a narrow screen."""
    picture = parts.picture(*pictures, described(standings, words), "years", lazy=True)
    frame.draw(drawn.years(picture, definition, words))


def first_days(html: str, of: int, definition: str, words: Wording) -> None:
    """When each of the districts first had a KIZ under the definition, as a table."""
    counted = words(f"definition.{definition}")
    frame.draw(
        h.h2(id=FIRST_DAYS)[words("first.title", of=of)],
        h.p(".part")[words("first.note", definition=counted)],
    )
    table_tools.searchable(FIRST_DAYS, html, of, words, "first", scope=("definition",))


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
