"""The map as part of a page: 54 areas as paths, each a link to its district, with its mark.

It needs no library: it is there without JavaScript, prints, and is walked with the keyboard.
"""

from html import escape

import numpy as np
import pandas as pd
from shapely.geometry import MultiPolygon, Polygon

from components.figures import theme
from components.figures.map import Look, look, named
from components.printed.areas import AREA_ID
from components.wording import Wording
from edition.model import Page

#: One unit of the picture in metres: less than a pixel on any screen.
UNIT_M = 100
#: Air around the areas, in units.
AIR = 12
#: Size of the type as a part of the longer side: of the state, of a district and its neighbours.
WHOLE, NEAR = 1 / 46, 1 / 28


def looks(standings: pd.DataFrame, words: Wording) -> dict[str, Look]:
    """How each district looks on the day, by AGS, as `components.figures.map` draws it."""
    rows = standings.assign(named=named(standings["group"])).itertuples(index=False)
    return {
        row.ags: look(row.status, row.possible_status, row.named, words, row.since).of(
            row.short_name
        )
        for row in rows
    }


def near_svg(seen: dict[str, Look], page: Page, label: str, chosen: str) -> str:
    """A district among its neighbours, each with its name on it."""
    names = page.edition.atlas.known.districts.set_index("ags")["short_name"]
    named_all = {
        ags: how._replace(mark=" ".join(filter(None, [_sign(how), names[ags]])))
        for ags, how in seen.items()
    }
    return map_svg(named_all, page, label, chosen, NEAR)


def map_svg(
    seen: dict[str, Look], page: Page, label: str, chosen: str = "", type_size: float = WHOLE
) -> str:
    """The areas of `seen`, cut to their own extent.

    Parameters
    ----------
    seen
        By AGS, in the order in which they are drawn and walked.
    label
        What the map is called for those who do not see it.
    chosen
        AGS of the district with a strong outline, or empty.
    type_size
        As a part of the longer side.
    """
    areas = page.edition.flat.set_index("ags").loc[list(seen)]
    west, south, east, north = areas.total_bounds
    width, height = (east - west) / UNIT_M + 2 * AIR, (north - south) / UNIT_M + 2 * AIR
    names = page.edition.atlas.known.districts.set_index("ags")["short_name"]
    shapes, marks = [], []
    for area in areas.itertuples():
        ags, how = area.Index, seen[area.Index]
        path = _path(area.geometry, west, north)
        shapes.append(_area(ags, path, how, names[ags], page, ags == chosen))
        at = _unit(np.array([[area.x, area.y]]), west, north)[0]
        marks.append(_mark(how, ags, *at))
    size = max(width, height) * type_size
    return (
        f'<svg class="map" viewBox="0 0 {width:.0f} {height:.0f}" role="group" '
        f'style="--type:{size:.0f}px" aria-label="{escape(label)}">'
        f'<g class="areas">{"".join(shapes)}</g>'
        f'<g class="marks" aria-hidden="true">{"".join(marks)}</g></svg>'
    )


def told(how: Look) -> str:
    """The lines of a hover text below the name, as one line."""
    return ", ".join(how.hover.split("<br>")[1:])


def mark_of(how: Look) -> str:
    """The mark of an area on one line: × Steinfurt."""
    return how.mark.replace("<br>", " ")


def _area(ags: str, path: str, how: Look, name: str, page: Page, chosen: bool) -> str:
    """An area as a link; one without a page of its own can still be reached and read."""
    label = escape(f"{name}: {told(how)}")
    strong = ' class="chosen"' if chosen else ""
    shape = (
        f'<path id="{AREA_ID}{ags}" data-ags="{ags}"{strong} d="{path}" '
        f'fill="{theme.fills()[how.fill]}"/>'
    )
    if address := page.district(ags):
        return f'<a href="{escape(address)}" aria-label="{label}">{shape}</a>'
    return f'<g tabindex="0" role="img" aria-label="{label}">{shape}</g>'


def _mark(how: Look, ags: str, x: int, y: int) -> str:
    """The mark at the district's label point; empty ones stay, for the months that need them."""
    text = mark_of(how)
    kind = ' class="named"' if len(text) > len("×?") else ""
    ink = theme.INK if kind else how.ink
    return f'<text x="{x}" y="{y}" data-mark="{ags}"{kind} fill="{ink}">{escape(text)}</text>'


def _sign(how: Look) -> str:
    """The mark without the name that may stand beside it."""
    return "".join(sign for sign in (theme.REFUSED_MARK, theme.POSSIBLE_MARK) if sign in how.mark)


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
    return f"M{x} {y}l{' '.join(f'{across} {down}' for across, down in moved)}z"


def _unit(points: np.ndarray, west: float, north: float) -> np.ndarray:
    """Metres as whole units of the picture, from its upper left corner."""
    x, y = points[:, 0] - west, north - points[:, 1]
    return np.rint(np.column_stack([x, y]) / UNIT_M).astype(int) + AIR
