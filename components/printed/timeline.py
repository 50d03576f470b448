"""The way of one district as a finished picture: a row per event, spans drawn as spans."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, FancyBboxPatch

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.looks import theme
from components.looks.curve import GRID
from components.looks.timeline import STATUS_OF, place, years
from components.printed import fonts
from components.printed.sheet import QUIET, Box, Sheet, sheet
from components.words.caveat import caveat
from components.words.headline import Headline

#: Of the type in points, the largest that fits; of the labels the part of the width.
SIZES = (10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)
LABELS = {"16:9": 0.5, "1:1": 0.5, "3:4": 0.48}
#: Inches: the years at the top; in sizes of the type: a line, the air between two rows, which
#: is less where the type has to be small.
AXIS, LINE, AIR, LESS_AIR = 0.28, 1.2, 0.45, 0.22
SMALL_TYPE = 8
_POINT = 1 / 72
_DASHES = (0, (2.5, 2))


class Row(NamedTuple):
    """A line of the picture: a heading (no marks), the steps of the law, or an event."""

    lines: tuple[str, ...]
    marks: tuple[tuple, ...] = ()
    kind: str = "heading"

    def height(self, size: float) -> float:
        """In inches."""
        return (len(self.lines) * LINE + _air(size)) * size * _POINT


def timeline_picture(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    line: Headline,
    shape: str,
    stamp: Stamp,
    words: Wording,
    titled: bool = True,
) -> Sheet:
    """The way of the district of the choice; parameters as `figures.timeline.timeline_html`.

    `line` is the district's sentence, and its way in words.
    """
    notes = (words("timeline.hint"),)
    detail = " ".join(line.detail)
    drawn = sheet(shape, line.sentence, stamp, words, detail, titled, notes=notes)
    span, body = years(pd.concat(groups.values())), drawn.body
    room = body.width * LABELS[shape]
    size, rows = _fitting(groups, milestones, span, (room, body.height - AXIS), words)
    told = ((text, fonts.BOLD if row.kind == "heading" else fonts.REGULAR)
            for row in rows for text in row.lines)  # fmt: skip
    room = min(room, max(fonts.width_of(text, size, weight) for text, weight in told) * _POINT)
    high = AXIS + sum(row.height(size) for row in rows)
    left = body.left + room + 0.15
    track = Box(left, body.bottom + body.height - high, body.width - room - 0.3, high)
    axes = drawn.axes(track)
    _axis(axes, track, span, stamp.choice.day)
    top = high - AXIS
    for row in rows:
        at, look = body.bottom + body.height - high + top - _air(size) * size * _POINT / 2, {}
        if row.kind == "heading":
            look = {"weight": fonts.BOLD}
        for text in row.lines:
            at = drawn.write(text, body.left, at, size=size, **look) + (1.28 - LINE) * size * _POINT
        middle = top - row.height(size) / 2
        for mark in row.marks:
            _mark(axes, mark, row.kind, (track.width, span), middle, size)
        top -= row.height(size)
    return drawn


def _air(size: float) -> float:
    return AIR if size > SMALL_TYPE else LESS_AIR


def _fitting(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    span: range,
    room: tuple[float, float],
    words: Wording,
) -> tuple[float, list[Row]]:
    """The largest type in which all rows fit into `room` (inches), and the rows in it."""
    for size in SIZES:
        rows = _rows(groups, milestones, span, room[0] / _POINT, size, words)
        if sum(row.height(size) for row in rows) <= room[1]:
            break
    return size, rows


def _rows(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    span: range,
    width: float,
    size: float,
    words: Wording,
) -> list[Row]:
    """The steps of the law, then the events of every group under its heading."""

    def lines(text: str, weight: str = fonts.REGULAR) -> tuple[str, ...]:
        return tuple(fonts.wrapped(text, width, size, weight))

    days = milestones["first_day"].dt.year, milestones["last_day"].dt.year
    inside = milestones[days[0].isin(span) & days[1].isin(span)]
    steps = tuple(inside.itertuples(index=False))
    rows = [Row(lines(words("timeline.law", n=len(inside))), steps, "law")]
    for name, events in groups.items():
        if not events.empty:
            rows.append(Row(lines(words(f"timeline.{name}"), fonts.BOLD)))
            told = events.sort_values(["last_day", "first_day"], kind="stable")
            for event in told.itertuples(index=False):
                rows.append(Row(lines(_told(event, words)), (event,), name))
    return rows


def _told(event: tuple, words: Wording) -> str:
    """Date as known, what happened and who acted, and how sure that is."""
    what = f"{words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    doubt = caveat(event.basis, event.confidence, words)
    return f"{words.known(event.date)}: {what}" + (f" ({doubt})" if doubt else "")


def _axis(axes: Axes, track: Box, span: range, day: date) -> None:
    """The years at the top; lines for law, guideline and, strong, the chosen day.

    Both axes are in inches, so that a circle is round.
    """
    wide, high = track.width, track.height
    axes.set(xlim=(0, wide), ylim=(0, high))
    axes.set_axis_off()
    for number, year in enumerate([*span, None]):
        x = number / len(span) * wide
        axes.plot([x, x], [0, high - AXIS], color=GRID, linewidth=0.8, clip_on=False)
        if year:
            middle = x + 0.5 / len(span) * wide
            look = {"size": 9.5 if len(span) < 9 else 8, "color": QUIET, "ha": "center"}
            axes.text(middle, high - AXIS + 0.08, str(year), **look)
    thin = {"color": QUIET, "linewidth": 0.9, "linestyle": (0, (4, 2))}
    strong = {"color": theme.INK, "linewidth": 1.3}
    for when, look in ((TALK_FLOOR, thin), (FUNDING_FLOOR, thin), (day, strong)):
        x = place(when, span) * wide
        if 0 <= x <= wide:
            axes.plot([x, x], [0, high - AXIS], zorder=2, clip_on=False, **look)


def _mark(
    axes: Axes, row: tuple, kind: str, scale: tuple[float, range], middle: float, size: float
) -> None:
    """A point for a day, a bar over every day that the date may mean; hollow for a voice.

    `scale` is the width of the axis in inches and its years.
    """
    width, span = scale
    days = row.first_day.date(), row.last_day.date()
    first, last = (place(day, span) * width for day in days)
    high = size * 0.78 * _POINT
    left, wide = (first, last - first) if last - first > high else (first - high / 2, high)
    fill, look = QUIET, {"linewidth": 0}
    if kind != "law":
        fill = theme.STATUS_COLOURS[STATUS_OF[row.event]]
        unsure = row.confidence == "low" or row.event == "planned"
        look = {"edgecolor": theme.INK, "linewidth": 0.9, "linestyle": _DASHES if unsure else "-"}
    if kind == "voices":
        fill = theme.PAPER
    elif kind == "law":
        look["alpha"] = 0.75 if first == last else 0.3
        left, wide = (first - 0.01, 0.02) if first == last else (first, last - first)
        high *= 1 if first == last else 0.4
    look |= {"facecolor": fill, "zorder": 3, "clip_on": False}
    if kind != "law" and wide == high:
        shape = Ellipse((left + wide / 2, middle), wide, high, **look)
    else:
        ends = "square,pad=0" if kind == "law" else f"round,pad=0,rounding_size={high / 2 - 0.001}"
        shape = FancyBboxPatch((left, middle - high / 2), wide, high, boxstyle=ends, **look)
    axes.add_artist(shape)
    if kind != "law" and row.event == "rejection":
        ink = theme.INK if kind == "voices" else theme.ink_on(fill)
        at = {"ha": "center", "va": "center", "size": size, "weight": fonts.BOLD, "zorder": 4}
        axes.text(left + wide / 2, middle, theme.REFUSED_MARK, color=ink, **at)
