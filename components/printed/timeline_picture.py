"""The way of one district as a finished picture: a row per event, spans drawn as spans."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, FancyBboxPatch, Patch

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from adoption.lasting import Evidence
from components.base.wording import Wording
from components.looks import theme
from components.looks import timeline as looks
from components.looks.curve import GRID
from components.looks.timeline import STATUS_OF, unsure, years
from components.printed import typeset
from components.printed.fonts import BOLD, REGULAR
from components.printed.paper import LEAST, Paper
from components.printed.sheet import QUIET, Box, Sheet
from components.printed.typeset import POINT, Type
from components.words.caveat import caveat
from components.words.headline import Headline

#: Of the type in points, the largest that fits; of the labels the part of the width.
SIZES, LABELS = (13, 12, 11, 10.5, 10, 9.5, LEAST), 0.5
#: In a format that is cut.
USUAL_SIZE = 10.5
#: Inches: the years at the top; in sizes of the type: a line, the least air between two rows,
#: what is usual, and the most where there is room.
AXIS, LINE, AIR, USUAL_AIR, MOST_AIR = 0.28, 1.26, 0.06, 0.45, 2
#: Of a bar in its heights: it never looks like the point of a day.
SHORTEST = 1.7
TALK = ("motion", "debate")
_DASHES = (0, (2.5, 2))


class Row(NamedTuple):
    """A line of the picture: a heading (no marks), the steps of the law, an event or several that
    share a line, or, with its day as the mark, the last evidence.
    """

    text: str
    marks: tuple[tuple, ...] = ()
    kind: str = "heading"


class Setting(NamedTuple):
    """Rows in type of so many points, in lines no wider than `width` inches, with so much air."""

    size: float
    width: float
    airy: float = AIR

    @property
    def air(self) -> float:
        """Between two rows, in inches."""
        return self.airy * self.size * POINT

    def type(self, row: Row) -> Type:
        """That of a row."""
        weight = BOLD if row.kind == "heading" else REGULAR
        return Type(self.size, weight, leading=LINE)

    def lines(self, row: Row) -> list[str]:
        """Those of a row."""
        return typeset.wrapped(row.text, self.width, self.type(row))

    def height(self, row: Row) -> float:
        """That of a row with its air, in inches."""
        return len(self.lines(row)) * self.type(row).line + self.air

    def spread(self, rows: list[Row], height: float) -> "Setting":
        """With as much more air as so many inches leave for it, up to MOST_AIR."""
        spare = height - sum(map(self.height, rows))
        more = spare / len(rows) / (self.size * POINT)
        return self._replace(airy=min(MOST_AIR, self.airy + max(0, more)))


class Axis(NamedTuple):
    """Axes in inches over a part of the sheet, and the time that they span."""

    axes: Axes
    box: Box
    span: looks.Axis

    def x(self, day: date) -> float:
        """Where a day lies."""
        return self.span.place(day) * self.box.width


def sheet(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    line: Headline,
    paper: Paper,
    evidence: Evidence | None = None,
) -> Sheet:
    """The way of the district of the choice; parameters as `html.timeline.timeline`.

    `line` is the district's sentence, and its way in words.
    """
    notes = (paper.words("picture.timeline.hint"),)
    span = looks.Axis(years(pd.concat(groups.values())), evidence and evidence.day)
    told = _tellings(groups, milestones, span, evidence, paper.words)
    width = paper.room * LABELS
    usual = Setting(USUAL_SIZE, width, USUAL_AIR)
    drawn = paper.sheet(line, notes=notes, need=AXIS + sum(map(usual.height, told[0])))
    body = drawn.body
    rows, setting = _fitting(told, width, body.height - AXIS)
    labels = max(
        typeset.width_of(text, setting.type(row)) for row in rows for text in setting.lines(row)
    )
    room = min(setting.width, labels)
    high = AXIS + sum(map(setting.height, rows))
    track = Box(body.left + room + 0.15, body.top - high, body.width - room - 0.3, high)
    axis = Axis(drawn.inches(track), track, span)
    _years(axis, paper.choice.day)
    top = high - AXIS
    for row in rows:
        at = track.bottom + top - setting.air / 2
        for text in setting.lines(row):
            at = drawn.write(text, body.left, at, setting.type(row))
        _marks(axis, row, top - setting.height(row) / 2, setting.size)
        top -= setting.height(row)
    return drawn


def _fitting(told: list[list[Row]], width: float, height: float) -> tuple[list[Row], Setting]:
    """The fullest telling that fits into so many inches, in the largest type in which it does."""
    for rows in told:
        for size in SIZES:
            setting = Setting(size, width)
            if sum(map(setting.height, rows)) <= height:
                return rows, setting.spread(rows, height)
    return rows, setting


def _tellings(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    span: looks.Axis,
    evidence: Evidence | None,
    words: Wording,
) -> list[list[Row]]:
    """All rows; then, for less room, the voices on one line; then own talk on one line too."""
    days = milestones["first_day"].dt.year, milestones["last_day"].dt.year
    inside = milestones[days[0].isin(span.years) & days[1].isin(span.years)]
    law = words("timeline.law", n=len(inside))
    first, last = [Row(law, tuple(inside.itertuples(index=False)), "law")], []
    if evidence:
        ends = f"{words.date(evidence.date)}: {words('timeline.evidence')}"
        last = [Row(ends, (evidence.day,), "ends")]
    told = []
    for together in ((), ("voices",), ("voices", "acts")):
        rows = [
            row
            for name, events in groups.items()
            if not events.empty
            for row in _group(name, events, name in together, words)
        ]
        told.append([*first, *rows, *last])
    return told


def _group(name: str, events: pd.DataFrame, together: bool, words: Wording) -> list[Row]:
    """A heading and a row for each event, or without a heading those that share a line."""
    in_order = list(events.sort_values(["last_day", "first_day"], kind="stable").itertuples())
    if not together:
        rows = [Row(_label(event, words), (event,), name) for event in in_order]
        return [Row(words(f"timeline.{name}")), *rows]
    joined = [event for event in in_order if name == "voices" or event.event in TALK]
    rows = [Row(_label(event, words), (event,), name) for event in in_order if event not in joined]
    if joined:
        # Short ones lie on long ones, not below them.
        joined.sort(key=lambda event: event.first_day - event.last_day)
        shared = words(f"timeline.together.{name}", n=len(joined))
        rows.insert(0, Row(shared, tuple(joined), name))
    return rows


def _label(event: tuple, words: Wording) -> str:
    """Date as known, what happened and who acted, and how sure that is."""
    what = f"{words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    doubt = caveat(event.basis, event.confidence, words)
    return f"{words.date(event.date)}: {what}" + (f" ({doubt})" if doubt else "")


def _years(axis: Axis, day: date) -> None:
    """The years at the top; lines for law, guideline and, strong, the chosen day."""
    axes, span, (_, _, wide, high) = axis.axes, axis.span, axis.box
    for number, year in enumerate([*span.labels, None]):
        x = number / len(span.labels) * wide
        axes.plot([x, x], [0, high - AXIS], color=GRID, linewidth=0.8, clip_on=False)
        if year:
            middle = x + 0.5 / len(span.labels) * wide
            look = {"size": LEAST, "color": QUIET, "ha": "center"}
            axes.text(middle, high - AXIS + 0.08, year, **look)
    if span.beyond:
        x = len(span.years) / len(span.labels) * wide
        apart = {"color": QUIET, "linewidth": 1.2, "linestyle": (0, (1, 1.5))}
        axes.plot([x, x], [0, high - AXIS], clip_on=False, **apart)
    thin = {"color": QUIET, "linewidth": 0.9, "linestyle": (0, (4, 2))}
    strong = {"color": theme.INK, "linewidth": 1.3}
    for when, look in ((TALK_FLOOR, thin), (FUNDING_FLOOR, thin), (day, strong)):
        x = axis.x(when)
        if 0 <= x <= wide:
            axes.plot([x, x], [0, high - AXIS], zorder=2, clip_on=False, **look)


def _marks(axis: Axis, row: Row, middle: float, size: float) -> None:
    """Those of a row, in the size of its type."""
    for event in row.marks:
        if row.kind == "law":
            _step(axis, event, middle, size)
        elif row.kind == "ends":
            _end(axis, event, middle, size)
        else:
            _mark(axis, event, row.kind == "voices", middle, size)


def _end(axis: Axis, day: date, middle: float, size: float) -> None:
    """A stroke on the day of the last evidence, and from there on that nothing is known."""
    x, high = axis.x(day), size * 1.2 * POINT
    look = {"color": QUIET, "clip_on": False}
    axis.axes.plot([x, x], [middle - high / 2, middle + high / 2], linewidth=1.6, **look)
    axis.axes.plot([x, axis.box.width], [middle, middle], linewidth=1, linestyle=":", **look)


def _mark(axis: Axis, event: tuple, hollow: bool, middle: float, size: float) -> None:
    """A point for a day, a bar over every day that the date may mean, however few.

    Both axes are in inches, so that a circle is round.
    """
    first, last = axis.x(event.first_day.date()), axis.x(event.last_day.date())
    high = size * 0.78 * POINT
    exact = event.first_day == event.last_day
    wide = high if exact else max(last - first, SHORTEST * high)
    left = (first + last - wide) / 2
    fill = theme.PAPER if hollow else theme.STATUS_COLOURS[STATUS_OF[event.event]]
    look = {"facecolor": fill, "edgecolor": theme.INK, "linewidth": 0.9, "zorder": 3}
    look |= {"linestyle": _DASHES if unsure(event) else "-", "clip_on": False}
    if exact:
        shape: Patch = Ellipse((left + wide / 2, middle), wide, high, **look)
    else:
        ends = f"round,pad=0,rounding_size={high / 2 - 0.001}"
        shape = FancyBboxPatch((left, middle - high / 2), wide, high, boxstyle=ends, **look)
    axis.axes.add_artist(shape)
    if event.event == "rejection":
        ink = theme.INK if hollow else theme.ink_on(fill)
        at = {"ha": "center", "va": "center", "size": size, "weight": BOLD, "zorder": 4}
        axis.axes.text(left + wide / 2, middle, theme.REFUSED_MARK, color=ink, **at)


def _step(axis: Axis, step: tuple, middle: float, size: float) -> None:
    """A step of the law: an upright tick on a day, else a pale bar."""
    first, last = axis.x(step.first_day.date()), axis.x(step.last_day.date())
    exact = first == last
    high = size * 0.78 * POINT * (1 if exact else 0.4)
    left, wide = (first - 0.01, 0.02) if exact else (first, last - first)
    look = {"facecolor": QUIET, "alpha": 0.75 if exact else 0.3, "linewidth": 0, "zorder": 3}
    ends = {"boxstyle": "square,pad=0", "clip_on": False}
    corner = left, middle - high / 2
    axis.axes.add_artist(FancyBboxPatch(corner, wide, high, **ends, **look))
