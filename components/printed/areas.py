"""The 54 areas on paper: filled, hatched and marked as on the screen, each with its key."""

import geopandas as gpd
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from shapely.geometry import MultiPolygon, Polygon

from components.figures import theme
from components.figures.map import Look
from components.printed import fonts, labels
from components.printed.labels import Label

#: ETRS89 / UTM zone 32N, the state's own map projection.
METRIC = "EPSG:25832"
#: The id of an area in an SVG is this and its key.
AREA_ID = "area-"
BORDER_WIDTH = 0.5
#: Second coding beside the mark, for grey print: by the mark that an area carries, the pattern
#: and how much of the ink is in its colour.
HATCHES = {theme.REFUSED_MARK: ("///", 0.45), theme.POSSIBLE_MARK: ("..", 0.3)}
#: Marks smaller than this, in points, stand on areas too small for patterns and strips.
LEAST = 7
#: How much of the map's extent stays free around it.
AIR = 0.008
_STRIP = {"facecolor": theme.PAPER, "alpha": 0.9, "linewidth": 0}


def flat(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas in metres, with the point of the mark: columns ags, x, y, geometry."""
    plane = areas.to_crs(METRIC)
    where = gpd.GeoSeries.from_xy(areas["label_lon"], areas["label_lat"], crs="EPSG:4326")
    marks = where.to_crs(METRIC)
    return plane[["ags", "geometry"]].assign(x=marks.x.to_numpy(), y=marks.y.to_numpy())


def aspect(areas: gpd.GeoDataFrame) -> float:
    """Width over height of what `flat` returns."""
    left, bottom, right, top = areas.total_bounds
    return (right - left) / (top - bottom)


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
        Of the marks in points; 0 leaves them out, less than LEAST the patterns too.
    chosen
        AGS of the district with a strong outline, or empty.
    """
    scale = fit(axes, areas.total_bounds)
    for area in areas.itertuples(index=False):
        look = looks[area.ags]
        _area(axes, area, fills[look.fill], look.mark if size >= LEAST else "")
    for area in areas[areas["ags"].eq(chosen)].itertuples(index=False):
        outline = {"fill": False, "edgecolor": theme.CHOSEN, "linewidth": 1.8, "zorder": 3}
        axes.add_artist(PathPatch(_path(area.geometry), **outline))
    if size:
        _marks(axes, areas, looks, size, scale)


def fit(axes: Axes, bounds: np.ndarray) -> float:
    """Let the axes show the bounds (left, bottom, right, top) as large as they fit, undistorted.

    Returns inches per unit of the bounds.
    """
    wide, high = _inches(axes)
    left, bottom, right, top = bounds
    scale = min(wide / (right - left), high / (top - bottom)) * (1 - 2 * AIR)
    x, y = (left + right) / 2, (bottom + top) / 2
    axes.set(xlim=(x - wide / scale / 2, x + wide / scale / 2))
    axes.set(ylim=(y - high / scale / 2, y + high / scale / 2))
    axes.set_axis_off()
    return scale


def hatch(mark: str, fill: str) -> dict[str, object]:
    """The pattern of an area or a swatch with this mark on this fill; empty without one."""
    for sign, (pattern, ink) in HATCHES.items():
        if sign in mark:
            mixed = np.array(to_rgb(fill)) * (1 - ink) + np.array(to_rgb(theme.INK)) * ink
            return {"hatch": pattern, "edgecolor": to_hex(mixed), "linewidth": 0, "fill": False}
    return {}


def _inches(axes: Axes) -> tuple[float, float]:
    part, (width, height) = axes.get_position(), axes.figure.get_size_inches()
    return part.width * width, part.height * height


def _area(axes: Axes, area: tuple, fill: str, mark: str) -> None:
    # `add_artist`: `add_patch` looks at every corner once more, for limits that are set already.
    path, line = _path(area.geometry), {"edgecolor": theme.BORDER, "linewidth": BORDER_WIDTH}
    gid = f"{AREA_ID}{area.ags}"
    axes.add_artist(PathPatch(path, facecolor=fill, gid=gid, joinstyle="round", **line))
    if pattern := hatch(mark, fill):
        axes.add_artist(PathPatch(path, zorder=2, **pattern))


def _marks(
    axes: Axes, areas: gpd.GeoDataFrame, looks: dict[str, Look], size: float, scale: float
) -> None:
    """The marks at their points, in the ink of the area; names on strips of paper."""
    left, bottom = axes.get_xlim()[0], axes.get_ylim()[0]
    names, signs, points = [], [], {}
    for area in areas.itertuples(index=False):
        if lines := _lines(looks[area.ags].mark):
            points[area.ags] = (area.x - left) * scale, (area.y - bottom) * scale
            one = labels.label(area.ags, lines, *points[area.ags], size)
            (names if is_name(lines) else signs).append(one)
    for one in (*signs, *(moved := labels.placed(names, signs, *_inches(axes))[0])):
        ink = looks[one.ags].ink
        hatched = size >= LEAST and any(sign in one.lines[0] for sign in HATCHES)
        stripped = hatched or one in moved
        _label(axes, one, ink, stripped, size, (scale, left, bottom), points[one.ags])


def is_name(lines: tuple[str, ...]) -> bool:
    """Whether a mark says more than a sign."""
    return max(map(len, lines)) > len(theme.REFUSED_MARK + theme.POSSIBLE_MARK)


def _lines(mark: str) -> tuple[str, ...]:
    """The lines of a mark; a sign and a name stand on one."""
    lines = tuple(filter(None, mark.split("<br>")))
    if len(lines) == 2 and not is_name(lines[:1]):
        return (" ".join(lines),)
    return lines


def _label(
    axes: Axes,
    one: Label,
    ink: str,
    stripped: bool,
    size: float,
    place: tuple[float, float, float],
    point: tuple[float, float],
) -> None:
    """Text, strip and, where it was moved, a line to its area; `place` turns inches to metres."""
    scale, left, bottom = place

    def metres(x: float, y: float) -> tuple[float, float]:
        return x / scale + left, y / scale + bottom

    if end := labels.end_of_line(one, *point):
        x, y = zip(metres(*point), metres(*end), strict=True)
        axes.plot(x, y, color=theme.INK, linewidth=0.8, zorder=4)
    if stripped:
        corner = metres(one.x - one.width / 2, one.y - one.height / 2)
        strip = Rectangle(corner, one.width / scale, one.height / scale, zorder=5, **_STRIP)
        axes.add_artist(strip)
    axes.text(
        *metres(one.x, one.y),
        "\n".join(one.lines),
        ha="center",
        va="center",
        linespacing=labels.LINE / 1.2,
        size=size,
        weight=fonts.BOLD,
        color=theme.INK if stripped else ink,
        parse_math=False,
        zorder=6,
    )


def _path(shape: Polygon | MultiPolygon) -> Path:
    """All rings of a shape as one path; the rule of the winding leaves holes open."""
    parts = getattr(shape, "geoms", [shape])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*[Path(np.asarray(ring.coords), closed=True) for ring in rings])
