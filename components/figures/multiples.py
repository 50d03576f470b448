"""The end of every year side by side: which days, what each is called, the page's own picture.

The picture for the page has no title block: the page says what it is. Its text is text, in
a font that it holds itself, and the same input gives the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from components.map import svg
from components.printed import multiples as printed
from components.printed.sheet import LEADING, MARGIN, QUIET, Box, as_svg, blank, saved
from components.wording import Wording

#: The years between the law and the last district, each shown at its end.
YEAR_ENDS = tuple(date(year, 12, 31) for year in range(2012, 2019))
#: Half a millimetre on the wide picture; the areas stay a coverage without gaps.
TOLERANCE_M = 700
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


def simplified(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas as they are drawn here: in metres, with fewer corners, and a point for the mark.

    Parameters
    ----------
    areas
        Columns ags, label_lon, label_lat, geometry, in any reference system.

    Returns ags, x, y (metres, the label point) and geometry in EPSG:25832.
    """
    drawn = svg.flat(areas)
    return drawn.set_geometry(drawn.geometry.simplify_coverage(TOLERANCE_M))


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


def captioned(years: Mapping[date, pd.DataFrame], words: Wording) -> dict[str, pd.DataFrame]:
    """The years by the line that stands below each."""
    return {count_line(day, standings, words): standings for day, standings in years.items()}


def count_line(day: date, standings: pd.DataFrame, words: Wording) -> str:
    """What stands below a map: 2013: 40 von 54, 8 ungeklärt."""
    groups = standings["group"].value_counts()
    told = {"year": day.year, "n": groups.get("with", 0), "of": len(standings)}
    told["undetermined"] = groups.get("undetermined", 0)
    return words("multiples.undetermined" if told["undetermined"] else "multiples.count", **told)
