"""The names of what the curve shows, each set beside it: on the screen and on paper alike."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.base.wording import Wording
from components.facts.curve import Curve
from components.facts.curve_labels import labelled
from components.figures import curve_marks
from components.looks import curve as looks
from components.looks import labels
from components.looks.labels import Box, Place, Text
from components.words.curve import name
from components.words.totals import figure

#: Where along a line its name may stand, from its end on, and how far a label is from its
#: point: in heights of a line.
ALONG = np.linspace(0.995, 0.05, 64)
CLOSE, GAPS = 0.2, (0.5, 1.2, 2.2, 3.4, 4.8, 6.5)
#: How far a line is from others where it can be told, and how much it may rise along its name.
APART, STEEP = 0.4, 6
#: In heights of a line: half a point, and half a line.
POINT, LINE = 0.35, 0.1


class Shown(NamedTuple):
    """What is drawn: the curve, its points up to `last`, and those of them that are named."""

    curve: Curve
    points: pd.DataFrame
    named: pd.DataFrame
    last: date


def shown(curve: Curve, points: pd.DataFrame, definition: str, last: date) -> Shown:
    """What is drawn of a curve with the totals that have a place on it up to `last`.

    None of them where the curve is simple or of the population.
    """
    if curve.simple or curve.measure == "population":
        points = points.head(0)
    return Shown(curve, points, labelled(points, definition, last), last)


class Canvas(NamedTuple):
    """The plotting area from zero up, the height of a line of text, and how wide a text runs."""

    width: float
    height: float
    line: float
    wide: Callable[[str], float]
    dated: bool = True

    def text(self, *lines: str) -> Text:
        """A label of these lines."""
        return Text(lines, max(map(self.wide, lines)), len(lines) * self.line)

    def forms(self, words: str) -> list[Text]:
        """A label in one line, and in two."""
        return [self.text(words), self.text(*labels.lines(words, 2, self.wide))]


def placed(
    shown: Shown, canvas: Canvas, words: Wording, taken: Sequence[Box] = ()
) -> dict[str, Place]:
    """Each name of a line, `band`, and the ids of totals, with the place of its label.

    A name without a place has no room. `taken` is what else stands in the plotting area.
    """
    spot = _Spots(shown.curve.top, shown.last, canvas)
    lines = [box for steps in _edges(shown.curve) for box in spot.boxes(steps)]
    (certain, *others), totals = _lines(shown.curve, spot, words), _totals(shown, spot, words)
    wishes = [certain, *totals[:3], ("band", _band(shown.curve, spot, words)), *others, *totals[3:]]
    drawn = [*lines, *_bars(shown, spot), *taken]
    room = Box(0, 0, canvas.width, canvas.height)
    return labels.settled(wishes, room, drawn, _points(shown, spot))


def upright(shown: Shown, canvas: Canvas, day: date) -> Box:
    """A line at a day over the whole height."""
    x, half = _Spots(shown.curve.top, shown.last, canvas).x(day), LINE * canvas.line
    return Box(x - half, 0, x + half, canvas.height)


class _Spots(NamedTuple):
    """Where a day and a value lie on a canvas."""

    top: int
    last: date
    canvas: Canvas

    def x(self, day: date) -> float:
        return (day - looks.START) / (self.last - looks.START) * self.canvas.width

    def y(self, value: float) -> float:
        return self.canvas.height * (1 - value / (self.top * (1 + looks.ABOVE)))

    def boxes(self, steps: pd.DataFrame) -> list[Box]:
        """A line of steps as the boxes of its parts, level and upright."""
        half, found = LINE * self.canvas.line, []
        xs = [self.x(day) for day in steps["first_day"] if day <= self.last]
        ys = [self.y(value) for value in steps["value"]][: len(xs)]
        for place, (x, y) in enumerate(zip(xs, ys, strict=True)):
            end = xs[place + 1] if place + 1 < len(xs) else self.canvas.width
            found.append(Box(x - half, y - half, end + half, y + half))
            if place:
                before = ys[place - 1]
                found.append(Box(x - half, min(y, before), x + half, max(y, before)))
        return found


def _edges(curve: Curve) -> list[pd.DataFrame]:
    """All lines and the two edges of the band."""
    sides = (curve.steps[["first_day", side]] for side in ("lower", "upper"))
    return [
        *curve.lines.values(),
        *(side.set_axis(["first_day", "value"], axis=1) for side in sides),
    ]


def _points(shown: Shown, spot: _Spots) -> list[Box]:
    """The points of the totals."""
    half, points = POINT * spot.canvas.line, shown.points[shown.points["dated"]]
    heights = curve_marks.heights(points, shown.curve)
    return [
        Box(x - half, y - half, x + half, y + half)
        for x, y in zip(map(spot.x, points["day"]), map(spot.y, heights), strict=True)
    ]


def _bars(shown: Shown, spot: _Spots) -> list[Box]:
    """The bars of the totals without a day."""
    half, wide = LINE * spot.canvas.line, shown.points[~shown.points["dated"]]
    return [
        Box(spot.x(first.date()), y - half, spot.x(last.date()), y + half)
        for first, last, y in zip(
            wide["first_day"],
            wide["last_day"],
            map(spot.y, curve_marks.heights(wide, shown.curve)),
            strict=True,
        )
    ]


def _lines(curve: Curve, spot: _Spots, words: Wording) -> list[tuple[str, list[Place]]]:
    """Each line with the places along it, then those joined to it, the certain count first.

    The certain count lies over the others; they can be told where they are apart from all.
    """
    wishes, line = [], spot.canvas.line
    span = (spot.last - looks.START).days
    days = [looks.START + timedelta(days=round(span * part)) for part in ALONG]
    held = {
        name: steps.set_index("first_day")["value"].reindex(days, method="ffill")
        for name, steps in curve.lines.items()
    }
    for name_of, own in reversed(held.items()):
        others = [] if name_of == "certain" else [held[other] for other in held if other != name_of]
        ends = [
            (spot.x(day), spot.y(value))
            for day, value in own.dropna().items()
            if value and all(abs(spot.y(value) - spot.y(o[day])) > APART * line for o in others)
        ]
        rise = (STEEP if others else 1) * line
        forms = spot.canvas.forms(name(name_of, curve, words))
        places = [
            place
            for text in forms
            for place in labels.along(text, _level(ends, text.width, rise), CLOSE * line)
        ]
        for text in forms:
            for x, y in ends[:: len(ends) // 8 or 1]:
                places += labels.around(text, x, y, [gap * line for gap in GAPS])
        wishes.append((name_of, places))
    return wishes


def _level(ends: list[tuple[float, float]], width: float, rise: float) -> list[tuple[float, float]]:
    """Those of the points of a line, from right to left, up to which it rises so little."""
    return [
        (x, y)
        for x, y in ends
        if (before := next((at for at in ends if at[0] <= x - width), None))
        and before[1] - y < rise
    ]


def _band(curve: Curve, spot: _Spots, words: Wording) -> list[Place]:
    """In the band where it is broad enough; else beside it, joined to where it is broadest."""
    steps = curve.steps
    days = [*steps["first_day"].iloc[1:], spot.last]
    spans = [
        (spot.x(first), spot.x(min(end, spot.last)), spot.y(upper), spot.y(lower))
        for first, end, upper, lower in zip(
            steps["first_day"], days, steps["upper"], steps["lower"], strict=True
        )
        if upper > lower and first < spot.last
    ]
    spans.sort(key=lambda span: (span[1] - span[0]) * (span[3] - span[2]), reverse=True)
    middles = [((left + right) / 2, (top + low) / 2) for left, right, top, low in spans]
    forms, gaps = (
        spot.canvas.forms(name("band", curve, words)),
        [gap * 2 * spot.canvas.line for gap in GAPS],
    )
    inside = [labels.centred(text, *middle) for text in forms for middle in middles]
    aside = [
        place
        for text in forms
        for middle in middles[:4]
        for place in labels.around(text, *middle, gaps)
    ]
    return inside + aside


def _totals(shown: Shown, spot: _Spots, words: Wording) -> list[tuple[str, list[Place]]]:
    """Each named total with the places round its point: with its date, and without."""
    wishes = []
    gaps = [gap * spot.canvas.line for gap in GAPS]
    heights = curve_marks.heights(shown.named, shown.curve)
    for total, height in zip(shown.named.itertuples(), heights, strict=True):
        at, count = (spot.x(total.day), spot.y(height)), figure(total.count, total.of, words)
        dated = spot.canvas.text(count, words.date(total.date))
        places = labels.around(dated, *at, gaps[:3]) if spot.canvas.dated else []
        wishes.append((total.id, places + labels.around(spot.canvas.text(count), *at, gaps)))
    return wishes
