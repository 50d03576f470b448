"""The map of "since when": each district in the colour of the time in which it got its KIZ.

Half-years while most came, whole years for the latecomers. A ramp of its own from dark
violet over green to yellow, so that nobody takes it for a status.
"""

from datetime import date

import pandas as pd

from components.base.wording import Wording
from components.looks import theme
from components.looks.colour import Colour
from components.looks.look import MOST_NAMED, Look
from components.looks.theme import Fill

#: Six half-years from 2012, then the years from 2015; the last colour is for all later ones.
#: Steps through viridis, each moved as little as keeps all of them, and their lighter forms,
#: apart with colour-vision deficiencies and in grey; the last is darker than who has none yet.
#: On dark paper it is turned round, so that there too the first are furthest from who has none.
RAMP = (
    Colour("#3c0049", "#fffc34"),
    Colour("#45107d", "#cfed3f"),
    Colour("#4a3888", "#9bdf51"),
    Colour("#405785", "#71ce6c"),
    Colour("#3c7384", "#12bf76"),
    Colour("#2c8e7f", "#129d69"),
    Colour("#1ca97b", "#448090"),
    Colour("#4dc86e", "#3c5e85"),
    Colour("#8ad84a", "#444588"),
    Colour("#d3e320", "#48288b"),
)
FIRST_YEAR = 2012
LATE_YEAR = 2015
_HALVES = (LATE_YEAR - FIRST_YEAR) * 2
_HALF_NAMES = ("since.half.1", "since.half.2")
LATEST_MARK = "≤"
#: Codes of those that have none yet, and of those that may have one.
NOT_YET, BEGUN = 0, 1
_BEFORE = 2


def period(day: date) -> int:
    """The class of a day: a place in RAMP."""
    if day.year < LATE_YEAR:
        return (day.year - FIRST_YEAR) * 2 + (day.month > 6)
    return min(_HALVES + day.year - LATE_YEAR, len(RAMP) - 1)


def period_name(place: int, days: list[date], words: Wording) -> str:
    """A class in words: 1. Halbjahr 2013; 2016; the last by the `days` in it."""
    if place < _HALVES:
        year, half = divmod(place, 2)
        return words(_HALF_NAMES[half], year=FIRST_YEAR + year)
    if place < len(RAMP) - 1:
        return str(LATE_YEAR + place - _HALVES)
    return years_name(days, words)


def years_name(days: list[date], words: Wording) -> str:
    """The years in which days lie: 2018, or 2018 to 2019."""
    first, last = min(days).year, max(days).year
    return str(first) if first == last else words("since.years", first=first, last=last)


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


def fills() -> list[Fill]:
    """The fill of every code: not yet, may have begun, then each class and its unsure form."""
    classes = (
        fill for colour in RAMP for fill in (Fill(colour), Fill(theme.lighter(colour), "possible"))
    )
    return [Fill(theme.STATUS_COLOURS["unknown"]), theme.UNDETERMINED, *classes]


def code(place: int, crosses: bool, begun: bool) -> int:
    """The place in `fills` of a row of `periods`."""
    if place < 0:
        return BEGUN if begun else NOT_YET
    return _BEFORE + 2 * place + int(crosses)


def looks(dated: pd.DataFrame) -> dict[str, Look]:
    """How each district looks on paper, by AGS; `dated` as `periods` gives it, with short_name."""
    waiting = dated["place"].lt(0) & ~dated["begun"]
    named = waiting & (waiting.sum() <= MOST_NAMED)
    rows = dated.assign(late=latecomers(dated), named=named).itertuples()
    return {row.ags: _look(row) for row in rows}


def label(row: tuple) -> tuple[str, ...]:
    """What stands on the area of a latecomer: its name, and the month at the latest."""
    mark = LATEST_MARK if row.crosses else ""
    return row.short_name, f"{mark}{row.latest:%m/%Y}"


def _look(row: tuple) -> Look:
    fill = code(row.place, row.crosses, row.begun)
    if row.late:
        return Look(fill, label(row))
    lines = (fills()[fill].mark, row.short_name if row.named else "")
    return Look(fill, tuple(filter(None, lines)))


def _is_late(day: date) -> bool:
    return pd.notna(day) and day.year >= LATE_YEAR
