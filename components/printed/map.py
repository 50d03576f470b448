"""The map of a day as a finished picture: title, areas, legend, source."""

import geopandas as gpd
import pandas as pd
from shapely import affinity
from shapely.geometry import box

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.looks import legend, since, theme
from components.looks.legend import Row
from components.looks.look import HAS_FILLS, Look, looks
from components.looks.theme import Fill
from components.printed import areas as printed_areas
from components.printed import legend as printed_legend
from components.printed.sheet import Box, Sheet, sheet
from components.words.headline import Headline

#: Where the sheet is wider than high, title and legend stand in a column of this width.
COLUMNS = {"16:9": 4.0}
LEGEND_WIDTH = 2.6
#: Of the legend, in points: the first that fits into the column, or into this part of the body.
LEGEND_SIZES, LEGEND_PART = (11, 10.5, 10, 9.5, 9, 8.5, 8), 0.72
#: Of the marks, in points.
MARK_SIZE = 9
#: How far the legend stays away from the areas, and by how much the map is made smaller until
#: it does, in inches.
_AWAY, _SMALLER = 0.15, 0.1


def map_picture(
    standings: pd.DataFrame,
    dated: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    line: Headline,
    shape: str,
    stamp: Stamp,
    words: Wording,
    titled: bool = True,
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
    choice = stamp.choice
    day = words.day(choice.day)
    if choice.colouring == "since":
        seen, fills = since.looks(dated), since.fills()
        title = legend.since_title(day, choice.definition, words)
        rows = legend.since_rows(dated, words)
    elif choice.colouring == "status":
        seen, fills = looks(standings, "status"), theme.fills()
        title, rows = legend.status_title(day, words), legend.status_rows(standings, words)
    else:
        seen, fills = looks(standings, "has"), list(HAS_FILLS.values())
        title = legend.has_title(day, choice.definition, words)
        rows = legend.occurring(legend.has_rows(standings, words))
    column = COLUMNS.get(shape, 0)
    drawn = sheet(shape, line.sentence, stamp, words, " ".join(line.detail), titled, column)
    drawn.known = printed_areas.known(standings)
    return _composed(drawn, areas, seen, fills, title, rows, choice.ags)


def _composed(
    drawn: Sheet,
    areas: gpd.GeoDataFrame,
    looks: dict[str, Look],
    fills: list[Fill],
    title: str,
    rows: list[Row],
    chosen: str,
) -> Sheet:
    """The map with its legend in the column or, without one, in a corner that the map leaves."""
    if side := drawn.side:
        place = drawn.body
        key = Box(side.left, side.bottom, side.width * 0.8, side.height - 0.1)
        size = printed_legend.fitting(title, rows, key, LEGEND_SIZES)
    else:
        room = Box(0, 0, LEGEND_WIDTH, drawn.body.height * LEGEND_PART)
        size = printed_legend.fitting(title, rows, room, LEGEND_SIZES)
        high = printed_legend.height(title, rows, LEGEND_WIDTH, size)
        place, key = _corner(drawn.body, areas, high)
    printed_areas.draw(drawn.axes(place), areas, looks, fills, MARK_SIZE, chosen)
    printed_legend.draw(drawn, key, title, rows, size)
    return drawn


def _corner(body: Box, areas: gpd.GeoDataFrame, high: float) -> tuple[Box, Box]:
    """The largest map at the upper left, and a legend so high at the lower right beside it."""
    key = Box(body.left + body.width - LEGEND_WIDTH, body.bottom, LEGEND_WIDTH, high)
    ratio = printed_areas.aspect(areas)
    width = min(body.width, body.height * ratio)
    top = body.bottom + body.height
    while width > LEGEND_WIDTH:
        place = Box(body.left, top - width / ratio, width, width / ratio)
        if not _meet(place, key, areas):
            break
        width -= _SMALLER
    return place, key


def _meet(place: Box, key: Box, areas: gpd.GeoDataFrame) -> bool:
    """Whether an area drawn into `place` would reach the legend."""
    left, bottom, right, _ = areas.total_bounds
    scale = (right - left) / place.width
    near = box(
        key.left - _AWAY,
        key.bottom - _AWAY,
        key.left + key.width + _AWAY,
        key.bottom + key.height + _AWAY,
    )
    moved = affinity.translate(near, -place.left, -place.bottom)
    reached = affinity.scale(moved, scale, scale, origin=(0, 0))
    return bool(areas.intersects(affinity.translate(reached, left, bottom)).any())
