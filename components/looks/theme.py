"""The one palette, the patterns and the marks that go with it, for the screen and for print.

Progress is a ramp of lightness in one blue, refusal an orange with a mark of its own, debate a
yellow between them, no evidence an empty grey near the paper. What counts most is furthest from
the paper: on light paper the ramp grows darker, on dark paper lighter. Tests hold that the colours
stay apart with the common colour-vision deficiencies and in grey, in both themes.
"""

from typing import NamedTuple

from adoption.vocabulary import STATUSES
from components.looks.colour import BLACK, Colour, ink_on, mixed

STATUS_COLOURS = {
    "unknown": Colour("#e6e8ea", "#2a323a"),
    "rejected": Colour("#c8500f", "#d65a24"),
    "debated": Colour("#dca436", "#d0ac48"),
    "decided": Colour("#b6d4ec", "#2f5d86"),
    "approved": Colour("#4384bb", "#5b93c5"),
    "open": Colour("#0d3a66", "#a5d4fb"),
    "closed": Colour("#8d9297", "#6e767d"),
}
#: Who has a KIZ, in a blue that is no status; who is on the way to one, in no blue at all.
HAS = Colour("#14508c", "#94c9f7")
COMING = Colour("#8f7f68", "#6b5a45")
#: How much of the paper shows through where more is possible than certain.
LIGHTER = 0.25
PAPER = Colour("#ffffff", "#14191e")
INK = Colour("#1b242c", "#e9edf0")
#: Between areas, and of the state against the page.
BORDER = Colour("#7b858d", "#667078")
CHOSEN = Colour("#000000", "#ffffff")
REFUSED_MARK = "×"
POSSIBLE_MARK = "?"


class Fill(NamedTuple):
    """How an area of one kind is filled.

    `pattern` is drawn on the colour: `undetermined` (broad stripes of HAS), `possible` (dots),
    `refused` (fine lines), or nothing. `mark` stands on it.
    """

    colour: Colour
    pattern: str = ""
    mark: str = ""

    @property
    def ink(self) -> Colour:
        """The colour of what is written on it."""
        return INK if self.pattern else ink_on(self.colour)


#: How a district looks that may have one; no other fill is striped.
UNDETERMINED = Fill(PAPER, "undetermined")
REFUSED = Fill(STATUS_COLOURS["rejected"], "refused", REFUSED_MARK)


def lighter(colour: Colour) -> Colour:
    """The colour of a status that may already be a higher one."""
    return mixed(colour, PAPER, LIGHTER)


def line_on(colour: Colour, part: float) -> Colour:
    """The colour of lines on a colour, with so much (0-1) of the ink in them; on dark paper of the
    paper where the colour is bright.
    """
    bright = ink_on(colour).dark == BLACK
    return mixed(colour, Colour(INK, PAPER.dark if bright else INK.dark), part)


#: By pattern: the colour of its lines on a colour.
PATTERN_INKS = {
    "undetermined": lambda colour: HAS,
    "possible": lambda colour: line_on(colour, 0.6),
    "refused": lambda colour: line_on(colour, 0.45),
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
