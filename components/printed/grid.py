"""Several maps on one sheet: cells of equal size, each with its title above or below it."""

from typing import NamedTuple

import geopandas as gpd

from components.printed import land, typeset
from components.printed.fonts import BOLD
from components.printed.paint import Paint
from components.printed.sheet import Box, Sheet
from components.printed.typeset import Type

TITLE = Type(10.5, BOLD)
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


def draw(sheet: Sheet, cell: Box, panel: Panel, areas: gpd.GeoDataFrame, marks: float) -> None:
    """One map in its cell, its marks in `marks` points."""
    lines = typeset.balanced(panel.title, cell.width, TITLE)
    high = title_height(len(lines))
    top = cell.bottom + (high if panel.below else cell.height)
    for line in lines:
        left = cell.left + (cell.width - typeset.width_of(line, TITLE)) / 2
        top = sheet.write(line, left, top, TITLE)
    bottom = cell.bottom + (high if panel.below else 0)
    axes = sheet.axes(Box(cell.left, bottom, cell.width, cell.height - high))
    land.draw(axes, areas, panel.paint, marks)


def title_height(lines: int = 1) -> float:
    """How many inches of a cell its title takes."""
    return TITLE.lines(lines) + 0.04
