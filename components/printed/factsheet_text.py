"""Text that is set in blocks on a factsheet: measured first, so that nothing runs over.

All lengths are inches, `down` counted from the top of a block. A block of text and every
other part of a sheet know their height before they are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from matplotlib.figure import Figure

from components.looks import theme
from components.printed import fonts
from components.printed.sheet import QUIET

POINT = 1 / 72
LEADING = 1.24
#: How far below the top of its line a letter stands, in sizes.
_ASCENT = 0.96


class Type(NamedTuple):
    """How a text is set: size in points, weight, colour."""

    size: float
    weight: str = fonts.REGULAR
    colour: str = theme.INK

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LEADING * POINT


TEXT = Type(8)
STRONG = Type(8, fonts.BOLD)
SMALL = Type(6.9, colour=QUIET)
HEADING = Type(10.5, fonts.BOLD)


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
    lines = wrapped(text, width, type) if text else ()
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


def width_of(text: str, type: Type) -> float:
    """How wide a text runs."""
    return fonts.width_of(text, type.size, type.weight) * POINT


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


@lru_cache(maxsize=4096)
def wrapped(text: str, width: float, type: Type) -> tuple[str, ...]:
    """The lines of a text; a word too long for one, such as an address, is broken."""
    lines: list[str] = []
    for line in _filled(text.split(" "), width, type):
        while width_of(line, type) > width and len(line) > 1:
            fits = _fitting(line, width, type)
            lines.append(line[:fits])
            line = line[fits:]
        lines.append(line)
    return tuple(lines)


def _filled(words: list[str], width: float, type: Type) -> list[str]:
    """Words in lines no wider than `width`; one too long stands alone.

    The widths of single words, which recur, are summed: to measure every beginning of every
    line takes as long as the rest of a sheet. The whole line is measured once.
    """
    lines: list[str] = []
    start, used = 0, 0.0
    for at, word in enumerate(words):
        wide = width_of(word, type)
        if at > start and used + wide > width:
            start, used = _broken(words, start, at, lines, width, type), 0.0
            used = sum(_advance(one, type) for one in words[start:at])
        used += _advance(word, type)
    while start < len(words):
        start = _broken(words, start, len(words), lines, width, type)
    return lines


def _broken(
    words: list[str], start: int, end: int, lines: list[str], width: float, type: Type
) -> int:
    """Add the words from `start` as one line, without the last where the sum fell short.

    Returns where the next line starts.
    """
    while end - start > 1 and width_of(" ".join(words[start:end]), type) > width:
        end -= 1
    lines.append(" ".join(words[start:end]))
    return end


@lru_cache(maxsize=20_000)
def _advance(word: str, type: Type) -> float:
    """A word with the space behind it, up to the next letter."""
    return width_of(f"{word} n", type) - width_of("n", type)


def _fitting(line: str, width: float, type: Type) -> int:
    """How many letters of a line fit, at least one; a break after & or / is better."""
    count = len(line)
    while count > 1 and width_of(line[:count], type) > width:
        count -= 1
    breaks = max(line.rfind(sign, count // 2, count) for sign in "&/-")
    return breaks + 1 if breaks > 0 else count
