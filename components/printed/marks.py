"""The marks and names on a printed map, at their points or as near to them as there is room."""

from functools import cached_property
from math import inf
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from shapely.geometry import box

from components.looks import theme
from components.looks.look import MOST_NAMED, MOST_SIGNS
from components.printed import labels, layers
from components.printed.fonts import BOLD
from components.printed.labels import Label
from components.printed.paint import STRIP, Paint

#: The part of an area that names may cover, and that a sign may take: on a strip, and without.
HIDDEN, FILLED = 0.25, {True: 0.3, False: 0.9}
#: How far a name may stand from its area where there are many, in heights of the map.
REACH = 0.045
#: Of a line from a name to its area: its width, and that of the paper around it, in points.
_LINES = ((theme.PAPER, 2.2), (theme.INK, 0.8))
#: Inches between the map and the column of names beside it.
_BESIDE = 0.08


class Ground(NamedTuple):
    """Axes over a map: how many inches a metre is, where the map begins, how many inches it is."""

    axes: Axes
    scale: float
    corner: tuple[float, float]
    size: tuple[float, float]

    def inches(self, x: float, y: float) -> tuple[float, float]:
        """How far a point of the map is from the lower left corner."""
        left, bottom = self.corner
        return (x - left) * self.scale, (y - bottom) * self.scale

    def metres(self, x: float, y: float) -> tuple[float, float]:
        """The point of the map that is so many inches from that corner."""
        left, bottom = self.corner
        return x / self.scale + left, y / self.scale + bottom


class Land:
    """The areas as what labels hide, on a ground; what they may hide is a part of each."""

    def __init__(self, ground: Ground, areas: gpd.GeoDataFrame) -> None:
        self.ground, self.ags = ground, list(areas["ags"])
        self._shapes = areas.geometry.to_numpy()
        self._points = areas[["x", "y"]].to_numpy()

        self._sizes = shapely.area(self._shapes)
        self._hidden = np.zeros(len(areas))

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._shapes)

    def hides(self, label: Label) -> bool:
        """Whether it covers the point of another area, or with others too much of any."""
        left, bottom, right, top = self._bounds(label)
        x, y = self._points.T
        covered = (left < x) & (x < right) & (bottom < y) & (y < top)
        if any(self.ags[at] != label.ags for at in np.flatnonzero(covered)):
            return True
        near, parts = self._covered(label)
        return bool((self._hidden[near] + parts > HIDDEN * self._sizes[near]).any())

    def hide(self, label: Label) -> None:
        """Remember that a label stands there."""
        near, parts = self._covered(label)
        self._hidden[near] += parts

    def filled(self, label: Label) -> float:
        """The part of its area that a label would take."""
        size = self._sizes[self.ags.index(label.ags)] * self.ground.scale**2
        return label.width * label.height / size

    def _bounds(self, label: Label) -> tuple[float, float, float, float]:
        wide, high = label.width / 2, label.height / 2
        corner = self.ground.metres(label.x - wide, label.y - high)
        return *corner, *self.ground.metres(label.x + wide, label.y + high)

    def _covered(self, label: Label) -> tuple[np.ndarray, np.ndarray]:
        """The areas near a label, by place, and how much of each it covers."""
        plate = box(*self._bounds(label))
        near = self._tree.query(plate)
        return near, shapely.area(shapely.intersection(self._shapes[near], plate))


def draw(ground: Ground, areas: gpd.GeoDataFrame, paint: Paint, size: float, hatched: bool) -> None:
    """Write each mark in `size` points in the ink of its area; names on strips of paper.

    What has no room is left out: a sign says the same as the colour or the pattern, a name
    stands beside the map too. Of many names those stand in a column to the left of the map.
    """
    land, names, signs, points = Land(ground, areas), [], [], {}
    for area in areas.itertuples(index=False):
        if lines := _lines(paint.looks[area.ags].lines):
            points[area.ags] = point = ground.inches(area.x, area.y)
            (names if is_name(lines) else signs).append(labels.label(area.ags, lines, point, size))
    signs = [sign for sign in signs if land.filled(sign) <= FILLED[hatched]]
    for sign in signs:
        land.hide(sign)
    many = len(names) > MOST_NAMED
    reach = REACH * ground.size[1] if many else inf
    moved, beside = labels.placed(names, signs, ground.size, land, reach)
    if many:
        moved += labels.column(beside, -_BESIDE, ground.size[1])
    for mark in (*signs, *moved):
        fill = paint.fill(mark.ags)
        ink = fill.ink if hatched else theme.ink_on(fill.colour)
        _line(ground, mark, points[mark.ags])
        if (hatched and fill.pattern) or mark in moved:
            _strip(ground, mark)
            ink = theme.INK
        _text(ground, mark, size, ink)


def is_name(lines: tuple[str, ...]) -> bool:
    """Whether a mark says more than a sign."""
    return max(map(len, lines)) > MOST_SIGNS


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines as they are set; a sign and a name stand on one."""
    if len(lines) == 2 and not is_name(lines[:1]):
        return (" ".join(lines),)
    return lines


def _line(ground: Ground, mark: Label, point: tuple[float, float]) -> None:
    """From a name that was moved to its area, where it ends in a dot."""
    if end := labels.end_of_line(mark, *point):
        x, y = zip(ground.metres(*point), ground.metres(*end), strict=True)
        look = {"zorder": 4, "clip_on": False, "solid_capstyle": "butt", "gid": layers.LABELS}
        for colour, width in _LINES:
            dot = {"marker": "o", "markevery": [0], "markersize": width + 1.4}
            ground.axes.plot(x, y, color=colour, linewidth=width, markeredgewidth=0, **dot, **look)


def _strip(ground: Ground, mark: Label) -> None:
    """Of paper, behind a mark."""
    corner = ground.metres(mark.x - mark.width / 2, mark.y - mark.height / 2)
    wide, high = mark.width / ground.scale, mark.height / ground.scale
    place = {"zorder": 5, "clip_on": False, "gid": layers.LABELS}
    strip = Rectangle(corner, wide, high, **place, **STRIP)
    ground.axes.add_artist(strip)


def _text(ground: Ground, mark: Label, size: float, ink: str) -> None:
    ground.axes.text(
        *ground.metres(mark.x, mark.y),
        "\n".join(mark.lines),
        ha="center",
        va="center",
        linespacing=labels.LINE / 1.2,
        size=size,
        weight=BOLD,
        color=ink,
        parse_math=False,
        zorder=6,
        gid=layers.LABELS,
    )
