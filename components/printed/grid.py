"""Several maps on one sheet: cells of equal size, each with its title above or below it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import geopandas as gpd

from components.printed import land, typeset
from components.printed.fonts import BOLD
from components.printed.paint import Paint
from components.printed.paper import LEAST
from components.printed.sheet import Box, Sheet
from components.printed.typeset import Type

TITLE = Type(9.5, BOLD)
#: Inches between two cells.
APART = 0.15


class Panel(NamedTuple):
    """One map: its title, which stands over the map or `below` it, and its paint."""

    title: str
    paint: Paint
    below: bool = False


def cells(body: Box, columns: int, rows: int) -> list[Box]:
    """The body in equal cells, from the upper left, line by line."""
    width = (body.width - (columns - 1) * APART) / columns
    height = (body.height - (rows - 1) * APART) / rows
    return [
        Box(
            body.left + column * (width + APART),
            body.top - (row + 1) * height - row * APART,
            width,
            height,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def draw(
    sheet: Sheet,
    cells: Sequence[Box],
    panels: Sequence[Panel],
    areas: gpd.GeoDataFrame,
    hatched: bool = False,
) -> None:
    """A map in each cell, all of one size; without `hatched` they are too small for patterns."""
    lines = [_lines(panel.title, cells[0].width) for panel in panels]
    most = title_height(max(map(len, lines)))
    for cell, panel, title in zip(cells, panels, lines, strict=False):
        high = min(cell.height - most, cell.width / land.aspect(areas))
        top = cell.top - high if panel.below else cell.top
        for line in title:
            left = cell.left + (cell.width - typeset.width_of(line, TITLE)) / 2
            top = sheet.write(line, left, top, TITLE)
        bottom = cell.top - high - (0 if panel.below else most)
        axes = sheet.axes(Box(cell.left, bottom, cell.width, high))
        land.draw(axes, areas, panel.paint, LEAST, hatched)


def _lines(title: str, width: float) -> list[str]:
    """A title on one line or, broken before its remark if it has one, on more."""
    count, remark = re.fullmatch(r"(.*?(?:,|(?= \()))? ?(.*)", title).groups()
    if typeset.width_of(title, TITLE) <= width or not count:
        return typeset.balanced(title, width, TITLE)
    return [count, *typeset.balanced(remark, width, TITLE)]


def title_height(lines: int = 1) -> float:
    """How many inches of a cell its title takes."""
    return TITLE.lines(lines) + 0.04
