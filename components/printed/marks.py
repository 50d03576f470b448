"""The marks and names on a printed map, at their points or as near to them as there is room."""

from typing import NamedTuple

import geopandas as gpd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.looks import theme
from components.printed import labels
from components.printed.fonts import BOLD
from components.printed.labels import Label
from components.printed.paint import LEAST, STRIP, Paint


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


def draw(ground: Ground, areas: gpd.GeoDataFrame, paint: Paint, size: float) -> None:
    """Write each mark in `size` points in the ink of its area; names on strips of paper."""
    names, signs, points = [], [], {}
    for area in areas.itertuples(index=False):
        if lines := _lines(paint.looks[area.ags].lines):
            points[area.ags] = point = ground.inches(area.x, area.y)
            (names if is_name(lines) else signs).append(labels.label(area.ags, lines, point, size))
    moved, _ = labels.placed(names, signs, *ground.size)
    large = size >= LEAST
    for mark in (*signs, *moved):
        fill = paint.fill(mark.ags)
        ink = fill.ink if large else theme.ink_on(fill.colour)
        _line(ground, mark, points[mark.ags])
        if (large and fill.pattern) or mark in moved:
            _strip(ground, mark)
            ink = theme.INK
        _text(ground, mark, size, ink)


def is_name(lines: tuple[str, ...]) -> bool:
    """Whether a mark says more than a sign."""
    return max(map(len, lines)) > len(theme.REFUSED_MARK + theme.POSSIBLE_MARK)


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines as they are set; a sign and a name stand on one."""
    if len(lines) == 2 and not is_name(lines[:1]):
        return (" ".join(lines),)
    return lines


def _line(ground: Ground, mark: Label, point: tuple[float, float]) -> None:
    """From a name that was moved to its area."""
    if end := labels.end_of_line(mark, *point):
        x, y = zip(ground.metres(*point), ground.metres(*end), strict=True)
        ground.axes.plot(x, y, color=theme.INK, linewidth=0.8, zorder=4)


def _strip(ground: Ground, mark: Label) -> None:
    """Of paper, behind a mark."""
    corner = ground.metres(mark.x - mark.width / 2, mark.y - mark.height / 2)
    wide, high = mark.width / ground.scale, mark.height / ground.scale
    ground.axes.add_artist(Rectangle(corner, wide, high, zorder=5, **STRIP))


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
    )
