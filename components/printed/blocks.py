"""Text that is set in blocks on a factsheet: measured first, so that nothing runs over.

All lengths are inches, `down` counted from the top of a block. A block of text and every
other part of a sheet know their height before they are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from matplotlib.figure import Figure

from components.printed.fonts import BOLD
from components.printed.sheet import QUIET
from components.printed.typeset import POINT, Type, broken, width_of

#: How far below the top of its line a letter stands, in sizes.
_ASCENT = 0.96
TEXT = Type(8, leading=1.24)
STRONG = TEXT._replace(weight=BOLD)
SMALL = TEXT._replace(size=6.9, colour=QUIET)
HEADING = STRONG._replace(size=10.5)


class Part(Protocol):
    """What can be put on a sheet."""

    @property
    def height(self) -> float:
        """How much room it takes."""

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw it with its upper left corner there."""


class Piece(NamedTuple):
    """One line of text; `url` makes it a link in a PDF."""

    text: str
    left: float
    down: float
    type: Type
    url: str = ""


@dataclass(frozen=True)
class Block:
    """Lines of text and the height that they take."""

    pieces: tuple[Piece, ...]
    height: float

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Write all lines."""
        for piece in self.pieces:
            baseline = top - piece.down - piece.type.size * _ASCENT * POINT
            figure.text(
                left + piece.left,
                baseline,
                piece.text,
                transform=figure.dpi_scale_trans,
                size=piece.type.size,
                weight=piece.type.weight,
                color=piece.type.colour,
                url=piece.url or None,
                parse_math=False,
            )


EMPTY = Block((), 0)


def paragraph(text: str, width: float, type: Type = TEXT, left: float = 0, url: str = "") -> Block:
    """A text in lines no wider than `width`; nothing for an empty one."""
    lines = broken(text, width, type) if text else ()
    pieces = (Piece(line, left, at * type.line, type, url) for at, line in enumerate(lines))
    return Block(tuple(pieces), len(lines) * type.line)


def right(text: str, edge: float, type: Type = TEXT) -> Block:
    """One line that ends at `edge`."""
    return Block((Piece(text, edge - width_of(text, type), 0, type),), type.line)


def stack(blocks: Sequence[Block], gap: float = 0) -> Block:
    """One below the other."""
    pieces: list[Piece] = []
    down = 0.0
    for block in blocks:
        if block.height:
            down += gap if down else 0
            pieces += [piece._replace(down=piece.down + down) for piece in block.pieces]
            down += block.height
    return Block(tuple(pieces), down)


def beside(blocks: Sequence[Block]) -> Block:
    """On one height, each where its own lines say."""
    pieces = tuple(piece for block in blocks for piece in block.pieces)
    return Block(pieces, max(block.height for block in blocks))


def row(cells: Sequence[str], lefts: Sequence[float], width: float, type: Type = TEXT) -> Block:
    """A row of a table: cells from their left edges on, wrapped before the next begins."""
    ends = [*(left - 0.08 for left in lefts[1:]), width]
    return beside(
        [
            paragraph(cell, end - left, type, left)
            for cell, left, end in zip(cells, lefts, ends, strict=True)
        ]
    )


def moved(block: Block, right: float) -> Block:
    """The same further to the right."""
    pieces = (piece._replace(left=piece.left + right) for piece in block.pieces)
    return Block(tuple(pieces), block.height)


def grid(cells: Sequence[Block], columns: int, width: float, gap: float = 0) -> Block:
    """Cells in equal columns over `width`, row by row, each as high as it needs."""
    lines = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    step = width / columns
    placed = [beside([moved(cell, at * step) for at, cell in enumerate(line)]) for line in lines]
    return stack(placed, gap)
