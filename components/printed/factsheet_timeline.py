"""The way of a district as a small drawing: days as points, spans as bars, numbered as listed."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Patch, Rectangle

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from adoption.lasting import Evidence
from components.base.wording import Wording
from components.looks import theme
from components.looks import timeline as looks
from components.looks.timeline import STATUS_OF, unsure, years
from components.printed import blocks, typeset
from components.printed.blocks import SMALL, TEXT
from components.printed.factsheet_page import ROOM, RULE
from components.printed.fonts import BOLD
from components.printed.sheet import QUIET

#: Where the axis begins, the height of a lane and of a mark, air between marks, in inches.
LEFT, LANE, MARK, AIR = 1.2, 0.165, 0.14, 0.04
YEAR = TEXT._replace(size=7.5, colour=QUIET)
NUMBER = TEXT._replace(size=6.3, weight=BOLD)
#: The day of the page is drawn strong; the law and the guideline thin; the last evidence dotted.
_LINES = {
    **{"law": (0.7, (0, (2, 2))), "funding": (0.7, (0, (2, 2))), "now": (1.5, "-")},
    "evidence": (1.3, (0, (1, 1.5))),
}
_EDGES = {"unknown": "#8a949b", "debated": "#a9812a", "decided": "#5f8db1"}


class Mark(NamedTuple):
    """One event in its lane: from, to (inches on the axis), and the event's own row."""

    lane: int
    start: float
    end: float
    event: tuple


@dataclass(frozen=True)
class Timeline:
    """Acts, voices and what came after the day on one axis, with the law and the day as lines.

    `events` are the district's, with `number` (in the history), `act` (it is one, not a voice)
    and `when` (as `adoption.known.times` gives it). `evidence` is the last of which anything is
    known of it.
    """

    events: pd.DataFrame
    day: date
    words: Wording
    evidence: Evidence | None = None

    @cached_property  # asked for again with everything that is tried beside it
    def height(self) -> float:
        """The axis, all lanes, and the line that explains the marks."""
        lanes = sum(self._lanes(marks) * LANE + 0.06 for _, marks in self.groups)
        return YEAR.line + 0.05 + lanes + 0.03 + self._hint().height

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Axis, lines, marks with their numbers, explanation."""
        start = top
        top -= YEAR.line + 0.05
        bottom = top - sum(self._lanes(marks) * LANE + 0.06 for _, marks in self.groups)
        self._axis(figure, left + LEFT, start, bottom)
        for name, marks in self.groups:
            label = self.words(f"factsheet.timeline.{name}")
            blocks.paragraph(label, LEFT - 0.1, SMALL).draw(figure, left, top - 0.03)
            for mark in marks:
                middle = top - 0.03 - (mark.lane + 0.5) * LANE
                _draw(figure, mark, left + LEFT, middle)
            top -= self._lanes(marks) * LANE + 0.06
            _line(figure, (left, left + ROOM), (top, top), color=RULE, linewidth=0.4, zorder=0.5)
        self._hint().draw(figure, left, bottom - 0.05)

    @cached_property
    def groups(self) -> list[tuple[str, list[Mark]]]:
        """The marks of the acts, of the voices and of what came after the day, packed so that none
        lies on another.
        """
        span, later, acts = self._span(), self.events["when"].eq("later"), self.events["act"]
        groups = []
        parts = {"acts": acts & ~later, "voices": ~acts & ~later, "later": later}
        for name, chosen in parts.items():
            rows = self.events[chosen].sort_values("number")
            if not rows.empty:
                groups.append((name, _packed(rows, span)))
        return groups

    def _span(self) -> looks.Axis:
        return looks.Axis(years(self.events), self.evidence and self.evidence.day)

    def _lanes(self, marks: list[Mark]) -> int:
        """At least two, so that the name of the group has room."""
        return max(2, 1 + max(mark.lane for mark in marks))

    def _hint(self) -> blocks.Block:
        hints = [self.words("factsheet.timeline.hint")]
        if self.evidence:
            date = self.words.date(self.evidence.date)
            hints.append(self.words("factsheet.timeline.evidence", date=date))
        return blocks.paragraph(" ".join(hints), ROOM, SMALL)

    def _axis(self, figure: Figure, left: float, top: float, bottom: float) -> None:
        span, wide = self._span(), ROOM - LEFT
        for number, label in enumerate(span.labels):
            start = left + number / len(span.labels) * wide
            _line(figure, (start, start), (top, bottom), color=RULE, linewidth=0.5, zorder=0.5)
            middle = start + (wide / len(span.labels) - typeset.width_of(label, YEAR)) / 2
            blocks.paragraph(label, 1, YEAR).draw(figure, middle, top)
        days = {"law": TALK_FLOOR, "funding": FUNDING_FLOOR, "now": self.day}
        if self.evidence:
            days["evidence"] = self.evidence.day
        for name, day in days.items():
            if 0 <= span.place(day) <= 1:
                weight, dash = _LINES[name]
                x = left + span.place(day) * wide
                ends = (top - YEAR.line - 0.02, bottom)
                look = {"color": theme.INK, "linewidth": weight, "linestyle": dash}
                _line(figure, (x, x), ends, **look)


def _packed(rows: pd.DataFrame, span: looks.Axis) -> list[Mark]:
    """Each event in the first lane where it has room, in the order of the history."""
    wide, ends, marks = ROOM - LEFT, [], []
    for event in rows.sort_values(["first_day", "last_day"]).itertuples(index=False):
        start, end = (span.place(day.date()) * wide for day in (event.first_day, event.last_day))
        taken_from = start - MARK / 2 if start == end else start
        taken_to = end + MARK / 2 if start == end else _bar_end(start, end, event.number)
        free = (lane for lane, taken in enumerate(ends) if taken + AIR <= taken_from)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [taken_to]
        marks.append(Mark(lane, start, end, event))
    return marks


def _bar_end(start: float, end: float, number: int) -> float:
    """Where a bar ends with its number: within, or behind it where it is too short."""
    room = typeset.width_of(str(number), NUMBER)
    return end if end - start > room + 0.08 else end + 0.03 + room


def _draw(figure: Figure, mark: Mark, left: float, middle: float) -> None:
    """A point or a bar: filled for acts, hollow for voices, dashed where it is unsure."""
    number, look = str(mark.event.number), _look(mark.event)
    wide = typeset.width_of(number, NUMBER)
    ink = theme.ink_on(look["facecolor"])
    if mark.start == mark.end:
        shape: Patch = Ellipse((left + mark.start, middle), MARK, MARK, **look)
        x = left + mark.start - wide / 2
    else:
        corner = (left + mark.start, middle - MARK * 0.4)
        shape = Rectangle(corner, mark.end - mark.start, MARK * 0.8, **look)
        inside = _bar_end(mark.start, mark.end, mark.event.number) == mark.end
        x = left + (mark.start + 0.04 if inside else mark.end + 0.03)
        ink = ink if inside else theme.INK
    shape.set_transform(figure.dpi_scale_trans)
    figure.add_artist(shape)
    at = {"va": "center_baseline", "size": NUMBER.size, "weight": NUMBER.weight, "color": ink}
    figure.text(x, middle, number, transform=figure.dpi_scale_trans, zorder=5, **at)


def _look(event: tuple) -> dict[str, object]:
    status = STATUS_OF[event.event]
    colour = theme.STATUS_COLOURS[status]
    doubted = unsure(event)
    return {
        "facecolor": colour if event.act else theme.PAPER,
        "edgecolor": theme.INK if doubted else _EDGES.get(status, colour),
        "linewidth": 0.8 if doubted or event.act else 1.1,
        "linestyle": (0, (1.6, 1.2)) if doubted else "-",
    }


def _line(figure: Figure, x: tuple, y: tuple, **look: object) -> None:
    figure.add_artist(Line2D(x, y, transform=figure.dpi_scale_trans, **look))
