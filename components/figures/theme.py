"""The one palette and the marks that go with it, for the screen and for print.

Progress is a ramp of lightness in one blue, refusal a dark orange with a mark of its
own, debate a pale yellow between them, no evidence an empty light grey. tests hold
that the colours stay apart with the common colour-vision deficiencies and in grey.
"""

from adoption.vocabulary import STATUSES

STATUS_COLOURS = {
    "unknown": "#e6e8ea",
    "rejected": "#c8500f",
    "debated": "#f6d277",
    "decided": "#c3dbee",
    "approved": "#4384bb",
    "open": "#0d3a66",
    "closed": "#8a8f94",
}
#: How much of the paper shows through where more is possible than certain.
LIGHTER = 0.35
PAPER = "#ffffff"
INK = "#1b242c"
BORDER = "#ffffff"
CHOSEN = "#000000"
REFUSED_MARK = "×"
POSSIBLE_MARK = "?"


def lighter(colour: str) -> str:
    """The colour of a status that may already be a higher one."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * LIGHTER):02x}" for part in parts)


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on the colour."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return INK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.45 else PAPER


def code(status: str, more_possible: bool) -> int:
    """The number that stands for a fill on the map: status, and whether more is possible."""
    return STATUSES.index(status) * 2 + int(more_possible)


def fills() -> list[str]:
    """The fill of every code, in the order of the codes."""
    return [
        fill
        for status in STATUSES
        for fill in (STATUS_COLOURS[status], lighter(STATUS_COLOURS[status]))
    ]


def colour_scale() -> list[tuple[float, str]]:
    """A stepped Plotly colour scale: one flat step for each code."""
    steps = fills()
    return [
        (edge / len(steps), fill) for index, fill in enumerate(steps) for edge in (index, index + 1)
    ]
