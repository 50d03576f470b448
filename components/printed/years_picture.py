"""The end of every year side by side on one scale: as a finished picture, and for a page.

The picture for a page has no title block: the page says what it is. Its text is text, in a
font that it holds itself, and the same input gives the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from components.base.wording import Wording
from components.looks import legend
from components.looks.look import HAS_FILLS, looks
from components.printed import grid, land
from components.printed.finish import as_svg, saved
from components.printed.grid import Panel
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import LEAST, Paper
from components.printed.sheet import MARGIN, QUIET, Box, Sheet, blank
from components.printed.typeset import Type
from components.words.headline import Headline
from components.words.years import captioned

#: The standing of every district (ags, group, status, possible_status) by the day on which it
#: is shown, in the order of the picture.
Years = Mapping[date, pd.DataFrame]
#: Columns and rows of a sheet, and of a tall one; the legend takes the cells after the last map.
GRID, TALL = (3, 3), (2, 4)
#: A sheet so many times as high as wide takes the second.
TALLER = 1.5
#: In a wide format the maps stand beside title and legend.
BESIDE, COLUMN = (4, 2), 2.25
LEGEND_SIZES = (12, 11, 10, 9.5, LEAST)
#: Of the line below the picture for a page.
LINE = Type(10, colour=QUIET)


class Layout(NamedTuple):
    """Columns and rows of the picture for a page, size in inches."""

    columns: int
    rows: int
    width: float
    height: float


WIDE = Layout(4, 2, 12, 6.4)
NARROW = Layout(2, 4, 4.8, 10.4)


def sheet(years: Years, areas: gpd.GeoDataFrame, line: Headline, paper: Paper) -> Sheet:
    """The finished picture, with the count below each map; `areas` is what `Atlas.coarse` is."""
    if paper.form.wide:
        drawn = paper.sheet(line, COLUMN)
        _maps(drawn, years, areas, grid.cells(drawn.body, *BESIDE), paper.words)
        _key(drawn, years, drawn.side, paper.words)
        return drawn
    columns, rows = TALL if paper.form.height > TALLER * paper.form.width else GRID
    cell = (paper.room - (columns - 1) * grid.APART) / columns
    need = rows * (cell / land.aspect(areas) + grid.title_height() + grid.APART)
    drawn = paper.sheet(line, need=need)
    _fill(drawn, years, areas, (columns, rows), paper.words)
    return drawn


def svg(
    years: Years, areas: gpd.GeoDataFrame, layout: Layout, attribution: str, words: Wording
) -> bytes:
    """The same for a page, over the line that must stand on it."""
    drawn, edge = blank((layout.width, layout.height)), MARGIN / 4
    bottom = edge + LINE.line
    drawn.write(words("stamp.boundaries", line=attribution), edge, bottom, LINE)
    drawn.body = Box(edge, bottom, layout.width - 2 * edge, layout.height - bottom - edge)
    _fill(drawn, years, areas, (layout.columns, layout.rows), words)
    written = saved(drawn, "svg", {"Date": None, "Creator": None}).decode()
    return as_svg(written, drawn.attributes, words)


def _fill(
    drawn: Sheet, years: Years, areas: gpd.GeoDataFrame, size: tuple[int, int], words: Wording
) -> None:
    """Maps in a body of `size` columns and rows, and the legend in the cells after the last."""
    cells = grid.cells(drawn.body, *size)
    _maps(drawn, years, areas, cells, words)
    after = cells[len(years)]
    left = after.left + 0.1
    room = Box(left, after.bottom, drawn.body.right - left, after.height - 0.05)
    _key(drawn, years, room, words)


def _maps(
    drawn: Sheet, years: Years, areas: gpd.GeoDataFrame, cells: list[Box], words: Wording
) -> None:
    panels = [
        Panel(
            caption,
            Paint(looks(standings, "has", with_names=False), list(HAS_FILLS.values())),
            below=True,
        )
        for caption, standings in captioned(years, words).items()
    ]
    grid.draw(drawn, cells[: len(panels)], panels, areas)


def _key(drawn: Sheet, years: Years, room: Box, words: Wording) -> None:
    scale = Legend(words("picture.scale"), legend.has_scale(pd.concat(years.values()), words))
    scale.draw(drawn, room, scale.fitting(room, LEGEND_SIZES), hatched=False)
