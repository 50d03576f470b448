"""The 54 areas on paper: filled, hatched and marked as on the screen, each with its key."""

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path
from shapely.geometry import MultiPolygon, Polygon

from components.looks import theme
from components.looks.look import Look
from components.looks.theme import PATTERN_INKS, Fill
from components.printed import fonts, labels
from components.printed.labels import Label

#: The id of an area in an SVG is this and its key.
AREA_ID = "area-"
BORDER_WIDTH = 0.6
#: Marks smaller than this, in points, stand on areas too small for patterns and strips.
LEAST = 7
#: By pattern: what it is on paper, as on the screen, and the width of its lines in points.
HATCHES = {"undetermined": ("////", 1.5), "refused": ("\\\\\\", 0.7), "possible": ("..", 0.7)}
#: Where areas are too small: stripes on paper are the fill itself, and stay.
SMALL_HATCHES = {"undetermined": ("//////", 1)}
#: Of the chosen district, and below it of the casing that parts it from dark neighbours: the
#: widths in points, large and small.
OUTLINES = {True: (3.6, 1.8), False: (2.4, 1.2)}
#: How much of the map's extent stays free around it.
AIR = 0.008
#: Behind a mark on a pattern and behind a name.
STRIP = {"facecolor": theme.PAPER, "alpha": 0.9, "linewidth": 0}


def aspect(areas: gpd.GeoDataFrame) -> float:
    """Width over height of what `geo.plane.flat` returns."""
    left, bottom, right, top = areas.total_bounds
    return (right - left) / (top - bottom)


def draw(
    axes: Axes,
    areas: gpd.GeoDataFrame,
    looks: dict[str, Look],
    fills: list[Fill],
    size: float = 9,
    chosen: str = "",
) -> None:
    """Draw every area of `areas` (see `geo.plane.flat`) as it looks, and its mark.

    Parameters
    ----------
    looks
        By AGS, as `components.looks` makes them; their fill is a place in `fills`.
    size
        Of the marks in points; 0 leaves them out, less than LEAST the patterns too.
    chosen
        AGS of the district with a strong outline, or empty.
    """
    scale = fit(axes, areas.total_bounds)
    for area in areas.itertuples(index=False):
        _area(axes, area, fills[looks[area.ags].fill], size >= LEAST)
    for area in areas[areas["ags"].eq(chosen)].itertuples(index=False):
        widths = OUTLINES[size >= LEAST]
        for colour, width in zip((theme.PAPER, theme.CHOSEN), widths, strict=True):
            outline = {"fill": False, "edgecolor": colour, "linewidth": width, "zorder": 3}
            axes.add_artist(PathPatch(_path(area.geometry), **outline))
    if size:
        _marks(axes, areas, looks, fills, size, scale)


def known(standings: pd.DataFrame) -> dict[str, dict[str, str]]:
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


def filled(patch: Patch, fill: Fill, hatched: bool) -> bool:
    """Fill a patch with the colour and the pattern of a fill; returns whether it has a pattern.

    Without `hatched` it is as on areas too small for patterns. A patch with a pattern has no
    edge of its own: matplotlib draws both in one colour.
    """
    patch.set(facecolor=fill.colour, linewidth=0)
    patterns = HATCHES if hatched else SMALL_HATCHES
    if fill.pattern not in patterns:
        return False
    kind, width = patterns[fill.pattern]
    patch.set(hatch=kind, edgecolor=PATTERN_INKS[fill.pattern](fill.colour))
    patch.set_hatch_linewidth(width)
    return True


def _inches(axes: Axes) -> tuple[float, float]:
    part, (width, height) = axes.get_position(), axes.figure.get_size_inches()
    return part.width * width, part.height * height


def _area(axes: Axes, area: tuple, fill: Fill, hatched: bool) -> None:
    # `add_artist`: `add_patch` looks at every corner once more, for limits that are set already.
    path = _path(area.geometry)
    line = {"edgecolor": theme.BORDER, "linewidth": BORDER_WIDTH, "joinstyle": "round"}
    shown = PathPatch(path, gid=f"{AREA_ID}{area.ags}")
    if filled(shown, fill, hatched):
        # Over the neighbours' patterns too, so that a border is as wide everywhere.
        axes.add_artist(PathPatch(path, fill=False, zorder=2, **line))
    else:
        shown.set(**line)
    axes.add_artist(shown)


def _marks(
    axes: Axes,
    areas: gpd.GeoDataFrame,
    looks: dict[str, Look],
    fills: list[Fill],
    size: float,
    scale: float,
) -> None:
    """The marks at their points, in the ink of the area; names on strips of paper."""
    left, bottom = axes.get_xlim()[0], axes.get_ylim()[0]
    names, signs, points = [], [], {}
    for area in areas.itertuples(index=False):
        if lines := _lines(looks[area.ags].lines):
            points[area.ags] = (area.x - left) * scale, (area.y - bottom) * scale
            one = labels.label(area.ags, lines, *points[area.ags], size)
            (names if is_name(lines) else signs).append(one)
    for one in (*signs, *(moved := labels.placed(names, signs, *_inches(axes))[0])):
        fill = fills[looks[one.ags].fill]
        stripped = (size >= LEAST and fill.pattern != "") or one in moved
        ink = fill.ink if size >= LEAST else theme.ink_on(fill.colour)
        _label(axes, one, ink, stripped, size, (scale, left, bottom), points[one.ags])


def is_name(lines: tuple[str, ...]) -> bool:
    """Whether a mark says more than a sign."""
    return max(map(len, lines)) > len(theme.REFUSED_MARK + theme.POSSIBLE_MARK)


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines as they are set; a sign and a name stand on one."""
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
        strip = Rectangle(corner, one.width / scale, one.height / scale, zorder=5, **STRIP)
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
