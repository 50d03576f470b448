"""The map of "since when": each district in the colour of the time in which it got its KIZ.

Half-years while most came, whole years for the latecomers. A ramp of its own from dark
violet over green to yellow, so that nobody takes it for a status.
"""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from components.figures import theme
from components.figures.map import MOST_NAMED, Look, area_map
from components.wording import Wording

#: Six half-years from 2012, then the years from 2015; the last colour is for all later ones.
#: Steps through viridis: ever lighter, so that they stay apart with colour-vision deficiencies.
RAMP = (
    *("#440154", "#46307e", "#365d8d", "#25848e", "#20a386", "#3fbc73"),
    *("#6ece58", "#a2da37", "#d2e21b", "#fde725"),
)
FIRST_YEAR = 2012
LATE_YEAR = 2015
_HALVES = (LATE_YEAR - FIRST_YEAR) * 2
LATEST_MARK = "≤"
NOT_YET = theme.STATUS_COLOURS["unknown"]


def period(day: date) -> int:
    """The class of a day: a place in RAMP."""
    if day.year < LATE_YEAR:
        return (day.year - FIRST_YEAR) * 2 + (day.month > 6)
    return min(_HALVES + day.year - LATE_YEAR, len(RAMP) - 1)


def period_name(place: int, words: Wording) -> str:
    """A class in words: 1. Halbjahr 2013; 2016; 2019 or later."""
    if place < _HALVES:
        year, half = divmod(place, 2)
        return words(f"since.half.{half + 1}", year=FIRST_YEAR + year)
    year = LATE_YEAR + place - _HALVES
    return words("since.later", year=year) if place == len(RAMP) - 1 else str(year)


def periods(reached: pd.DataFrame, day: date) -> pd.DataFrame:
    """In which class each district is, as seen at the end of `day`.

    Parameters
    ----------
    reached
        What `adoption.series.reached` returns: ags, earliest, latest.

    Returns the same rows with `place` (in RAMP, by `latest`; -1 where it has not certainly
    come by that day), `crosses` (may have begun in an earlier class) and `begun` (may have
    one already, not certainly).
    """
    has = [pd.notna(latest) and latest <= day for latest in reached["latest"]]
    rows = list(zip(reached["earliest"], reached["latest"], has, strict=True))
    return reached.assign(
        place=[period(latest) if there else -1 for _, latest, there in rows],
        crosses=[there and period(earliest) < period(latest) for earliest, latest, there in rows],
        begun=[not there and pd.notna(earliest) and earliest <= day for earliest, _, there in rows],
    )


def latecomers(dated: pd.DataFrame) -> pd.Series:
    """Who came in the years after the half-years, while they are few enough to be named."""
    late = dated["place"] >= _HALVES
    return late & (dated["latest"].map(_is_late).sum() <= MOST_NAMED)


def fills() -> list[str]:
    """The fill of every code: not yet, then each class and its lighter form."""
    return [NOT_YET, *(fill for colour in RAMP for fill in (colour, theme.lighter(colour)))]


def since_map(
    dated: pd.DataFrame, labels: pd.DataFrame, geometry_url: str, words: Wording, chosen: str
) -> go.Figure:
    """The map by the time in which each district got its KIZ.

    Parameters
    ----------
    dated
        What `periods` returns, with short_name.
    labels, geometry_url, chosen
        As `area_map` takes them.
    """
    return area_map(looks(dated, words), fills(), labels, geometry_url, chosen)


def looks(dated: pd.DataFrame, words: Wording) -> dict[str, Look]:
    """How each district is drawn, by AGS; `dated` as `since_map` takes it."""
    rows = dated.assign(late=latecomers(dated)).itertuples()
    return {row.ags: _look(row, row.late, words) for row in rows}


def _look(row: tuple, is_named: bool, words: Wording) -> Look:
    if row.place < 0:
        mark = theme.POSSIBLE_MARK if row.begun else ""
        told = words("since.begun" if row.begun else "since.not_yet")
        return Look(0, mark, theme.ink_on(NOT_YET), f"{row.short_name}<br>{told}")
    code = 1 + 2 * row.place + int(row.crosses)
    mark = LATEST_MARK if row.crosses else ""
    if is_named:
        mark = f"{row.short_name}<br>{mark}{row.latest:%m/%Y}"
    days = {"start": words.day(row.earliest), "end": words.day(row.latest)}
    exact = row.earliest == row.latest
    told = words("district.since", date=days["end"]) if exact else words("date.between", **days)
    return Look(code, mark, theme.ink_on(fills()[code]), f"{row.short_name}<br>{told}")


def _is_late(day: date) -> bool:
    return pd.notna(day) and day.year >= LATE_YEAR
