"""The end of every year side by side on one scale, as a finished picture."""

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.looks import legend
from components.looks.look import HAS_FILLS, looks
from components.printed import grid
from components.printed import legend as printed_legend
from components.printed.grid import Panel
from components.printed.sheet import Box, Sheet, sheet

#: Columns and rows; the legend takes the cells after the last map.
GRIDS = {"16:9": (4, 2), "1:1": (3, 3), "3:4": (3, 3)}
TITLE_SIZE, MARK_SIZE = 10.5, 5.5
LEGEND_SIZES = (10, 9.5, 9, 8.5, 8, 7.5, 7)


def multiples_picture(
    years: Mapping[str, pd.DataFrame],
    areas: gpd.GeoDataFrame,
    title: str,
    detail: str,
    shape: str,
    stamp: Stamp,
    words: Wording,
    titled: bool = True,
) -> Sheet:
    """One map per year.

    Parameters
    ----------
    years
        By the line below the map, in the order of the picture: one row per district with ags,
        group, status, possible_status.
    areas
        What `geo.plane.flat` returns, or fewer corners of it.
    """
    drawn = sheet(shape, title, stamp, words, detail, titled)
    columns, rows = GRIDS[shape]
    fill(drawn, drawn.body, years, areas, (columns, rows), words)
    return drawn


def fill(
    drawn: Sheet,
    body: Box,
    years: Mapping[str, pd.DataFrame],
    areas: gpd.GeoDataFrame,
    size: tuple[int, int],
    words: Wording,
) -> None:
    """Maps and legend in a body of `size` columns and rows; `years` as above."""
    cells = grid.cells(body, *size)
    for cell, (told, standings) in zip(cells, years.items(), strict=False):
        areas_look = looks(standings, "has", with_names=False)
        panel = Panel(told, areas_look, list(HAS_FILLS.values()), below=True)
        grid.draw(drawn, cell, panel, areas, TITLE_SIZE, MARK_SIZE)
    after, left = cells[len(years)], cells[len(years)].left + 0.1
    room = Box(left, after.bottom, body.left + body.width - left, after.height - 0.05)
    rows = legend.has_scale(pd.concat(years.values()), words)
    title = words("picture.scale")
    size = printed_legend.fitting(title, rows, room, LEGEND_SIZES)
    printed_legend.draw(drawn, room, title, rows, size, hatched=False)
