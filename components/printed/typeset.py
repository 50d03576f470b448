"""How text is set on paper: its type, how wide it runs, its lines. All lengths are inches."""

from functools import lru_cache
from typing import NamedTuple

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from components.looks import theme
from components.printed.fonts import FAMILY, REGULAR

POINT = 1 / 72
#: What a line may be shorter by when lines are balanced.
_STEP = 4 * POINT


class Type(NamedTuple):
    """How a text is set: size in points, weight, colour, and from line to line in sizes."""

    size: float
    weight: str = REGULAR
    colour: str = theme.INK
    leading: float = 1.28

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.lines(1)

    def lines(self, count: float) -> float:
        """The height of so many lines."""
        return count * self.size * self.leading * POINT


def width_of(text: str, type: Type) -> float:
    """How wide a text runs."""
    return _points(text, type.size, type.weight) * POINT


def wrapped(text: str, width: float, type: Type) -> list[str]:
    """The lines of a text no wider than `width`; a word too long stands alone."""
    lines, words = [], text.split(" ")
    while words:
        count = _words_that_fit(words, width, type)
        lines.append(" ".join(words[:count]))
        words = words[count:]
    return lines


def balanced(text: str, width: float, type: Type) -> list[str]:
    """The same number of lines as `wrapped`, as even as can be: no word is left alone."""
    lines = wrapped(text, width, type)
    while len(lines) > 1 and width > _STEP:
        width -= _STEP
        narrower = wrapped(text, width, type)
        too_wide = any(width_of(line, type) > width for line in narrower)
        if too_wide or len(narrower) > len(lines):
            break
        lines = narrower
    return lines


@lru_cache(maxsize=4096)
def broken(text: str, width: float, type: Type) -> tuple[str, ...]:
    """As `wrapped`, but a word too long for a line, such as an address, is broken."""
    lines: list[str] = []
    for line in wrapped(text, width, type):
        while width_of(line, type) > width and len(line) > 1:
            count = _letters_that_fit(line, width, type)
            lines.append(line[:count])
            line = line[count:]
        lines.append(line)
    return tuple(lines)


def _words_that_fit(words: list[str], width: float, type: Type) -> int:
    """How many words fit on a line, at least one.

    The widths of single words, which recur, are summed: to measure every beginning of every
    line takes as long as the rest of a sheet. The whole line is measured once.
    """
    count, used = 0, 0.0
    for word in words:
        if count and used + width_of(word, type) > width:
            break
        used += _advance(word, type)
        count += 1
    while count > 1 and width_of(" ".join(words[:count]), type) > width:
        count -= 1
    return count


def _advance(word: str, type: Type) -> float:
    """A word with the space behind it, up to the next letter."""
    return width_of(f"{word} n", type) - width_of("n", type)


def _letters_that_fit(line: str, width: float, type: Type) -> int:
    """How many letters of a line fit, at least one; a break after & or / is better."""
    count = len(line)
    while count > 1 and width_of(line[:count], type) > width:
        count -= 1
    breaks = max(line.rfind(sign, count // 2, count) for sign in "&/-")
    return breaks + 1 if breaks > 0 else count


@lru_cache(maxsize=20_000)
def _points(text: str, size: float, weight: str) -> float:
    prop = FontProperties(family=FAMILY, size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(text, prop, ismath=False)
    return width
