"""The end of every year side by side on one scale: one picture, drawn for a width.

Text is drawn as outlines, so the picture needs no font where it is shown, and the same
input gives the same bytes.
"""

import re
from datetime import date
from io import BytesIO
from typing import NamedTuple

import geopandas as gpd
import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from adoption.vocabulary import STATUSES
from components.figures import theme
from components.figures.map import more_possible
from components.wording import Wording

# The ids inside an SVG are random without it. Set once: a context around the drawing would
# be lost to another session that leaves its own at the same moment.
matplotlib.rcParams["svg.hashsalt"] = "kiz-atlas"

#: The years between the law and the last district, each shown at its end.
YEAR_ENDS = tuple(date(year, 12, 31) for year in range(2012, 2019))
#: Half a millimetre on the wide picture; the areas stay a coverage without gaps.
TOLERANCE_M = 700
#: A corner of an outline in an SVG, as matplotlib writes it: six digits after the point.
_CORNER = re.compile(rb"\b([ML]) (-?\d+\.\d+) (-?\d+\.\d+)")


class Layout(NamedTuple):
    """Columns of the grid, size in inches, size of the type in points."""

    columns: int
    width: float
    height: float
    type_size: float


WIDE = Layout(4, 14, 7.6, 13)
NARROW = Layout(2, 5, 10.8, 10.5)


def simplified(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas as they are drawn here: in metres, with fewer corners, and a point for the mark.

    Parameters
    ----------
    areas
        Columns ags, label_lon, label_lat, geometry, in any reference system.

    Returns ags, x, y (metres, the label point) and geometry in EPSG:25832.
    """
    flat = areas.to_crs("EPSG:25832")
    where = gpd.GeoSeries.from_xy(areas["label_lon"], areas["label_lat"], crs="EPSG:4326")
    marks = where.to_crs(flat.crs)
    drawn = flat[["ags", "geometry"]].assign(x=marks.x.to_numpy(), y=marks.y.to_numpy())
    return drawn.set_geometry(drawn.geometry.simplify_coverage(TOLERANCE_M))


def multiples(
    years: dict[date, pd.DataFrame],
    areas: gpd.GeoDataFrame,
    layout: Layout,
    attribution: str,
    words: Wording,
) -> bytes:
    """The maps of the given days in one SVG, with the count under each and one legend.

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
    cells = len(years) + 1
    rows = -(-cells // layout.columns)
    figure = Figure(figsize=(layout.width, layout.height), facecolor=theme.PAPER)
    grid = figure.subplots(rows, layout.columns).ravel()
    for axes in grid:
        axes.set_axis_off()
    for axes, (day, standings) in zip(grid, years.items(), strict=False):
        _map(axes, areas.merge(standings, on="ags"), layout)
        told = count_line(day, standings, words)
        axes.set_title(told, y=-0.1, size=layout.type_size, color=theme.INK)
    _legend(grid[len(years)], pd.concat(years.values()), layout, words)
    small = layout.type_size * 0.8
    figure.text(0.01, 0.008, attribution, size=small, color=theme.INK)
    figure.subplots_adjust(left=0.01, right=0.99, top=0.995, bottom=0.075, wspace=0.03, hspace=0.16)
    file = BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    return _CORNER.sub(_rounded, file.getvalue())


def count_line(day: date, standings: pd.DataFrame, words: Wording) -> str:
    """What stands under a map: 2013: 40 von 54, 8 offen."""
    groups = standings["group"].value_counts()
    told = {"year": day.year, "n": groups.get("with", 0), "of": len(standings)}
    unsure = groups.get("open", 0)
    return words("multiples.open" if unsure else "multiples.count", open=unsure, **told)


def _rounded(corner: re.Match[bytes]) -> bytes:
    """A corner to a tenth of a point: the file is half as long and looks the same."""
    command, x, y = corner.groups()
    return command + b" %.1f %.1f" % (float(x), float(y))


def _map(axes: Axes, areas: gpd.GeoDataFrame, layout: Layout) -> None:
    unsure = more_possible(areas)
    certain = areas["status"].map(theme.STATUS_COLOURS)
    fills = certain.where(~unsure, certain.map(theme.lighter))
    areas.plot(ax=axes, color=fills.tolist(), edgecolor=theme.BORDER, linewidth=0.4)
    refused = areas["status"].eq("rejected")
    marks = refused.map({True: theme.REFUSED_MARK, False: ""}).str.cat(
        unsure.map({True: theme.POSSIBLE_MARK, False: ""})
    )
    for x, y, mark, fill in zip(areas["x"], areas["y"], marks, fills, strict=True):
        if mark:
            size = layout.type_size * 0.6
            at = {"ha": "center", "va": "center", "color": theme.ink_on(fill)}
            axes.text(x, y, mark, size=size, weight="bold", **at)


def _legend(axes: Axes, standings: pd.DataFrame, layout: Layout, words: Wording) -> None:
    """Every status that occurs, with its mark; last what a lighter fill means."""
    shown = [status for status in STATUSES if standings["status"].eq(status).any()]
    rows = [(theme.STATUS_COLOURS[status], "", words(f"status.{status}")) for status in shown]
    if "rejected" in shown:
        place = shown.index("rejected")
        rows[place] = (rows[place][0], theme.REFUSED_MARK, rows[place][2])
    pale = theme.lighter(theme.STATUS_COLOURS["approved"])
    rows.append((pale, theme.POSSIBLE_MARK, words("multiples.possible")))
    axes.set(xlim=(0, 1), ylim=(0, 1))
    for place, (fill, mark, label) in enumerate(rows):
        y = 0.84 - place * 0.11
        axes.add_patch(Rectangle((0.06, y - 0.03), 0.09, 0.07, fc=fill, ec="#8a949b", lw=0.6))
        ink = {"va": "center", "size": layout.type_size}
        axes.text(0.105, y + 0.005, mark, ha="center", color=theme.ink_on(fill), **ink)
        axes.text(0.19, y + 0.005, label, color=theme.INK, **ink)
