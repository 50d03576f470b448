"""A legend on paper."""

from matplotlib.patches import Rectangle

from components.figures import theme
from components.figures.legend import Row
from components.printed import areas, fonts
from components.printed.sheet import BODY, LEADING, QUIET, Box, Sheet

SWATCH = (0.26, 0.17)
_POINT = 1 / 72
_GAP = 0.09


def height(title: str, rows: list[Row], width: float, size: float = BODY) -> float:
    """How many inches a legend of this width needs."""
    room = (width - SWATCH[0] - _GAP - 0.35) / _POINT
    lines = len(fonts.wrapped(title, width / _POINT, size, fonts.BOLD))
    for row in rows:
        lines += max(1, len(fonts.wrapped(row.label, room, size)))
        lines += len(fonts.wrapped(row.remark, room, size * 0.85)) * 0.85 if row.remark else 0
    return lines * size * LEADING * _POINT + len(rows) * 0.06 + 0.1


def draw(sheet: Sheet, box: Box, title: str, rows: list[Row], size: float = BODY) -> None:
    """Draw a legend from the top of a box down: swatch, mark, label, number of districts."""
    axes = sheet.axes(box)
    axes.set(xlim=(0, box.width), ylim=(0, box.height))
    axes.set_axis_off()
    left, right = box.left, box.left + box.width
    top = sheet.write_all(
        title, left, box.width, box.bottom + box.height, size=size, weight=fonts.BOLD
    )
    top -= 0.06
    for row in rows:
        text_left = left
        if row.fill:
            text_left += SWATCH[0] + _GAP
            _swatch(axes, row, top - box.bottom - size * 0.62 * _POINT - SWATCH[1] / 2, size)
        room = right - text_left - (0.35 if row.count is not None else 0)
        if row.count is not None:
            number = str(row.count)
            wide = fonts.width_of(number, size, fonts.BOLD) * _POINT
            sheet.write(number, right - wide, top, size=size, weight=fonts.BOLD)
        top = sheet.write_all(row.label, text_left, room, top, size=size)
        if row.remark:
            top = sheet.write_all(row.remark, text_left, room, top, size=size * 0.85, colour=QUIET)
        top -= 0.06


def _swatch(axes: object, row: Row, bottom: float, size: float) -> None:
    """The colour, halved where two are meant, hatched and marked as the areas are."""
    wide, high = SWATCH
    frame = {"linewidth": 0.5, "edgecolor": "#8a949b"}
    axes.add_patch(Rectangle((0.01, bottom), wide, high, facecolor=row.fill, **frame))
    if row.other:
        axes.add_patch(Rectangle((0.01 + wide / 2, bottom), wide / 2, high, facecolor=row.other))
    if hatch := areas.HATCHES.get(row.mark):
        lines = {"hatch": hatch, "edgecolor": areas.HATCH_COLOURS[row.mark], "linewidth": 0}
        axes.add_patch(Rectangle((0.01, bottom), wide, high, fill=False, **lines))
    if row.mark:
        at = {"ha": "center", "va": "center_baseline", "size": size, "weight": fonts.BOLD}
        ink = theme.ink_on(row.fill)
        axes.text(0.01 + wide / 2, bottom + high / 2, row.mark, color=ink, **at)
