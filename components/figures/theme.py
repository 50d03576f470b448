"""The one palette and the marks that go with it, for the screen and for print.

Progress is a ramp of lightness in one blue, refusal a dark orange with a mark of its
own, debate a yellow between them, no evidence an empty light grey. Tests hold
that the colours stay apart with the common colour-vision deficiencies and in grey.
"""

from adoption.vocabulary import STATUSES

STATUS_COLOURS = {
    "unknown": "#e6e8ea",
    "rejected": "#c8500f",
    "debated": "#e9bc57",
    "decided": "#bad6ec",
    "approved": "#4384bb",
    "open": "#0d3a66",
    "closed": "#8a8f94",
}
#: How much of the paper shows through where more is possible than certain.
LIGHTER = 0.35
PAPER = "#ffffff"
INK = "#1b242c"
BORDER = "#ffffff"
BLACK = "#000000"
CHOSEN = BLACK
REFUSED_MARK = "×"
POSSIBLE_MARK = "?"


def lighter(colour: str) -> str:
    """The colour of a status that may already be a higher one."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * LIGHTER):02x}" for part in parts)


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on the colour; one of them always reads well.

    Source: WCAG 2.2, relative luminance and contrast ratio.
    """
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return BLACK if (luminance + 0.05) ** 2 > 1.05 * 0.05 else PAPER


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


def colour_scale(fills: list[str]) -> list[tuple[float, str]]:
    """A Plotly colour scale with a stop at every code; whole codes only ever hit the stops."""
    last = len(fills) - 1
    return [(round(code / last, 4), fill) for code, fill in enumerate(fills)]
