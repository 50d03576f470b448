"""Where marks and names stand on a printed map, so that none covers another or hides a city.

Pure geometry in inches from the lower left corner of the map. A lone mark stays at its
point; a name moves to the nearest free place, or to a column beside the map, and says with a
line which area it means.
"""

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple, Protocol

from components.printed import typeset
from components.printed.fonts import BOLD
from components.printed.typeset import POINT, Type

#: Air around a text, and how far its lines stand apart, in sizes of the type.
PAD, LINE = 0.14, 1.12
#: Steps in which a name looks for its place, and how many, in its own heights and widths.
_STEPS = [step / 2 for step in range(-8, 9)]
#: A way up or down is shorter to the eye than one to the side.
_SIDEWAYS = 1.3


class Label(NamedTuple):
    """A text of one or more lines around the point `x`, `y`; its box is `width` by `height`."""

    ags: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    def covers(self, other: "Label") -> bool:
        """Whether the two boxes have a common part."""
        beside = abs(self.x - other.x) >= (self.width + other.width) / 2
        above = abs(self.y - other.y) >= (self.height + other.height) / 2
        return not (beside or above)


def label(ags: str, lines: tuple[str, ...], point: tuple[float, float], size: float) -> Label:
    """A label in semibold type of `size` points, in the middle of its point."""
    type, air = Type(size, BOLD), 2 * PAD * size * POINT
    wide = max(typeset.width_of(line, type) for line in lines)
    high = len(lines) * size * LINE * POINT
    return Label(ags, lines, *point, wide + air, high + air / 2)


class Land(Protocol):
    """What lies below the labels."""

    def hides(self, label: Label) -> bool:
        """Whether a label would hide too much of it."""

    def hide(self, label: Label) -> None:
        """Remember that a label stands on it."""


def placed(
    names: list[Label],
    marks: list[Label],
    size: tuple[float, float],
    land: Land,
    reach: float = math.inf,
) -> tuple[list[Label], list[Label]]:
    """Names moved so far that they cover neither each other nor a mark, and hide nothing.

    Returns them and those for which there is no such place on the map of this width and
    height, at most `reach` from their points, where they are.
    """
    found: list[Label] = []
    without: list[Label] = []
    for name in sorted(names, key=lambda one: -one.y):
        free = (
            moved
            for moved in _places(name)
            if _inside(moved, *size)
            and _away(moved, name.x, name.y) <= reach
            and not any(moved.covers(other) for other in (*marks, *found))
            and not land.hides(moved)
        )
        if place := next(free, None):
            land.hide(place)
            found.append(place)
        else:
            without.append(name)
    return found, without


def column(names: list[Label], edge: float, height: float) -> list[Label]:
    """Names one below the other, each ending at `edge`, so that no two of their lines cross.

    Two lines cross only where they are shorter once their ends are swapped, so they are
    swapped for as long as that makes them shorter. Of more names than the height has room for
    those furthest from the column are left out.
    """
    if not names:
        return []
    high = max(name.height for name in names)
    names = sorted(names, key=lambda name: name.x)[: int(height / high)]
    step = min(max(high, height / len(names)), high * 1.6)
    middle = sum(name.y for name in names) / len(names)
    top = min(height, max(middle + step * len(names) / 2, step * len(names)))
    slots = [top - (at + 0.5) * step for at in range(len(names))]
    order = sorted(names, key=lambda name: -name.y)

    def length(name: Label, slot: float) -> float:
        return ((name.x - edge) ** 2 + (name.y - slot) ** 2) ** 0.5

    swapped = True
    while swapped:
        swapped = False
        for one, other in combinations(range(len(order)), 2):
            kept = length(order[one], slots[one]) + length(order[other], slots[other])
            turned = length(order[one], slots[other]) + length(order[other], slots[one])
            if turned < kept - 1e-9:
                order[one], order[other] = order[other], order[one]
                swapped = True
    return [
        name._replace(x=edge - name.width / 2, y=slot)
        for name, slot in zip(order, slots, strict=True)
    ]


def end_of_line(name: Label, x: float, y: float) -> tuple[float, float] | None:
    """Where on the edge of a moved name the line from its area's point ends; None if it is near."""
    dx, dy = x - name.x, y - name.y
    if abs(dx) <= name.width / 2 and abs(dy) <= name.height / 2:
        return None
    part = min(name.width / 2 / abs(dx) if dx else 1, name.height / 2 / abs(dy) if dy else 1)
    return name.x + dx * part, name.y + dy * part


def _away(name: Label, x: float, y: float) -> float:
    """How far a point lies from the edge of a name."""
    end = end_of_line(name, x, y)
    return math.dist(end, (x, y)) if end else 0


def _places(name: Label) -> Iterator[Label]:
    """The label where it is, then ever further away."""
    ways = [(dx * name.width / 2, dy * name.height / 2) for dx in _STEPS for dy in _STEPS]
    for dx, dy in sorted(ways, key=lambda way: (way[0] * _SIDEWAYS) ** 2 + way[1] ** 2):
        yield name._replace(x=name.x + dx, y=name.y + dy)


def _inside(name: Label, width: float, height: float) -> bool:
    across = name.width / 2 <= name.x <= width - name.width / 2
    return across and name.height / 2 <= name.y <= height - name.height / 2
