"""The sheet a picture is drawn on: format, title block, source line; and the finished file."""

from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from components.figures import theme
from components.printed import fonts
from components.stamp import Stamp
from components.wording import Wording

#: Width and height in inches; 300 dots to each in a PNG.
SHAPES = {"16:9": (32 / 3, 6.0), "1:1": (8.0, 8.0), "3:4": (8.0, 32 / 3)}
FORMATS = ("png", "svg", "pdf")
DPI = 300
MARGIN = 0.4
#: Sizes of the type in points, and how far lines stand apart, in sizes.
TITLE, BODY, SMALL, LEADING = 20, 11, 8.5, 1.28
QUIET = "#4c5a66"
_POINT = 1 / 72


class Box(NamedTuple):
    """A part of a sheet in inches from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass
class Sheet:
    """A page to draw on: `body` is what title block and source line leave free."""

    figure: Figure
    body: Box
    title: str

    def axes(self, box: Box) -> Axes:
        """Axes over a part of the sheet."""
        width, height = self.figure.get_size_inches()
        part = (box.left / width, box.bottom / height, box.width / width, box.height / height)
        return self.figure.add_axes(part)

    def write(
        self,
        text: str,
        left: float,
        top: float,
        size: float = BODY,
        weight: str = fonts.REGULAR,
        colour: str = theme.INK,
    ) -> float:
        """One line of text with its top at `top` inches; returns the top of the next line."""
        width, height = self.figure.get_size_inches()
        at = {"va": "top", "ha": "left", "size": size, "weight": weight, "color": colour}
        self.figure.text(left / width, top / height, text, parse_math=False, **at)
        return top - size * LEADING * _POINT

    def write_all(
        self, text: str, box_left: float, width: float, top: float, **look: object
    ) -> float:
        """A text in lines no wider than `width` inches; returns the top of what follows."""
        size, weight = look.get("size", BODY), look.get("weight", fonts.REGULAR)
        for line in fonts.wrapped(text, width / _POINT, size, weight):
            top = self.write(line, box_left, top, **look)
        return top


def sheet(
    shape: str, title: str, stamp: Stamp, words: Wording, detail: str = "", titled: bool = True
) -> Sheet:
    """An empty sheet of a shape with its title block and, always, its source line.

    Parameters
    ----------
    shape
        One of SHAPES.
    title, detail
        The headline, and the sentence below it in smaller type.
    titled
        Without it the title block is left out; source, licence and link stay.
    """
    width, height = SHAPES[shape]
    drawn = Sheet(Figure(figsize=(width, height), facecolor=theme.PAPER), Box(0, 0, 0, 0), title)
    top, room = height - MARGIN, width - 2 * MARGIN
    if titled:
        top = drawn.write_all(title, MARGIN, room, top, size=TITLE, weight=fonts.BOLD)
        if detail:
            top = drawn.write_all(detail, MARGIN, room, top - 0.03, colour=QUIET)
        top -= 0.12
    lines = [
        line
        for text in (stamp.counted(words), *_origin(stamp, words))
        for line in fonts.wrapped(text, room / _POINT, SMALL)
    ]
    foot = MARGIN * 0.7 + len(lines) * SMALL * LEADING * _POINT
    below = foot
    for line in lines:
        below = drawn.write(line, MARGIN, below, size=SMALL, colour=QUIET)
    bottom = foot + 0.12
    drawn.body = Box(MARGIN, bottom, room, top - bottom)
    return drawn


def finished(drawn: Sheet, kind: str, stamp: Stamp, words: Wording) -> bytes:
    """The sheet as a file of FORMATS; the same sheet gives the same bytes.

    PNG has 300 dpi; text is text in SVG and PDF, and both hold the fonts that they use.
    The file's own metadata name title, source and licence.
    """
    told = {"Title": drawn.title, "Source": stamp.source(words), "Copyright": stamp.attribution}
    metadata = {
        "png": {"Software": None, **told},
        "svg": {
            "Date": None,
            "Creator": None,
            "Title": drawn.title,
            "Source": told["Source"],
            "Rights": stamp.attribution,
        },
        "pdf": {
            "CreationDate": None,
            "Creator": None,
            "Producer": None,
            "Title": drawn.title,
            "Subject": f"{told['Source']} {stamp.attribution}",
            "Author": "KIZ-Atlas NRW",
        },
    }
    file = BytesIO()
    drawn.figure.savefig(file, format=kind, dpi=DPI, metadata=metadata[kind])
    if kind == "svg":
        return fonts.embedded(file.getvalue().decode()).encode()
    return file.getvalue()


def _origin(stamp: Stamp, words: Wording) -> list[str]:
    """Source and licence, the line of the boundaries, the link back."""
    return [
        f"{stamp.source(words)} · {words('stamp.boundaries', line=stamp.attribution)}",
        stamp.link,
    ]
