"""The areas as SVG: a pure function from what is known of each to the markup of the map.

It needs no library and no script: it is there at once, prints, and recolours by attributes.
Whoever reads the page reads the map from `data-ags`, `data-group`, `data-status`, `data-since`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import geopandas as gpd
import htpy as h
import numpy as np
from shapely.geometry import MultiPolygon, Polygon

from components.base.memory import VIEWS, kept
from components.looks.fills import fill_colour
from components.looks.theme import PATTERN_INKS, Fill

#: One unit of the picture in metres: less than a pixel on any screen.
UNIT_M = 100
#: Air around the areas, in units.
AIR = 12
#: The cities between Duisburg and Dortmund, where areas are small: what "Ruhrgebiet" enlarges.
RUHR = ("05112", "05113", "05117", "05119", "05512", "05513", "05911", "05913", "05914", "05916")
#: By pattern: side of its tile in units, and what is drawn into it.
_TILES = {
    "undetermined": (40, "M-10 10L10 -10M0 40L40 0M30 50L50 30", 15),
    "possible": (28, "M7 7h0M21 21h0", 9),
    "refused": (24, "M-6 18L6 30M0 0L24 24M18 -6L30 6", 3.5),
}


class Area(NamedTuple):
    """What the map says of one district.

    `fill` as an attribute of SVG; `spoken` is its label for those who do not see the map,
    `lines` stand on it, `href` is where it leads (nowhere: it is a button of the script).
    """

    ags: str
    fill: str
    group: str
    status: str
    since: str
    spoken: str
    lines: Sequence[str] = ()
    href: str = ""


class Shape(NamedTuple):
    """The path of an area in units, and the point of its mark."""

    path: str
    x: int
    y: int


@dataclass(frozen=True, eq=False)
class Shapes:
    """Areas in metres, as `flat` gives them, in the units of one picture of all of them."""

    areas: gpd.GeoDataFrame

    @cached_property
    def by_ags(self) -> dict[str, Shape]:
        """Path and point of each area."""
        west, _, _, north = self.areas.total_bounds
        shapes = {}
        for area in self.areas.itertuples(index=False):
            ((x, y),) = _unit(np.array([[area.x, area.y]]), west, north)
            shapes[area.ags] = Shape(_path(area.geometry, west, north), int(x), int(y))
        return shapes

    @kept(VIEWS)
    def view(self, keys: tuple[str, ...] = ()) -> str:
        """The view box of these areas and a little air; without any, of all."""
        west, _, _, north = self.areas.total_bounds
        chosen = self.areas[self.areas["ags"].isin(keys)]
        bounds = np.reshape((chosen if len(chosen) else self.areas).total_bounds, (2, 2))
        (left, bottom), (right, top) = _unit(bounds, west, north)
        parts = left - AIR, top - AIR, right - left + 2 * AIR, bottom - top + 2 * AIR
        return " ".join(map(str, parts))

    def of(self, keys: Iterable[str]) -> "Shapes":
        """These areas alone, in units of their own."""
        return Shapes(self.areas[self.areas["ags"].isin(list(keys))])


def paint(name: str, code: int, fill: Fill) -> str:
    """The attribute `fill` of an area: the colour or the pattern of this code of a colouring."""
    return f"url(#{_pattern_id(name, code)})" if fill.pattern else fill_colour(name, code)


def patterns(colourings: Mapping[str, Sequence[Fill]]) -> h.Element:
    """The patterns of all fills, once for all maps of a page."""
    return h.defs[
        [
            _pattern(_pattern_id(name, code), fill)
            for name, fills in colourings.items()
            for code, fill in enumerate(fills)
            if fill.pattern
        ]
    ]


def map_svg(
    shapes: Shapes,
    areas: Sequence[Area],
    label: str,
    definitions: h.Node = None,
    chosen: str = "",
) -> h.Element:
    """The map of these areas, in the order in which they are drawn.

    Parameters
    ----------
    label
        What the map is called for those who do not see it.
    definitions
        The patterns, unless an earlier map of the page has them.
    chosen
        AGS of the district with a strong outline, or empty.
    """
    drawn = [(area, shapes.by_ags[area.ags]) for area in areas]
    outline = next((shape.path for area, shape in drawn if area.ags == chosen), "")
    ruhr = shapes.view(RUHR) if set(RUHR) < set(shapes.by_ags) else None
    return h.svg(".map", viewBox=shapes.view(), role="group", aria_label=label, data_ruhr=ruhr)[
        definitions,
        h.g(".areas")[[_area(area, shape, area.ags == chosen) for area, shape in drawn]],
        h.path(".casing", d=outline),
        h.path(".outline", d=outline),
        h.g(".marks", aria_hidden="true")[[_mark(area, shape) for area, shape in drawn]],
    ]


def _area(area: Area, shape: Shape, chosen: bool) -> h.Element:
    names = {
        "data-ags": area.ags,
        "data-group": area.group,
        "data-status": area.status,
        "data-since": area.since or None,
    }
    if area.href:
        path = h.path(names, d=shape.path, fill=area.fill)
        return h.a(href=area.href, aria_label=area.spoken)[path]
    return h.path(
        names,
        d=shape.path,
        fill=area.fill,
        role="button",
        tabindex="-1",
        aria_label=area.spoken,
        aria_pressed=str(chosen).lower(),
    )


def _mark(area: Area, shape: Shape) -> h.Element:
    """What stands on an area; empty ones stay, for the days that need them."""
    text = " ".join(area.lines)
    kind = "named" if len(text) > 2 else None
    return h.text(data_mark=area.ags, x=shape.x, y=shape.y, class_=kind)[text]


def _pattern_id(name: str, code: int) -> str:
    return f"kiz-{name}-{code}"


def _pattern(key: str, fill: Fill) -> h.Element:
    side, line, width = _TILES[fill.pattern]
    tile = {"patternUnits": "userSpaceOnUse", "width": side, "height": side}
    stroke = {"stroke": PATTERN_INKS[fill.pattern](fill.colour).css, "stroke-width": str(width)}
    return h.pattern(tile, id=key)[
        h.rect(width=side, height=side, fill=fill.colour.css),
        h.path(stroke | {"stroke-linecap": "round"}, d=line),
    ]


def _path(shape: Polygon | MultiPolygon, west: float, north: float) -> str:
    """All rings of a shape in whole units, each corner as the way from the one before.

    Corners are rounded first: neighbours share theirs, so no gap opens between them.
    """
    parts = getattr(shape, "geoms", [shape])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return "".join(_ring(_unit(np.asarray(ring.coords), west, north)) for ring in rings)


def _ring(corners: np.ndarray) -> str:
    steps = np.diff(corners[:-1], axis=0)
    moved = steps[np.any(steps != 0, axis=1)]
    x, y = corners[0]
    way = " ".join(f"{across} {down}" for across, down in moved).replace(" -", "-")
    return f"M{x} {y}l{way}z"


def _unit(points: np.ndarray, west: float, north: float) -> np.ndarray:
    """Metres as whole units of the picture, from its upper left corner."""
    x, y = points[:, 0] - west, north - points[:, 1]
    return np.rint(np.column_stack([x, y]) / UNIT_M).astype(int) + AIR
