"""The one control of the time: the curve as an axis, days to jump to, steps, play, a field.

The axis has a stop for the first day of the atlas and for the end of every month up to the
end of the year of the last change, then, a little apart, one for the last day of all.
"""

import calendar
from datetime import date
from typing import NamedTuple

import htpy as h
import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.base.wording import Wording
from components.facts import curve
from components.facts.people import by_year

#: How far the last stop lies behind the axis, in months.
GAP = 5
SPEEDS = ("slow", "medium", "fast")
_ARROWS = {"earlier": "M10 3L5 8l5 5", "later": "M6 3l5 5-5 5"}


class Axis(NamedTuple):
    """The end of the axis (ISO), and paths of line and band in months by districts."""

    end: str
    line: str
    band: str
    top: int


class Stop(NamedTuple):
    """The last day of all, what it is called, and what it is called on the axis, if otherwise."""

    day: date
    label: str
    short: str = ""


def axis(atlas: Atlas, definition: str) -> Axis:
    """The curve of the number as the control draws it, from the left to the end of the axis."""
    known, people = atlas.known, next(iter(by_year(atlas).values()))
    end = date(max(atlas.changes["first_day"]).year, 12, 31)
    steps = curve.curve(
        atlas.changes, known.totals, known.districts, definition, "number", people, end
    ).steps
    top = len(known.districts)
    places = [place(day) for day in steps["first_day"]]
    lower, upper = (_staircase(places, top - steps[name]) for name in ("lower", "upper"))
    line = _staircase(places, top - steps["certain"])
    return Axis(end.isoformat(), f"M{' '.join(line)}", f"M{' '.join(upper + lower[::-1])}z", top)


def place(day: date) -> float:
    """Where a day lies on the axis, in months: 0 is the first day, 1 the end of its month."""
    months = (day.year - FIRST_DAY.year) * 12 + day.month - FIRST_DAY.month
    first = FIRST_DAY.day if months == 0 else 0
    length = calendar.monthrange(day.year, day.month)[1]
    return round(months + (day.day - first) / (length - first), 3)


def clock(
    drawn: Axis,
    day: date,
    stop: Stop,
    jumps: pd.DataFrame,
    words: Wording,
    played: bool = True,
) -> h.Element:
    """The control on a day.

    Parameters
    ----------
    stop
        The last day that can be chosen.
    jumps
        The table `days`: first_day, label and reason in both languages.
    played
        Whether there is something beside it that moves when it is played.
    """
    end = date.fromisoformat(drawn.end)
    length = round(place(min(end, stop.day)))
    at = length + GAP if day >= stop.day else min(place(day), length + GAP / 2)
    data = {"data-stop": stop.day.isoformat(), "data-day": day.isoformat()}
    return h.div(".clock", data, role="group", aria_label=words("clock.title"))[
        h.div(".run")[
            played and _play(words),
            h.label(".day")[
                h.span[words("control.day")],
                h.input(
                    type="text",
                    value=words.day(day),
                    autocomplete="off",
                    spellcheck="false",
                    aria_describedby="kiz-wrong",
                ),
            ],
            h.div(".steps")[(_step(name, words) for name in _ARROWS)],
            _jumps(jumps, stop, words),
        ],
        h.p("#kiz-wrong.wrong", role="alert"),
        h.div(".axis")[
            _curve(drawn, length),
            h.input(
                type="range",
                min="0",
                max=str(length + GAP),
                step="1",
                value=str(round(at)),
                aria_label=words("clock.axis"),
                aria_valuetext=words.day(day),
            ),
            h.div(".marker", style=f"left:{at / (length + GAP):.2%}", aria_hidden="true")[h.b],
            h.ol(".years", aria_hidden="true")[_years(length, stop)],
        ],
    ]


def _play(words: Wording) -> list[h.Element]:
    options = [
        h.option(value=str(number), selected=name == "medium")[words(f"clock.speed.{name}")]
        for number, name in enumerate(SPEEDS)
    ]
    return [
        h.button(".play", type="button")[words("clock.play")],
        h.select(".speed", aria_label=words("clock.speed"))[options],
    ]


def _step(name: str, words: Wording) -> h.Element:
    arrow = h.svg(viewBox="0 0 16 16", aria_hidden="true")[h.path(d=_ARROWS[name])]
    label = h.span(".told")[words(f"clock.{name}")]
    return h.button(class_=name, type="button", title=words("clock.shift"))[
        (arrow, label) if name == "earlier" else (label, arrow)
    ]


def _jumps(jumps: pd.DataFrame, stop: Stop, words: Wording) -> h.Element:
    """One stop of the Tab key; the arrow keys move between the days."""
    language = words.language
    days = [
        (row.first_day.date(), words.day(row.first_day.date()), getattr(row, f"label_{language}"),
         getattr(row, f"reason_{language}"))
        for row in jumps.itertuples(index=False)
    ]  # fmt: skip
    days = [one for one in days if one[0] < stop.day]
    days.append((stop.day, stop.label, "", ""))
    return h.div(".jumps", role="toolbar", aria_label=words("clock.jumps"))[
        (
            h.button(
                type="button",
                tabindex="-1" if number else "0",
                data_day=day.isoformat(),
                title=" – ".join(filter(None, (short, reason))) or None,
            )[label]
            for number, (day, label, short, reason) in enumerate(days)
        )
    ]


def _curve(drawn: Axis, length: int) -> h.Element:
    box = {"viewBox": f"0 0 {length + GAP} {drawn.top}", "preserveAspectRatio": "none"}
    return h.svg(".curve", box, aria_hidden="true")[
        h.path(".band", d=drawn.band), h.path(".line", d=drawn.line)
    ]


def _years(length: int, stop: Stop) -> list[h.Element]:
    """The years at their beginnings, and the last stop."""
    whole = length + GAP
    years = []
    for year in range(FIRST_DAY.year, 9999):
        start = max(0.0, place(date(year - 1, 12, 31))) if year > FIRST_DAY.year else 0.0
        if start >= length:
            break
        years.append(h.li(style=f"left:{start / whole:.2%}")[str(year)])
    return [*years, h.li(".stop")[stop.short or stop.label]]


def _staircase(places: list[float], heights: pd.Series) -> list[str]:
    """The corners of a line that stays until the next step."""
    found: list[str] = []
    for x, height in zip(places, heights, strict=True):
        if found:
            found.append(f"{x:g},{found[-1].partition(',')[2]}")
        found.append(f"{x:g},{height:g}")
    return found
