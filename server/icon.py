"""The icon of the site: the outline of the state, drawn from its boundaries."""

from io import BytesIO

import htpy as h
from PIL import Image, ImageDraw
from shapely import Polygon
from shapely.affinity import scale, translate
from starlette.requests import Request
from starlette.responses import Response

from components.base import sound
from components.base.atlas import Atlas
from components.base.memory import kept
from components.looks import theme
from server.answers import SOON, answer

#: Dots of the square, of its margin, and of its corners.
SIDE, MARGIN, CORNER = 180, 18, 32
#: A bay of so many metres is not seen in an icon.
TOLERANCE_M = 4000


def svg(request: Request) -> Response:
    """The icon for browsers."""
    return answer(request, drawn(sound.atlas()), "image/svg+xml", SOON)


def png(request: Request) -> Response:
    """The icon for all others."""
    return answer(request, dotted(sound.atlas()), "image/png", SOON)


@kept(2)
def outline(atlas: Atlas) -> tuple[tuple[float, float], ...]:
    """The corners of the state in the square of the icon, from its top left."""
    whole = atlas.flat.union_all().simplify(TOLERANCE_M)
    land = max(getattr(whole, "geoms", [whole]), key=lambda part: part.area)
    west, south, east, north = land.bounds
    factor = (SIDE - 2 * MARGIN) / max(east - west, north - south)
    middle = translate(Polygon(land.exterior), -(west + east) / 2, -(south + north) / 2)
    placed = translate(scale(middle, factor, -factor, origin=(0, 0)), SIDE / 2, SIDE / 2)
    return tuple((round(x, 1), round(y, 1)) for x, y in placed.exterior.coords)


@kept(2)
def drawn(atlas: Atlas) -> bytes:
    """The icon as SVG, on a ground of its own: tabs are light or dark."""
    points = " ".join(f"{x},{y}" for x, y in outline(atlas))
    ground = h.rect(width=SIDE, height=SIDE, rx=CORNER, fill=theme.PAPER)
    land = h.polygon(points=points, fill=theme.HAS)
    square = f"0 0 {SIDE} {SIDE}"
    return str(h.svg(xmlns="http://www.w3.org/2000/svg", viewBox=square)[ground, land]).encode()


@kept(2)
def dotted(atlas: Atlas) -> bytes:
    """The icon as PNG; drawn larger first, so that its edge is smooth."""
    large = Image.new("RGB", (4 * SIDE, 4 * SIDE), theme.PAPER)
    ImageDraw.Draw(large).polygon([(4 * x, 4 * y) for x, y in outline(atlas)], fill=theme.HAS)
    file = BytesIO()
    large.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()
