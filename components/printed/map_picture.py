"""The map of a day as a finished picture: title, areas, legend, source."""

from itertools import product

import geopandas as gpd
import pandas as pd
from shapely import affinity
from shapely.geometry import box

from components.base.choice import Choice
from components.base.wording import Wording
from components.looks import legend, since, theme
from components.looks.look import HAS_FILLS, labelled, looks
from components.printed import land
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import LEAST, Paper
from components.printed.sheet import Box, Sheet
from components.words.headline import Headline

#: In a wide format title and legend stand in a column: the first of these widths in which the
#: legend has room.
COLUMNS = (3.1, 3.25, 3.4, 3.7)
#: The width of the legend in a corner, and below the map.
LEGEND_WIDTH, BELOW = 2.7, 5.2
#: Of the legend, in points: the first that fits into the column, or into this part of the body.
LEGEND_SIZES, LEGEND_PART = (11, 10.5, 10, 9.5, LEAST), 0.5
#: Below the map.
BELOW_SIZE = 13
#: Of marks and names on the map, in points.
MARK_SIZE = 9
#: Beside the map, for the names of cities that have no room on it.
NAMES = 1.15
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
        One row per district: ags, short_name, kind, status, possible_status, group, since.
    dated
        What `since.periods` returns for the day, with short_name and kind.
    areas
        What `geo.plane.flat` returns.
    line
        The headline of the day.
    """
    paint, key = _painted(standings, dated, paper.choice, paper.words)
    beside = NAMES if paper.choice.label == "cities" else 0
    need = _need(paper.room - beside, areas, key)
    drawn = _columned(line, key, paper) if paper.form.wide else paper.sheet(line, need=need)
    drawn.attributes = land.attributes(standings)
    body = drawn.body
    body = body._replace(left=body.left + beside, width=body.width - beside)
    if drawn.side:
        place, room, (key, size) = body, drawn.side, _fitting(key, drawn.side)
    else:
        place, room, (key, size) = _placed(body, areas, key, need)
    land.draw(drawn.axes(place), areas, paint, MARK_SIZE)
    key.draw(drawn, room, size)
    return drawn


def _columned(line: Headline, key: Legend, paper: Paper) -> Sheet:
    """A sheet with a column in which the legend has room; where it needs that, the sentence stands
    there alone.
    """
    least = _bare(key)
    for column, told in product(COLUMNS, (line, line._replace(detail=[]))):
        drawn = paper.sheet(told, column)
        if least.height(column, LEAST) <= drawn.side.height:
            break
    return drawn


def _painted(
    standings: pd.DataFrame, dated: pd.DataFrame, choice: Choice, words: Wording
) -> tuple[Paint, Legend]:
    """How the areas look in the colouring of the choice, and what that means."""
    day, ags = words.day(choice.day), choice.ags
    if choice.colouring == "since":
        key = legend.since_title(day, choice.definition, words), legend.since_rows(dated, words)
        seen = labelled(since.looks(dated), standings, choice.label)
        return Paint(seen, since.fills(), ags), Legend(*key)
    seen = labelled(looks(standings, choice.colouring), standings, choice.label)
    if choice.colouring == "status":
        key = legend.status_title(day, words), legend.status_rows(standings, words)
        return Paint(seen, theme.fills(), ags), Legend(*key)
    rows = legend.occurring(legend.has_rows(standings, words))
    key = Legend(legend.has_title(day, choice.definition, words), rows)
    return Paint(seen, list(HAS_FILLS.values()), ags), key


def _fitting(key: Legend, room: Box) -> tuple[Legend, float]:
    """The legend in the largest type in which it fits, or without its remarks in the smallest."""
    size = key.fitting(room, LEGEND_SIZES)
    if key.height(room.width, size) > room.height:
        key = _bare(key)
    return key, size


def _bare(key: Legend) -> Legend:
    return Legend(key.title, [row._replace(remark="") for row in key.rows])


def _placed(
    body: Box, areas: gpd.GeoDataFrame, key: Legend, need: float
) -> tuple[Box, Box, tuple[Legend, float]]:
    """Where the map stands and where its legend, that legend, and its size: below the map, where
    there is room for it, else in the corner that the map leaves.
    """
    ratio = land.aspect(areas)
    width = min(body.width, body.height * ratio)
    below = Box(body.left, body.bottom, BELOW, body.height - width / ratio - _AWAY)
    if key.height(BELOW, size := BELOW_SIZE) <= below.height:
        spare = (below.height - key.height(BELOW, size)) / 3
        place = Box(body.left, body.top - spare - width / ratio, width, width / ratio)
        return place, below._replace(height=below.height - 2 * spare), (key, size)
    if body.height > need:
        body = body._replace(bottom=body.bottom + (body.height - need) / 2, height=need)
    key, size = _fitting(key, Box(0, 0, LEGEND_WIDTH, body.height * LEGEND_PART))
    return *_parted(body, areas, key.height(LEGEND_WIDTH, size)), (key, size)


def _need(width: float, areas: gpd.GeoDataFrame, key: Legend) -> float:
    """How high map and legend must be for a map of this width."""
    high = width / land.aspect(areas)
    key, size = _fitting(key, Box(0, 0, LEGEND_WIDTH, high * LEGEND_PART))
    least = high
    while True:
        corner = Box(width - LEGEND_WIDTH, 0, LEGEND_WIDTH, key.height(LEGEND_WIDTH, size))
        if not _meet(Box(0, high - least, width, least), corner, areas):
            return high
        high += _SMALLER


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
