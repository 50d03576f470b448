"""The map of a day as a finished picture: title, areas, legend, source."""

import geopandas as gpd
import pandas as pd

from components.figures import legend, since, theme
from components.figures.legend import Row
from components.figures.map import Look, look, named
from components.headline import Headline
from components.printed import areas as printed_areas
from components.printed import legend as printed_legend
from components.printed.sheet import Box, Sheet, sheet
from components.stamp import Stamp
from components.wording import Wording

#: Width over height of the state in its own projection.
ASPECT = 1.02
LEGEND_WIDTH = 2.5


def status_picture(
    standings: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    line: Headline,
    shape: str,
    stamp: Stamp,
    words: Wording,
    titled: bool = True,
) -> Sheet:
    """The status of the 54 on a day.

    Parameters
    ----------
    standings
        One row per district: ags, short_name, status, possible_status, since, group.
    areas
        What `components.printed.areas.flat` returns.
    line
        The headline of the day.
    """
    rows = standings.assign(named=named(standings["group"])).itertuples()
    looks = {
        row.ags: look(row.status, row.possible_status, row.named, words).of(row.short_name)
        for row in rows
    }
    day = stamp.choice.day
    title, lines = legend.status_title(day, words), legend.status_rows(standings, words)
    drawn = sheet(shape, line.sentence, stamp, words, " ".join(line.detail), titled)
    return _composed(drawn, areas, looks, theme.fills(), title, lines, stamp.choice.ags)


def since_picture(
    dated: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    line: Headline,
    shape: str,
    stamp: Stamp,
    words: Wording,
    titled: bool = True,
) -> Sheet:
    """Since when each district has its KIZ; `dated` as `since.periods` gives it, with names."""
    looks = since.looks(dated, words)
    choice = stamp.choice
    title = legend.since_title(choice.day, choice.definition, words)
    rows = legend.since_rows(dated, words)
    drawn = sheet(shape, line.sentence, stamp, words, " ".join(line.detail), titled)
    return _composed(drawn, areas, looks, since.fills(), title, rows, choice.ags)


def _composed(
    drawn: Sheet,
    areas: gpd.GeoDataFrame,
    looks: dict[str, Look],
    fills: list[str],
    title: str,
    rows: list[Row],
    chosen: str,
) -> Sheet:
    """The map with its legend beside it, or below where the sheet is higher than wide."""
    body = drawn.body
    if body.height > body.width * 1.05:
        high = printed_legend.height(title, rows, body.width)
        key = Box(body.left, body.bottom, body.width, high)
        place = Box(body.left, body.bottom + high + 0.15, body.width, body.height - high - 0.15)
    else:
        wide = min(body.width - LEGEND_WIDTH - 0.3, body.height * ASPECT)
        left = body.left + max(0, (body.width - LEGEND_WIDTH - 0.3 - wide) / 2)
        place = Box(left, body.bottom, wide, body.height)
        right = max(left + wide + 0.3, body.left + body.width - LEGEND_WIDTH)
        key = Box(right, body.bottom, body.left + body.width - right, body.height)
    printed_areas.draw(drawn.axes(place), areas, looks, fills, 8.5, chosen)
    printed_legend.draw(drawn, key, title, rows)
    return drawn
