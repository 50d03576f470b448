"""What the curve's band, lines and points look like, and where a day stands on it."""

from datetime import date

from components.looks import theme
from components.looks.colour import Colour

BAND = Colour("rgba(67, 132, 187, 0.30)", "rgba(91, 147, 197, 0.30)")
CERTAIN = theme.STATUS_COLOURS["open"]
POSSIBLE = theme.STATUS_COLOURS["approved"]
#: The same hue as text, far enough from the paper and from the band.
POSSIBLE_INK = Colour("#235f95", "#8fc2ef")
GRID = Colour("#e3e7ea", "#2b343d")
#: Colour and dash of the thin lines; the dash tells them apart without the colour.
KINDS = {
    "Kreis": (Colour("#7a4b8c", "#cf9fe2"), "dash"),
    "kreisfreie Stadt": (Colour("#1d6653", "#63c8a8"), "dashdot"),
}
#: The names of what is drawn, in its colours.
INKS = {"certain": CERTAIN, "possible": POSSIBLE_INK, "band": CERTAIN}
INKS |= {kind: colour for kind, (colour, _) in KINDS.items()}
#: Where the axis of time begins, and the room around the plotting area in pixels.
START = date(2012, 1, 1)
MARGIN = {"l": 48, "r": 14, "t": 30, "b": 28}
#: Pixels of the whole, the part of the plotting area below zero for the law, and the part of
#: the axis above its last number.
HEIGHT, STRIP, ABOVE = 440, 0.1, 0.02


def place(day: date, last: date) -> float | None:
    """Where a day stands in the plotting area, from 0 at its left to 1; None to its right."""
    part = (day - START) / (last - START)
    return round(part, 5) if part <= 1 else None


QUIET = Colour("#4a545c", "#b0bac2")
REFUSAL = theme.STATUS_COLOURS["rejected"]
#: Fill, outline and symbol of a published total, by its role.
ROLES = {
    "agrees": (theme.INK, theme.INK, "circle"),
    "other": (theme.PAPER, theme.INK, "circle"),
    "apart": (theme.PAPER, theme.INK, "diamond"),
    "contradicts": (REFUSAL, REFUSAL, "x-thin"),
    "contradicts.apart": (REFUSAL, REFUSAL, "diamond"),
}
