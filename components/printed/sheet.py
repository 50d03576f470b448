"""A sheet to draw on: its parts in inches, and the text that is written on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from components.looks import theme
from components.printed import typeset
from components.printed.typeset import Type

MARGIN = 0.4
#: What is said beside the matter.
QUIET = "#4c5a66"
BODY = Type(11)


class Box(NamedTuple):
    """A part of a sheet in inches from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Where it begins, as text is read."""
        return self.bottom + self.height


@dataclass
class Sheet:
    """A page to draw on: `body` is what title block and source line leave free.

    Where the title block stands in a column, `side` is what it leaves free in that. `attributes`
    is what the path of an id says of itself in an SVG, `layer` the one of `layers.LAYERS` that is
    being written on.
    """

    figure: Figure
    body: Box
    title: str
    side: Box | None = None
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    layer: str = ""

    @contextmanager
    def on(self, layer: str) -> Iterator[None]:
        """Write on a layer of the sheet."""
        before, self.layer = self.layer, layer
        yield
        self.layer = before

    def axes(self, box: Box) -> Axes:
        """Axes over a part of the sheet."""
        return axes_over(self.figure, box)

    def inches(self, box: Box) -> Axes:
        """Axes over a part of the sheet that are in inches themselves, and not to be seen."""
        axes = self.axes(box)
        axes.set(xlim=(0, box.width), ylim=(0, box.height))
        axes.set_axis_off()
        axes.set_gid(self.layer or None)
        return axes

    def write(self, text: str, left: float, top: float, type: Type = BODY) -> float:
        """One line of text with its top at `top` inches; returns the top of the next line."""
        width, height = self.figure.get_size_inches()
        at = {"va": "top", "ha": "left", "size": type.size, "weight": type.weight}
        place = left / width, top / height
        look = {"parse_math": False, "color": type.colour, "gid": self.layer or None}
        self.figure.text(*place, text, **look, **at)
        return top - type.line

    def write_all(
        self, text: str, left: float, width: float, top: float, type: Type = BODY
    ) -> float:
        """A text in lines no wider than `width` inches; returns the top of what follows."""
        for line in typeset.wrapped(text, width, type):
            top = self.write(line, left, top, type)
        return top


def axes_over(figure: Figure, box: Box) -> Axes:
    """Axes over a part of a page."""
    width, height = figure.get_size_inches()
    part = (box.left / width, box.bottom / height, box.width / width, box.height / height)
    return figure.add_axes(part)


def blank(size: tuple[float, float], title: str = "") -> Sheet:
    """A sheet of `size` inches with nothing on it; `title` is for the file to say."""
    return Sheet(Figure(figsize=size, facecolor=theme.PAPER), Box(0, 0, *size), title)
