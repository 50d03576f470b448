"""The 54 areas on paper: filled, hatched and marked as on the screen, each with its key."""

import geopandas as gpd
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from shapely.geometry import MultiPolygon, Polygon

from components.figures import theme
from components.figures.map import Look

#: ETRS89 / UTM zone 32N, the state's own map projection.
METRIC = "EPSG:25832"
#: The id of an area in an SVG is this and its key.
AREA_ID = "area-"
BORDER_WIDTH = 0.5
#: Second coding beside the mark, for grey print: by the mark that an area carries.
HATCHES = {theme.REFUSED_MARK: "////", theme.POSSIBLE_MARK: "...."}
HATCH_COLOURS = {theme.REFUSED_MARK: "#8a3405", theme.POSSIBLE_MARK: "#5f7486"}


def flat(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas in metres, with the point of the mark: columns ags, x, y, geometry."""
    plane = areas.to_crs(METRIC)
    where = gpd.GeoSeries.from_xy(areas["label_lon"], areas["label_lat"], crs="EPSG:4326")
    marks = where.to_crs(METRIC)
    return plane[["ags", "geometry"]].assign(x=marks.x.to_numpy(), y=marks.y.to_numpy())


def draw(
    axes: Axes,
    areas: gpd.GeoDataFrame,
    looks: dict[str, Look],
    fills: list[str],
    size: float = 9,
    chosen: str = "",
) -> None:
    """Draw every area of `areas` (see `flat`) as it looks, and its mark.

    Parameters
    ----------
    looks
        By AGS, as `components.figures.map` makes them; their fill is a place in `fills`.
    size
        Of the marks in points; 0 leaves them out.
    chosen
        AGS of the district with a strong outline, or empty.
    """
    axes.set_axis_off()
    axes.set_aspect("equal")
    for area in areas.itertuples(index=False):
        look = looks[area.ags]
        _area(axes, area, fills[look.fill], look.mark)
        if size and look.mark:
            _mark(axes, area, look, size)
    for area in areas[areas["ags"].eq(chosen)].itertuples(index=False):
        outline = {"fill": False, "edgecolor": theme.CHOSEN, "linewidth": 1.8, "zorder": 3}
        axes.add_patch(PathPatch(_path(area.geometry), **outline))
    axes.autoscale_view()
    axes.margins(0.01)


def _area(axes: Axes, area: tuple, fill: str, mark: str) -> None:
    path = _path(area.geometry)
    axes.add_patch(
        PathPatch(
            path,
            facecolor=fill,
            edgecolor=theme.BORDER,
            linewidth=BORDER_WIDTH,
            gid=f"{AREA_ID}{area.ags}",
        )
    )
    for sign, hatch in HATCHES.items():
        if sign in mark:
            lines = {"hatch": hatch, "edgecolor": HATCH_COLOURS[sign], "linewidth": 0}
            axes.add_patch(PathPatch(path, fill=False, zorder=2, **lines))


def _mark(axes: Axes, area: tuple, look: Look, size: float) -> None:
    """The mark on its own in the area's ink; with a name on a strip of paper."""
    lines = look.mark.split("<br>")
    sign = lines[0] if len(lines) > 1 else look.mark
    named = len(look.mark) > len(theme.REFUSED_MARK + theme.POSSIBLE_MARK)
    strip = {"facecolor": theme.PAPER, "alpha": 0.88, "linewidth": 0, "boxstyle": "square,pad=0.15"}
    axes.text(
        area.x,
        area.y,
        "\n".join(filter(None, lines)) if named else sign,
        ha="center",
        va="center",
        linespacing=0.95,
        size=size,
        weight="semibold",
        color=theme.INK if named else look.ink,
        bbox=strip if named or sign == theme.POSSIBLE_MARK or sign == theme.REFUSED_MARK else None,
        parse_math=False,
        zorder=4,
    )


def _path(shape: Polygon | MultiPolygon) -> Path:
    """All rings of a shape as one path; the rule of the winding leaves holes open."""
    parts = getattr(shape, "geoms", [shape])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*[Path(np.asarray(ring.coords), closed=True) for ring in rings])
