"""Two standings and their difference as a finished picture: three maps on one scale."""

import geopandas as gpd
import pandas as pd

from components.base.wording import Wording
from components.facts.compare import Comparison
from components.looks import difference, legend
from components.looks.difference import CLASSES, FILLS, GROUP_FILLS, side_looks
from components.looks.legend import Row
from components.printed import grid
from components.printed.grid import Panel
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import Paper
from components.printed.sheet import Box, Sheet
from components.words import compare
from components.words.headline import Headline

#: Three maps in a row with the legends below them, or four cells of which the last has them.
ROWS = {"16:9": True, "1:1": True, "3:4": False}
LEGEND_SIZE = 9
#: Of the marks, in points, small and large.
MARK_SIZES = {True: 6, False: 7.5}


def sheet(comparison: Comparison, areas: gpd.GeoDataFrame, line: Headline, paper: Paper) -> Sheet:
    """Both standings of a comparison and what differs.

    Parameters
    ----------
    areas
        What `geo.plane.flat` returns.
    line
        What `components.words.compare.headline` returns.
    """
    mode, table, words = comparison.mode, comparison.table, paper.words
    titles, called = compare.titles(comparison, words), compare.labels(comparison, words)
    _, fills = difference.scale(mode)
    panels = [
        Panel(title, Paint(side_looks(standing, mode), fills, paper.choice.ags))
        for title, standing in zip(titles, comparison.standings, strict=True)
    ]
    differing = Paint(difference.looks(table), list(FILLS.values()), paper.choice.ags)
    panels.append(Panel(words("compare.difference"), differing))
    scale = Legend(words(f"picture.both.{mode}"), _scale(table, mode, words))
    apart = Legend(words("compare.difference"), _classes(table, called))
    drawn = paper.sheet(line)
    row = ROWS[paper.shape]
    cells = (_in_a_row if row else _in_a_square)(drawn, scale, apart)
    for cell, panel in zip(cells, panels, strict=False):
        grid.draw(drawn, cell, panel, areas, MARK_SIZES[row])
    return drawn


def _in_a_row(drawn: Sheet, scale: Legend, apart: Legend) -> list[Box]:
    """Draw the legends below the cells, that of the difference below its map; returns the cells."""
    body = drawn.body
    width = grid.cells(body, 3, 1)[0].width
    half = -(-len(scale.rows) // 2)
    columns = [Legend(scale.title, scale.rows[:half]), Legend("", scale.rows[half:]), apart]
    high = max(one.height(width - 0.3, LEGEND_SIZE) for one in columns)
    # A map is no higher than its cell is wide: what is left over stands above and below.
    most = width + grid.title_height(2)
    spare = max(0, body.height - high - grid.APART - most)
    upper = Box(
        body.left,
        body.bottom + high + grid.APART + spare / 2,
        body.width,
        body.height - high - grid.APART - spare,
    )
    cells = grid.cells(upper, 3, 1)
    for cell, one in zip(cells, columns, strict=True):
        place = Box(cell.left + 0.1, upper.bottom - grid.APART - high, width - 0.3, high)
        one.draw(drawn, place, LEGEND_SIZE, hatched=False)
    return cells


def _in_a_square(drawn: Sheet, scale: Legend, apart: Legend) -> list[Box]:
    """Draw both legends in the last of four cells; returns the cells."""
    cells = grid.cells(drawn.body, 2, 2)
    last = cells[3]
    width = last.width - 0.3
    below = scale.height(width, LEGEND_SIZE) + 0.15
    scale.draw(drawn, Box(last.left + 0.3, last.bottom, width, last.height), LEGEND_SIZE)
    apart.draw(drawn, Box(last.left + 0.3, last.bottom, width, last.height - below), LEGEND_SIZE)
    return cells


def _scale(table: pd.DataFrame, mode: str, words: Wording) -> list[Row]:
    """The one scale of both maps with the count of each side."""
    if mode == "days":
        return legend.scale_rows(table["status_first"], words, table["status_second"])
    return [
        Row(
            fill,
            words(f"compare.group.{name}"),
            int(table["group_first"].eq(name).sum()),
            after=int(table["group_second"].eq(name).sum()),
        )
        for name, fill in GROUP_FILLS.items()
    ]


def _classes(table: pd.DataFrame, called: dict[str, str]) -> list[Row]:
    counts = table["difference"].value_counts()
    return [Row(FILLS[name], called[name], int(counts.get(name, 0))) for name in CLASSES]
