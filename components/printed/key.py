"""The key of a drawing on paper: short entries that flow in lines, each with its sign."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.printed import typeset
from components.printed.sheet import Box, Sheet
from components.printed.typeset import POINT, Type

TYPE = Type(9.5)
#: Inches: of a sign, between sign and text, between two entries, from line to line.
SIGN, GAP, APART, LINE = 0.34, 0.08, 0.28, 0.215


class Entry(NamedTuple):
    """What one sign means.

    `look` is what `Axes.plot` takes for a line or a point, for a bar with both; a band has
    `facecolor` instead.
    """

    label: str
    look: dict[str, object]


def height(entries: list[Entry], width: float) -> float:
    """How many inches the entries need."""
    return len(_flow(entries, width)) * LINE


def draw(sheet: Sheet, box: Box, entries: list[Entry]) -> None:
    """Draw the entries from the top of a box down, line by line."""
    axes = sheet.inches(box)
    top = box.height
    for line in _flow(entries, box.width):
        left = 0.0
        for entry in line:
            _sign(axes, entry, left, top - TYPE.size * 0.62 * POINT)
            at = box.left + left + SIGN + GAP
            sheet.write(entry.label, at, box.bottom + top, TYPE)
            left += _width(entry) + APART
        top -= LINE


def _flow(entries: list[Entry], width: float) -> list[list[Entry]]:
    """The entries in lines no wider than `width` inches; one too long stands alone."""
    lines: list[list[Entry]] = []
    used = 0.0
    for entry in entries:
        wide = _width(entry)
        if lines and used + APART + wide <= width:
            lines[-1].append(entry)
            used += APART + wide
        else:
            lines.append([entry])
            used = wide
    return lines


def _width(entry: Entry) -> float:
    return SIGN + GAP + typeset.width_of(entry.label, TYPE)


def _sign(axes: Axes, entry: Entry, left: float, middle: float) -> None:
    if "facecolor" in entry.look:
        axes.add_artist(Rectangle((left, middle - 0.07), SIGN, 0.14, **entry.look))
    elif "marker" in entry.look and "linestyle" not in entry.look:
        axes.plot([left + SIGN / 2], [middle], linestyle="none", clip_on=False, **entry.look)
    else:
        axes.plot([left, left + SIGN], [middle, middle], clip_on=False, **entry.look)
