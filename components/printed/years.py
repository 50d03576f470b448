"""The end of every year side by side: which days, what each is called, the page's own picture.

The picture for the page has no title block: the page says what it is. Its text is text, in
a font that it holds itself, and the same input gives the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from components.base.wording import Wording
from components.printed import multiples as printed
from components.printed.sheet import LEADING, MARGIN, QUIET, Box, as_svg, blank, saved
from components.words.years import captioned

#: In points.
LINE_SIZE = 10


class Layout(NamedTuple):
    """Columns and rows of the grid, size in inches."""

    columns: int
    rows: int
    width: float
    height: float


WIDE = Layout(4, 2, 12, 6.4)
NARROW = Layout(2, 4, 4.8, 10.4)


def multiples(
    years: Mapping[date, pd.DataFrame],
    areas: gpd.GeoDataFrame,
    layout: Layout,
    attribution: str,
    words: Wording,
) -> bytes:
    """The maps of the given days in one SVG, with the count below each and one legend.

    Parameters
    ----------
    years
        By day, in the order of the picture: one row per district with ags, status,
        possible_status, group.
    areas
        What `simplified` returns.
    attribution
        The line that must stand on the picture.
    """
    drawn = blank((layout.width, layout.height))
    edge = MARGIN / 4
    bottom = edge + LINE_SIZE * LEADING / 72
    drawn.write(attribution, edge, bottom, size=LINE_SIZE, colour=QUIET)
    body = Box(edge, bottom, layout.width - 2 * edge, layout.height - bottom - edge)
    printed.fill(drawn, body, captioned(years, words), areas, (layout.columns, layout.rows), words)
    return as_svg(saved(drawn, "svg", {"Date": None, "Creator": None}).decode())
