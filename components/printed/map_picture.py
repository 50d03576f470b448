"""The map of a day as a finished picture: title, areas, legend, source."""

import geopandas as gpd
import pandas as pd
from shapely import affinity
from shapely.geometry import box

from components.base.choice import Choice
from components.base.wording import Wording
from components.looks import legend, since, theme
from components.looks.look import HAS_FILLS, looks
from components.printed import land
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import Paper
from components.printed.sheet import Box, Sheet
from components.words.headline import Headline

#: Where the sheet is wider than high, title and legend stand in a column of this width.
COLUMNS = {"16:9": 4.0}
LEGEND_WIDTH = 2.6
#: Of the legend, in points: the first that fits into the column, or into this part of the body.
LEGEND_SIZES, LEGEND_PART = (11, 10.5, 10, 9.5, 9, 8.5, 8), 0.72
#: How far the legend stays away from the areas, and by how much the map is made smaller until
#: it does, in inches.
_AWAY, _SMALLER = 0.15, 0.1


def sheet(
    standings: pd.DataFrame,
    dated: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    line: Headline,
    paper: Paper,
) -> Sheet:
    """The 54 on a day, coloured as the choice says.

    Parameters
    ----------
    standings
        One row per district: ags, short_name, status, possible_status, group, since.
    dated
        What `since.periods` returns for the day, with short_name.
    areas
        What `geo.plane.flat` returns.
    line
        The headline of the day.
    """
    drawn = paper.sheet(line, COLUMNS.get(paper.shape, 0))
    drawn.attributes = land.attributes(standings)
    paint, key = _painted(standings, dated, paper.choice, paper.words)
    place, room, size = _placed(drawn, areas, key)
    land.draw(drawn.axes(place), areas, paint)
    key.draw(drawn, room, size)
    return drawn


def _painted(
    standings: pd.DataFrame, dated: pd.DataFrame, choice: Choice, words: Wording
) -> tuple[Paint, Legend]:
    """How the areas look in the colouring of the choice, and what that means."""
    day, ags = words.day(choice.day), choice.ags
    if choice.colouring == "since":
        key = legend.since_title(day, choice.definition, words), legend.since_rows(dated, words)
        return Paint(since.looks(dated), since.fills(), ags), Legend(*key)
    if choice.colouring == "status":
        key = legend.status_title(day, words), legend.status_rows(standings, words)
        return Paint(looks(standings, "status"), theme.fills(), ags), Legend(*key)
    rows = legend.occurring(legend.has_rows(standings, words))
    key = Legend(legend.has_title(day, choice.definition, words), rows)
    return Paint(looks(standings, "has"), list(HAS_FILLS.values()), ags), key


def _placed(drawn: Sheet, areas: gpd.GeoDataFrame, key: Legend) -> tuple[Box, Box, float]:
    """Where the map stands and where its legend, and the size of that.

    The legend is in the column of the title or, without one, in a corner that the map leaves.
    """
    if side := drawn.side:
        room = Box(side.left, side.bottom, side.width * 0.8, side.height - 0.1)
        return drawn.body, room, key.fitting(room, LEGEND_SIZES)
    most = Box(0, 0, LEGEND_WIDTH, drawn.body.height * LEGEND_PART)
    size = key.fitting(most, LEGEND_SIZES)
    return *_parted(drawn.body, areas, key.height(LEGEND_WIDTH, size)), size


def _parted(body: Box, areas: gpd.GeoDataFrame, high: float) -> tuple[Box, Box]:
    """The largest map at the upper left, and a legend so high at the lower right beside it."""
    key = Box(body.left + body.width - LEGEND_WIDTH, body.bottom, LEGEND_WIDTH, high)
    ratio = land.aspect(areas)
    width = min(body.width, body.height * ratio)
    while width > LEGEND_WIDTH:
        place = Box(body.left, body.top - width / ratio, width, width / ratio)
        if not _meet(place, key, areas):
            break
        width -= _SMALLER
    return place, key


def _meet(place: Box, key: Box, areas: gpd.GeoDataFrame) -> bool:
    """Whether an area drawn into `place` would reach the legend."""
    left, bottom, right, _ = areas.total_bounds
    scale = (right - left) / place.width
    near = box(key.left - _AWAY, key.bottom - _AWAY, key.right + _AWAY, key.top + _AWAY)
    moved = affinity.translate(near, -place.left, -place.bottom)
    reached = affinity.scale(moved, scale, scale, origin=(0, 0))
    return bool(areas.intersects(affinity.translate(reached, left, bottom)).any())
