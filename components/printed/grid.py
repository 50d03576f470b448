"""Several maps on one sheet: cells of equal size, each with its title above it."""

from typing import NamedTuple

import geopandas as gpd

from components.looks.look import Look
from components.looks.theme import Fill
from components.printed import areas as printed_areas
from components.printed import fonts
from components.printed.sheet import LEADING, Box, Sheet

#: Inches between two cells.
APART = 0.15
_POINT = 1 / 72


class Panel(NamedTuple):
    """One map: its title, how every area looks (by AGS), and what its fills are.

    The title stands over the map or `below` it.
    """

    title: str
    looks: dict[str, Look]
    fills: list[Fill]
    below: bool = False


def cells(body: Box, columns: int, rows: int) -> list[Box]:
    """The body in equal cells, from the upper left, line by line."""
    width = (body.width - (columns - 1) * APART) / columns
    height = (body.height - (rows - 1) * APART) / rows
    top = body.bottom + body.height
    return [
        Box(
            body.left + column * (width + APART),
            top - (row + 1) * height - row * APART,
            width,
            height,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def draw(
    sheet: Sheet,
    cell: Box,
    panel: Panel,
    areas: gpd.GeoDataFrame,
    size: float,
    marks: float,
    chosen: str = "",
) -> None:
    """One map in its cell; the title in `size` points, the marks in `marks`."""
    lines = fonts.balanced(panel.title, cell.width / _POINT, size, fonts.BOLD)
    high = title_height(size, len(lines))
    top = cell.bottom + (high if panel.below else cell.height)
    for line in lines:
        wide = fonts.width_of(line, size, fonts.BOLD) * _POINT
        left = cell.left + (cell.width - wide) / 2
        top = sheet.write(line, left, top, size=size, weight=fonts.BOLD)
    bottom = cell.bottom + (high if panel.below else 0)
    axes = sheet.axes(Box(cell.left, bottom, cell.width, cell.height - high))
    printed_areas.draw(axes, areas, panel.looks, panel.fills, marks, chosen)


def title_height(size: float, lines: int = 1) -> float:
    """How many inches of a cell its title takes."""
    return lines * size * LEADING * _POINT + 0.04
