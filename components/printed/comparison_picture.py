"""Two standings and their difference as a finished picture: three maps, of the same size."""

import geopandas as gpd
import pandas as pd

from components.facts.compare import Comparison
from components.looks import difference, legend
from components.looks.difference import CLASSES, FILLS
from components.looks.legend import Row, occurring
from components.looks.look import HAS_FILLS, looks
from components.printed import grid, land
from components.printed.grid import APART, Panel
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import LEAST, Paper
from components.printed.sheet import Box, Sheet
from components.words import compare
from components.words.headline import Headline

#: Of the legends in a wide format, beside which the maps stand in a row.
COLUMN = 2.15
LEGEND_SIZES = (12, 11, 10.5, 10, 9.5, LEAST)
#: The width of the difference on a tall sheet, where it is the larger map.
LARGEST = 4.5
#: Between the two legends.
_BETWEEN = 0.1


def sheet(comparison: Comparison, areas: gpd.GeoDataFrame, line: Headline, paper: Paper) -> Sheet:
    """Both standings of a comparison and what differs.

    Parameters
    ----------
    areas
        What `geo.plane.flat` returns.
    line
        What `components.words.compare.headline` returns.
    """
    table, words = comparison.table, paper.words
    panels = _panels(comparison, paper)
    called = compare.labels(comparison, words)
    keys = (
        Legend(words("picture.both"), legend.both_rows(*comparison.standings, words)),
        Legend(words("compare.difference"), occurring(_classes(table, called))),
    )
    ratio = land.aspect(areas)
    need = 2 * (paper.room / 2 / ratio + grid.title_height(2)) + APART
    drawn = paper.sheet(line, need=need)
    if paper.form.wide and _high(keys, COLUMN, LEAST) > drawn.body.height:
        # The maps and their legends say the same; the sentence above them stays.
        drawn = paper.sheet(line._replace(detail=[]))
    cells, room = _places(drawn.body, ratio, paper.form.wide)
    hatched = not paper.form.wide
    grid.draw(drawn, cells[:2], panels[:2], areas, hatched)
    grid.draw(drawn, cells[2:], panels[2:], areas, hatched)
    _draw_keys(drawn, room, keys, hatched)
    return drawn


def _places(body: Box, ratio: float, wide: bool) -> tuple[list[Box], Box]:
    """Where the three maps stand, of which the last may be larger, and where the legends."""
    if wide:
        width = body.width - COLUMN - APART
        place = Box(body.right - width, body.bottom, width, body.height)
        return grid.cells(place, 3, 1), body._replace(width=COLUMN)
    *cells, room = grid.cells(body, 2, 2)
    width, title = cells[0].width, grid.title_height(2)
    spare = body.height - width / ratio - LARGEST / ratio - 2 * title - APART
    if spare > 0:
        high = width / ratio + title
        top = body.top - spare / 3
        upper = [cell._replace(bottom=top - high, height=high) for cell in cells[:2]]
        high = LARGEST / ratio + title
        lower = Box(body.left, upper[0].bottom - APART - spare / 3 - high, LARGEST, high)
        left = lower.right + APART
        return [*upper, lower], lower._replace(left=left, width=body.right - left)
    return cells, Box(room.left + 0.2, room.bottom, room.width - 0.2, room.height)


def _panels(comparison: Comparison, paper: Paper) -> list[Panel]:
    words, ags = paper.words, paper.choice.ags
    titles = compare.titles(comparison, words)
    fills = list(HAS_FILLS.values())
    sides = [
        Panel(title, Paint(looks(standings, "has", with_names=False), fills, ags))
        for title, standings in zip(titles, comparison.standings, strict=True)
    ]
    apart = Paint(difference.looks(comparison.table), list(FILLS.values()), ags)
    return [*sides, Panel(words("compare.difference"), apart)]


def _draw_keys(drawn: Sheet, room: Box, keys: tuple[Legend, ...], hatched: bool) -> None:
    """The legends one below the other, in the largest type in which they fit."""
    fits = (size for size in LEGEND_SIZES if _high(keys, room.width, size) <= room.height)
    size = next(fits, LEGEND_SIZES[-1])
    top = room.top
    for key in keys:
        below = key.height(room.width, size)
        key.draw(drawn, Box(room.left, top - below, room.width, below), size, hatched)
        top -= below + _BETWEEN


def _high(keys: tuple[Legend, ...], width: float, size: float) -> float:
    """How many inches the legends need in this width, in type of so many points."""
    return sum(key.height(width, size) for key in keys) + _BETWEEN


def _classes(table: pd.DataFrame, called: dict[str, str]) -> list[Row]:
    counts = table["difference"].value_counts()
    return [Row(FILLS[name], called[name], int(counts.get(name, 0))) for name in CLASSES]
