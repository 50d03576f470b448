"""The 54 areas on paper: filled, hatched and marked as on the screen, each with its key."""

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from shapely.geometry import MultiPolygon, Polygon

from components.looks import theme
from components.printed import layers, marks
from components.printed.marks import Ground
from components.printed.paint import BORDER, Paint, filled

#: The id of an area in an SVG is this and its key.
AREA_ID = "area-"
#: Of the chosen district, and below it of the casing that parts it from dark neighbours: the
#: widths in points, large and small.
OUTLINES = {True: (3.6, 1.8), False: (2.4, 1.2)}
#: How much of the map's extent stays free around it.
AIR = 0.008


def aspect(areas: gpd.GeoDataFrame) -> float:
    """Width over height of what `geo.plane.flat` returns."""
    left, bottom, right, top = areas.total_bounds
    return (right - left) / (top - bottom)


def draw(
    axes: Axes, areas: gpd.GeoDataFrame, paint: Paint, size: float = 9, hatched: bool = True
) -> None:
    """Paint every area of `areas` (see `geo.plane.flat`), and write its mark in `size` points.

    Without `hatched` the map is too small for patterns, strips and strong outlines.
    """
    axes.set_gid(layers.AREAS)
    ground = fit(axes, areas.total_bounds)
    for area in areas.itertuples(index=False):
        _area(axes, area, paint, hatched)
    for area in areas[areas["ags"].eq(paint.chosen)].itertuples(index=False):
        widths = OUTLINES[hatched]
        for colour, width in zip((theme.PAPER, theme.CHOSEN), widths, strict=True):
            outline = {"fill": False, "edgecolor": colour, "linewidth": width, "zorder": 3}
            axes.add_artist(PathPatch(_path(area.geometry), **outline))
    marks.draw(ground, areas, paint, size, hatched)


def attributes(standings: pd.DataFrame) -> dict[str, dict[str, str]]:
    """What each area says of itself in an SVG, as on the page: see `components.map.svg`.

    `standings` has one row per district: ags, group, status, since (EDTF or empty).
    """
    names = ("ags", "group", "status", "since")
    rows = standings[list(names)].itertuples(index=False)
    return {
        f"{AREA_ID}{row.ags}": {
            f"data-{name}": value for name, value in zip(names, row, strict=True) if value
        }
        for row in rows
    }


def fit(axes: Axes, bounds: np.ndarray) -> Ground:
    """Let the axes show the bounds (left, bottom, right, top) as large as they fit, undistorted."""
    part, (width, height) = axes.get_position(), axes.figure.get_size_inches()
    wide, high = part.width * width, part.height * height
    left, bottom, right, top = bounds
    scale = min(wide / (right - left), high / (top - bottom)) * (1 - 2 * AIR)
    x, y = (left + right) / 2, (bottom + top) / 2
    corner = x - wide / scale / 2, y - high / scale / 2
    axes.set(xlim=(corner[0], x + wide / scale / 2), ylim=(corner[1], y + high / scale / 2))
    axes.set_axis_off()
    return Ground(axes, scale, corner, (wide, high))


def _area(axes: Axes, area: tuple, paint: Paint, hatched: bool) -> None:
    # `add_artist`: `add_patch` looks at every corner once more, for limits that are set already.
    path, line = _path(area.geometry), BORDER | {"joinstyle": "round"}
    shown = PathPatch(path, gid=f"{AREA_ID}{area.ags}")
    if filled(shown, paint.fill(area.ags), hatched):
        # Over the neighbours' patterns too, so that a border is as wide everywhere.
        axes.add_artist(PathPatch(path, fill=False, zorder=2, **line))
    else:
        shown.set(**line)
    axes.add_artist(shown)


def _path(shape: Polygon | MultiPolygon) -> Path:
    """All rings of a shape as one path; the rule of the winding leaves holes open."""
    parts = getattr(shape, "geoms", [shape])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*[Path(np.asarray(ring.coords), closed=True) for ring in rings])
