"""A legend on paper."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.figures import theme
from components.figures.legend import Row
from components.printed import areas, fonts
from components.printed.sheet import BODY, LEADING, QUIET, Box, Sheet

SWATCH = (0.3, 0.19)
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
    top = sheet.write_all(title, left, box.width, top, size=size, weight=fonts.BOLD) - _BETWEEN
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
    frame = {"linewidth": 0.5, "edgecolor": "#8a949b"}
    axes.add_patch(Rectangle((0.01, bottom), wide, high, facecolor=row.fill, **frame))
    if row.other:
        axes.add_patch(Rectangle((0.01 + wide / 2, bottom), wide / 2, high, facecolor=row.other))
    ink, pattern = theme.ink_on(row.fill), areas.hatch(row.mark, row.fill)
    if hatched and pattern:
        ink = theme.INK
        axes.add_patch(Rectangle((0.01, bottom), wide, high, **pattern))
        strip = size * 0.9 * _POINT
        left = 0.01 + (wide - strip) / 2
        axes.add_patch(Rectangle((left, bottom), strip, high, facecolor=theme.PAPER, alpha=0.9))
    if row.mark:
        at = {"ha": "center", "va": "center", "size": size * 0.9, "weight": fonts.BOLD}
        axes.text(0.01 + wide / 2, bottom + high / 2, row.mark, color=ink, **at)
