"""Two standings and their difference as a finished picture: three maps on one scale."""

from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import compare
from components.facts.compare import Side
from components.looks import difference, legend, theme
from components.looks.difference import CLASSES, FILLS, GROUP_FILLS
from components.looks.legend import Row
from components.looks.look import Look, looks
from components.looks.theme import Fill
from components.printed import grid
from components.printed import legend as printed_legend
from components.printed.grid import Panel
from components.printed.sheet import Box, Sheet, sheet
from components.words import compare as compare_words
from components.words.headline import Headline

#: Three maps in a row with the legends below them, or four cells of which the last has them.
ROWS = {"16:9": True, "1:1": True, "3:4": False}
TITLE_SIZE, LEGEND_SIZE = 10.5, 9
#: Of the marks, in points, small and large.
MARK_SIZES = {True: 6, False: 7.5}


class Legend(NamedTuple):
    """Title and rows of one of the legends."""

    title: str
    rows: list[Row]


def comparison_picture(
    standings: tuple[pd.DataFrame, pd.DataFrame],
    sides: tuple[str, Side, Side],
    areas: gpd.GeoDataFrame,
    line: Headline,
    shape: str,
    stamp: Stamp,
    words: Wording,
    titled: bool = True,
) -> Sheet:
    """Both standings of `sides` (see `components.compare.sides`) and what differs.

    Parameters
    ----------
    standings
        Of both sides: one row per district with its names and its standing.
    areas
        What `geo.plane.flat` returns.
    line
        What `components.compare.headline` returns.
    """
    mode, first, second = sides
    table = compare.joined(*standings)
    titles = [
        compare_words.title(side, table, name, mode, words)
        for name, side in (("first", first), ("second", second))
    ]
    called = compare_words.labels(mode, first, second, words)
    panels = [
        Panel(title, _looks(standing, mode), _fills(mode))
        for title, standing in zip(titles, standings, strict=True)
    ]
    panels.append(Panel(words("compare.difference"), difference.looks(table), list(FILLS.values())))
    scale = Legend(words(f"picture.both.{mode}"), _scale(table, mode, words))
    apart = Legend(words("compare.difference"), _classes(table, called))
    drawn = sheet(shape, line.sentence, stamp, words, " ".join(line.detail), titled)
    draw = _in_a_row if ROWS[shape] else _in_a_square
    marks = MARK_SIZES[ROWS[shape]]
    for cell, panel in zip(draw(drawn, scale, apart), panels, strict=False):
        grid.draw(drawn, cell, panel, areas, TITLE_SIZE, marks, stamp.choice.ags)
    return drawn


def _in_a_row(drawn: Sheet, scale: Legend, apart: Legend) -> list[Box]:
    """Draw the legends below the cells, that of the difference below its map; returns the cells."""
    body = drawn.body
    width = grid.cells(body, 3, 1)[0].width
    half = -(-len(scale.rows) // 2)
    columns = [
        Legend(scale.title, scale.rows[:half]),
        Legend("", scale.rows[half:]),
        apart,
    ]
    high = max(printed_legend.height(*one, width - 0.3, LEGEND_SIZE) for one in columns)
    # A map is no higher than its cell is wide: what is left over stands above and below.
    most = width + grid.title_height(TITLE_SIZE, 2)
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
        printed_legend.draw(drawn, place, one.title, one.rows, LEGEND_SIZE, hatched=False)
    return cells


def _in_a_square(drawn: Sheet, scale: Legend, apart: Legend) -> list[Box]:
    """Draw both legends in the last of four cells; returns the cells."""
    cells = grid.cells(drawn.body, 2, 2)
    last = cells[3]
    width = last.width - 0.3
    below = printed_legend.height(*scale, width, LEGEND_SIZE) + 0.15
    upper = Box(last.left + 0.3, last.bottom, width, last.height)
    lower = Box(last.left + 0.3, last.bottom, width, last.height - below)
    printed_legend.draw(drawn, upper, *scale, LEGEND_SIZE)
    printed_legend.draw(drawn, lower, *apart, LEGEND_SIZE)
    return cells


def _fills(mode: str) -> list[Fill]:
    return theme.fills() if mode == "days" else list(GROUP_FILLS.values())


def _looks(standings: pd.DataFrame, mode: str) -> dict[str, Look]:
    """How one side looks: its status on a day, its group under a definition."""
    if mode == "days":
        return looks(standings, "status", with_names=False)
    return difference.group_looks(standings)


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
