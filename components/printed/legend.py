"""A legend on paper."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.looks import theme
from components.looks.legend import Row
from components.printed import layers, paint, typeset
from components.printed.fonts import BOLD
from components.printed.paper import LEAST
from components.printed.sheet import BODY, QUIET, Box, Sheet
from components.printed.typeset import POINT, Type

#: Width and height of a swatch, and the air behind it, in sizes of the type.
SWATCH, _GAP = (1.9, 1.2), 0.55
#: Inches from one row to the next, beside what the lines of a text stand apart: where there is
#: room, and in the smallest type.
_BETWEEN, _CLOSE = 0.06, 0.03
#: A remark beside its label.
SMALLER = 0.85


class Legend(NamedTuple):
    """What the colours of a map mean: a title, and a row for each."""

    title: str
    rows: list[Row]

    def height(self, width: float, size: float = BODY.size) -> float:
        """How many inches it needs in this width, in type of so many points."""
        title = typeset.wrapped(self.title, width, _strong(size)) if self.title else []
        high = _strong(size).lines(len(title))
        for row in self.rows:
            room = width - _indent(row, size) - _numbers(row, size)
            high += Type(size).lines(len(typeset.wrapped(row.label, room, Type(size))))
            if row.remark:
                lines = typeset.wrapped(row.remark, room, _remark(size))
                high += _remark(size).lines(len(lines))
        return high + (len(self.rows) + 1) * _between(size)

    def fitting(self, box: Box, sizes: tuple[float, ...]) -> float:
        """The first of the sizes in which it fits into a box, else the last."""
        fits = (size for size in sizes if self.height(box.width, size) <= box.height)
        return next(fits, sizes[-1])

    def draw(self, sheet: Sheet, box: Box, size: float = BODY.size, hatched: bool = True) -> None:
        """Draw it from the top of a box down: swatch, mark, label, number of districts.

        `hatched` as the areas that it explains are.
        """
        with sheet.on(layers.LEGEND):
            self._drawn(sheet, box, size, hatched)

    def _drawn(self, sheet: Sheet, box: Box, size: float, hatched: bool) -> None:
        axes, top = sheet.inches(box), box.top
        for line in typeset.balanced(self.title, box.width, _strong(size)) if self.title else ():
            top = sheet.write(line, box.left, top, _strong(size))
        top -= _between(size)
        for row in self.rows:
            if row.fill:
                middle = top - box.bottom - size * 0.62 * POINT
                _swatch(axes, row, middle, size, hatched)
            if number := _number(row):
                wide = typeset.width_of(number, _strong(size))
                sheet.write(number, box.right - wide, top, _strong(size))
            left = box.left + _indent(row, size)
            room = box.right - left - _numbers(row, size)
            top = sheet.write_all(row.label, left, room, top, Type(size))
            if row.remark:
                top = sheet.write_all(row.remark, left, room, top, _remark(size))
            top -= _between(size)


def _strong(size: float) -> Type:
    return Type(size, BOLD)


def _remark(size: float) -> Type:
    return Type(max(LEAST, size * SMALLER), colour=QUIET)


def _between(size: float) -> float:
    return _BETWEEN if size > LEAST else _CLOSE


def _indent(row: Row, size: float) -> float:
    return (SWATCH[0] + _GAP) * size * POINT if row.fill else 0


def _number(row: Row) -> str:
    """The count of a row, or both."""
    counts = [str(count) for count in (row.count, row.after) if count is not None]
    return " → ".join(counts)


def _numbers(row: Row, size: float) -> float:
    """The room that the counts take, with the air before them."""
    number = _number(row)
    return typeset.width_of(number, _strong(size)) + 0.12 if number else 0


def _swatch(axes: Axes, row: Row, middle: float, size: float, hatched: bool) -> None:
    """The colour, halved where two are meant, hatched and marked as the areas are."""
    (wide, high), left = (side * size * POINT for side in SWATCH), 0.01
    halves = [row.fill, row.other] if row.other else [row.fill]
    part, bottom = wide / len(halves), middle - high / 2
    for number, fill in enumerate(halves):
        half = Rectangle((left + number * part, bottom), part, high)
        paint.filled(half, fill, hatched)
        axes.add_artist(half)
    axes.add_artist(Rectangle((left, bottom), wide, high, fill=False, **paint.BORDER))
    if not row.fill.mark:
        return
    ink = row.fill.ink if hatched else theme.ink_on(row.fill.colour)
    if hatched and row.fill.pattern:
        side = size * 0.9 * POINT
        strip = (left + (wide - side) / 2, bottom)
        axes.add_artist(Rectangle(strip, side, high, **paint.STRIP))
    at = {"ha": "center", "va": "center", "size": max(LEAST, size * 0.9), "weight": BOLD}
    axes.text(left + wide / 2, bottom + high / 2, row.fill.mark, color=ink, **at)
