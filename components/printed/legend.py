"""A legend on paper."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.looks import theme
from components.looks.legend import Row
from components.printed import areas, fonts
from components.printed.sheet import BODY, LEADING, QUIET, Box, Sheet

SWATCH = (0.3, 0.19)
#: Of a swatch, as that of an area.
FRAME = {"linewidth": areas.BORDER_WIDTH, "edgecolor": theme.BORDER}
_POINT = 1 / 72
_GAP = 0.09
#: Inches from one row to the next, beside what the lines of a text stand apart.
_BETWEEN = 0.06
#: A remark beside its label.
SMALLER = 0.85


def height(title: str, rows: list[Row], width: float, size: float = BODY) -> float:
    """How many inches a legend of this width needs."""
    lines = float(len(fonts.wrapped(title, width / _POINT, size, fonts.BOLD)))
    for row in rows:
        room = (width - _indent(row) - _numbers(row, size)) / _POINT
        lines += len(fonts.wrapped(row.label, room, size))
        remark = size * SMALLER
        lines += len(fonts.wrapped(row.remark, room, remark)) * SMALLER if row.remark else 0
    return lines * size * LEADING * _POINT + (len(rows) + 1) * _BETWEEN


def fitting(title: str, rows: list[Row], box: Box, sizes: tuple[float, ...]) -> float:
    """The first of the sizes in which a legend fits into a box, else the last."""
    fits = (size for size in sizes if height(title, rows, box.width, size) <= box.height)
    return next(fits, sizes[-1])


def draw(
    sheet: Sheet,
    box: Box,
    title: str,
    rows: list[Row],
    size: float = BODY,
    hatched: bool = True,
) -> None:
    """Draw a legend from the top of a box down: swatch, mark, label, number of districts.

    `hatched` as the areas that it explains are.
    """
    axes = sheet.axes(box)
    axes.set(xlim=(0, box.width), ylim=(0, box.height))
    axes.set_axis_off()
    left, right = box.left, box.left + box.width
    top = box.bottom + box.height
    for line in fonts.balanced(title, box.width / _POINT, size, fonts.BOLD):
        top = sheet.write(line, left, top, size=size, weight=fonts.BOLD)
    top -= _BETWEEN
    for row in rows:
        text_left = left + _indent(row)
        if row.fill:
            middle = top - box.bottom - size * 0.62 * _POINT
            _swatch(axes, row, middle - SWATCH[1] / 2, size, hatched)
        if number := _number(row):
            wide = fonts.width_of(number, size, fonts.BOLD) * _POINT
            sheet.write(number, right - wide, top, size=size, weight=fonts.BOLD)
        room = right - text_left - _numbers(row, size)
        top = sheet.write_all(row.label, text_left, room, top, size=size)
        if row.remark:
            small = size * SMALLER
            top = sheet.write_all(row.remark, text_left, room, top, size=small, colour=QUIET)
        top -= _BETWEEN


def _indent(row: Row) -> float:
    return SWATCH[0] + _GAP if row.fill else 0


def _number(row: Row) -> str:
    """The count of a row, or both."""
    counts = [str(count) for count in (row.count, row.after) if count is not None]
    return " → ".join(counts)


def _numbers(row: Row, size: float) -> float:
    """The room that the counts take, with the air before them."""
    number = _number(row)
    return fonts.width_of(number, size, fonts.BOLD) * _POINT + 0.12 if number else 0


def _swatch(axes: Axes, row: Row, bottom: float, size: float, hatched: bool) -> None:
    """The colour, halved where two are meant, hatched and marked as the areas are."""
    wide, high = SWATCH
    halves = [row.fill, row.other] if row.other else [row.fill]
    part, left = wide / len(halves), 0.01
    for number, fill in enumerate(halves):
        half = Rectangle((left + number * part, bottom), part, high)
        areas.filled(half, fill, hatched)
        axes.add_artist(half)
    axes.add_artist(Rectangle((left, bottom), wide, high, fill=False, **FRAME))
    if not row.fill.mark:
        return
    ink = row.fill.ink if hatched else theme.ink_on(row.fill.colour)
    if hatched and row.fill.pattern:
        side = size * 0.9 * _POINT
        strip = (left + (wide - side) / 2, bottom)
        axes.add_artist(Rectangle(strip, side, high, **areas.STRIP))
    at = {"ha": "center", "va": "center", "size": size * 0.9, "weight": fonts.BOLD}
    axes.text(left + wide / 2, bottom + high / 2, row.fill.mark, color=ink, **at)
