"""The signs of the curve in its legend: its band, lines and points, each as a little box."""

import htpy as h

from components.looks import curve as looks
from components.looks.colour import Colour

#: Pixels drawn and left out, as Plotly's dashes of the same name look.
_DASHES = {"solid": (28,), "dot": (2, 3), "dash": (7, 4), "dashdot": (7, 3, 2, 3)}


def band() -> h.Element:
    """The band of the number."""
    return _box(f"height:12px;background:{looks.BAND.css}")


def line(colour: Colour, width: float, dash: str) -> h.Element:
    """A line of 28 pixels with its dashes."""
    stops, at = [], 0
    for place, length in enumerate(_DASHES[dash]):
        fill = "transparent" if place % 2 else colour.css
        stops.append(f"{fill} {at}px {at + length}px")
        at += length
    dashes = f"repeating-linear-gradient(90deg,{','.join(stops)})"
    return _box(f"height:{width}px;background:{dashes}")


def point(role: str) -> h.Element:
    """The point of a published total in its role."""
    fill, outline, symbol = looks.ROLES[role]
    fill, outline = fill.css, outline.css
    if symbol == "diamond":
        turned = f"transform:rotate(45deg);border:1.5px solid {outline};background:{fill}"
        return _box(f"width:9px;height:9px;margin:0 1px;{turned}")
    if symbol == "circle":
        ring = f"border-radius:50%;border:1.5px solid {outline}"
        return _box(f"width:10px;height:10px;background:{fill};{ring}")
    return _box(f"width:auto;color:{outline};font-weight:700;font-size:1.2em", "×")


def tick() -> h.Element:
    """The tick of a step of the law."""
    return _box(f"width:2px;height:14px;background:{looks.QUIET.css}")


def bar() -> h.Element:
    """The bar of a total without a day."""
    colour = looks.QUIET.css
    ends = f"border:solid {colour};border-width:0 1.5px;height:9px"
    middle = f"background:linear-gradient({colour},{colour}) center/100% 1.5px no-repeat"
    return _box(f"width:22px;{ends};{middle}")


def _box(style: str, sign: str = "") -> h.Element:
    return h.span(".curve-swatch", style=style, aria_hidden="true")[sign]
