"""The one palette, the patterns and the marks that go with it, for the screen and for print.

Progress is a ramp of lightness in one blue, refusal a dark orange with a mark of its
own, debate a yellow between them, no evidence an empty light grey. Tests hold
that the colours stay apart with the common colour-vision deficiencies and in grey.
"""

from typing import NamedTuple

from adoption.vocabulary import STATUSES

STATUS_COLOURS = {
    "unknown": "#e6e8ea",
    "rejected": "#c8500f",
    "debated": "#dca436",
    "decided": "#b6d4ec",
    "approved": "#4384bb",
    "open": "#0d3a66",
    "closed": "#8d9297",
}
#: Who has a KIZ, in a blue that is no status; who is on the way to one, in no blue at all.
HAS = "#14508c"
COMING = "#8f7f68"
#: How much of the paper shows through where more is possible than certain.
LIGHTER = 0.25
PAPER = "#ffffff"
INK = "#1b242c"
#: Between areas, and of the state against the page.
BORDER = "#7b858d"
BLACK = "#000000"
CHOSEN = BLACK
REFUSED_MARK = "×"
POSSIBLE_MARK = "?"


class Fill(NamedTuple):
    """How an area of one kind is filled.

    `pattern` is drawn on the colour: `undetermined` (broad stripes of HAS), `possible` (dots),
    `refused` (fine lines), or nothing. `mark` stands on it.
    """

    colour: str
    pattern: str = ""
    mark: str = ""

    @property
    def ink(self) -> str:
        """The colour of what is written on it."""
        return INK if self.pattern else ink_on(self.colour)


#: How a district looks that may have one; no other fill is striped.
UNDETERMINED = Fill(PAPER, "undetermined")
REFUSED = Fill(STATUS_COLOURS["rejected"], "refused", REFUSED_MARK)


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


def mixed(colour: str, ink: str, part: float) -> str:
    """The colour with so much (0-1) of the ink in it: of the lines that are drawn on it."""
    pairs = ((int(text[at : at + 2], 16) for text in (colour, ink)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * (1 - part) + b * part):02x}" for a, b in pairs)


#: By pattern: the colour of its lines on a colour.
PATTERN_INKS = {
    "undetermined": lambda colour: HAS,
    "possible": lambda colour: mixed(colour, INK, 0.6),
    "refused": lambda colour: mixed(colour, INK, 0.45),
}


def code(status: str, more_possible: bool) -> int:
    """The number that stands for a fill of the ladder: status, and whether more is possible."""
    return STATUSES.index(status) * 2 + int(more_possible)


def fills() -> list[Fill]:
    """The fills of the ladder of statuses, in the order of their codes."""
    every = []
    for status, colour in STATUS_COLOURS.items():
        certain = REFUSED if status == "rejected" else Fill(colour)
        every += [certain, Fill(lighter(colour), "possible", certain.mark + POSSIBLE_MARK)]
    return every
