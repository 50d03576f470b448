"""The sheet a picture is drawn on: format, title block, source line; and the finished file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.looks import theme
from components.printed import fonts

#: Width and height in inches; 300 dots to each in a PNG.
SHAPES = {"16:9": (32 / 3, 6.0), "1:1": (8.0, 8.0), "3:4": (8.0, 32 / 3)}
FORMATS = ("png", "svg", "pdf")
DPI = 300
MARGIN, GUTTER = 0.4, 0.3
#: Sizes of the type in points, and how far lines stand apart, in sizes.
TITLE, BODY, SMALL, LEADING = 20, 11, 8.5, 1.28
QUIET = "#4c5a66"
#: How small a title may become if it then needs a line less.
TITLE_LEAST = 16
#: Of the compression of a PNG: twice as fast as the library's own choice, a tenth larger.
PNG_LEVEL = 3
_POINT = 1 / 72
#: A step of an outline in an SVG, as matplotlib writes it: a line of its own, six digits each.
_STEP = re.compile(r"^([MLCQ]|<path d=\"M) .*\.\d{3,}.*$", re.MULTILINE)
_LONG = re.compile(r"-?\d+\.\d{3,}")
#: The path of what has an id of its own, as matplotlib writes it.
_OWN_PATH = re.compile(r'(<g id="([^"]+)">\s*<path)(?= )')


class Box(NamedTuple):
    """A part of a sheet in inches from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass
class Sheet:
    """A page to draw on: `body` is what title block and source line leave free.

    Where the title block stands in a column, `side` is what it leaves free in that. `known` is
    what the path of an id says of itself in an SVG, by attribute.
    """

    figure: Figure
    body: Box
    title: str
    side: Box | None = None
    known: dict[str, dict[str, str]] = field(default_factory=dict)

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


def blank(size: tuple[float, float], title: str = "") -> Sheet:
    """A sheet of `size` inches with nothing on it; `title` is for the file to say."""
    return Sheet(Figure(figsize=size, facecolor=theme.PAPER), Box(0, 0, *size), title)


def sheet(
    shape: str,
    title: str,
    stamp: Stamp,
    words: Wording,
    detail: str = "",
    titled: bool = True,
    column: float = 0,
    notes: tuple[str, ...] = (),
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
    column
        The width in inches of a column at the left for the title block; 0: it lies on top.
    notes
        Sentences that stand over the source line.
    """
    width, height = SHAPES[shape]
    drawn = blank((width, height), title)
    top, room = height - MARGIN, width - 2 * MARGIN
    bottom = _foot(drawn, room, stamp, words, notes)
    below = _title_block(drawn, detail, column or room, top) if titled else top
    drawn.body = Box(MARGIN, bottom, room, below - bottom)
    if column:
        drawn.side = Box(MARGIN, bottom, column, below - bottom)
        left = MARGIN + column + GUTTER
        drawn.body = Box(left, bottom, width - MARGIN - left, top - bottom)
    return drawn


def _title_block(drawn: Sheet, detail: str, room: float, top: float) -> float:
    """Title and detail; returns the top of what follows."""
    lines, size = _title(drawn.title, room / _POINT)
    for line in lines:
        top = drawn.write(line, MARGIN, top, size=size, weight=fonts.BOLD)
    top -= 0.05
    for line in fonts.balanced(detail, room / _POINT, BODY) if detail else ():
        top = drawn.write(line, MARGIN, top, colour=QUIET)
    return top - 0.12


def _title(title: str, room: float) -> tuple[list[str], float]:
    """The lines of a title in even lengths, and its size: smaller where that saves a line."""
    lines = fonts.balanced(title, room, TITLE, fonts.BOLD)
    for size in range(TITLE - 1, TITLE_LEAST - 1, -1):
        fewer = fonts.balanced(title, room, size, fonts.BOLD)
        fits = all(fonts.width_of(line, size, fonts.BOLD) <= room for line in fewer)
        if fits and len(fewer) < len(lines):
            return fewer, size
    return lines, TITLE


def _foot(drawn: Sheet, room: float, stamp: Stamp, words: Wording, notes: tuple[str, ...]) -> float:
    """Notes, what is counted, source, licence and link; returns the lowest place free above."""
    texts = (" ".join((*notes, stamp.counted(words))), *_origin(stamp, words))
    lines = [line for text in texts for line in fonts.wrapped(text, room / _POINT, SMALL)]
    # A link has no spaces; where it is too long it goes on after one of its parts.
    parts = fonts.wrapped(stamp.link.replace("&", "& "), room / _POINT, SMALL)
    lines += [part.replace("& ", "&") for part in parts]
    foot = MARGIN * 0.7 + len(lines) * SMALL * LEADING * _POINT
    below = foot
    for line in lines:
        below = drawn.write(line, MARGIN, below, size=SMALL, colour=QUIET)
    return foot + 0.12


def finished(drawn: Sheet, kind: str, stamp: Stamp, words: Wording) -> bytes:
    """The sheet as a file of FORMATS; the same sheet gives the same bytes.

    PNG has 300 dpi; text is text in SVG and PDF, and both hold the fonts that they use.
    The file's own metadata name title, source and licence.
    """
    told = {"Title": drawn.title, "Source": stamp.source(words), "Copyright": stamp.attribution}
    metadata = {
        "png": told,
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
    content = saved(drawn, kind, metadata[kind])
    return as_svg(content.decode(), drawn.known) if kind == "svg" else content


def saved(drawn: Sheet, kind: str, metadata: Mapping[str, str | None]) -> bytes:
    """The sheet as matplotlib writes it; a PNG without its fourth channel, in half the time."""
    file = BytesIO()
    if kind != "png":
        drawn.figure.savefig(file, format=kind, dpi=DPI, metadata=metadata)
        return file.getvalue()
    told = PngInfo()
    for name, text in metadata.items():
        told.add_text(name, text)
    size = {"dpi": (DPI, DPI), "compress_level": PNG_LEVEL}
    dots(drawn, DPI).save(file, "png", pnginfo=told, **size)
    return file.getvalue()


def dots(drawn: Sheet, dpi: float) -> Image.Image:
    """The sheet as an image of so many dots to the inch."""
    canvas, before = FigureCanvasAgg(drawn.figure), drawn.figure.get_dpi()
    drawn.figure.set_dpi(dpi)
    canvas.draw()
    image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    drawn.figure.set_dpi(before)
    return image


def as_svg(text: str, known: Mapping[str, Mapping[str, str]] | None = None) -> bytes:
    """An SVG of matplotlib's with its fonts in itself, and half as long: it looks the same.

    `known` as that of a Sheet.
    """
    told = known or {}

    def said(path: re.Match[str]) -> str:
        attributes = told.get(path[2], {}).items()
        return path[1] + "".join(f" {name}={quoteattr(value)}" for name, value in attributes)

    return fonts.embedded(_OWN_PATH.sub(said, _STEP.sub(_rounded, text))).encode()


def _rounded(step: re.Match[str]) -> str:
    """A corner to a tenth of a point, a curve to a hundredth: those of a pattern are small."""
    digits = 1 if step[1][-1] in "ML" else 2
    return _LONG.sub(lambda number: f"{float(number[0]):.{digits}f}", step[0])


def _origin(stamp: Stamp, words: Wording) -> list[str]:
    """Source and licence; the line of the boundaries where they are shown."""
    source = stamp.source(words)
    if not stamp.attribution:
        return [source]
    return [f"{source} · {words('stamp.boundaries', line=stamp.attribution)}"]
