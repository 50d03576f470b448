"""Where the labels of a drawing stand: each by what it names, none on a line or on another.

Pure geometry in any unit, with y downwards. Labels are settled one after the other, so the
more important come first; each takes the first of its places that is free.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

#: To which sides of a point a label may stand, the better first: right, left, and so on.
SIDES = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1))
#: The same where a leader is needed, which is not to run along a level line.
FAR_SIDES = ((1, 1), (1, -1), (-1, -1), (-1, 1), (0, 1), (0, -1), (1, 0), (-1, 0))
#: A label further than this many of its heights from its point is joined to it by a leader.
NEAR = 0.7
#: How far from a leader nothing else may be, in heights of a line.
GRAIN = 0.08
_SAMPLES = np.linspace(0, 1, 48)


class Box(NamedTuple):
    """A part of the drawing."""

    left: float
    top: float
    right: float
    bottom: float


class Text(NamedTuple):
    """The lines of a label and the room they need."""

    lines: tuple[str, ...]
    width: float
    height: float


class Place(NamedTuple):
    """A text in a box, and the point that it names."""

    text: Text
    x: float
    y: float
    box: Box

    @property
    def leader(self) -> tuple[float, float] | None:
        """Where a line from the point meets the box; None where the label stands close."""
        left, top, right, bottom = self.box
        end = min(max(self.x, left), right), min(max(self.y, top), bottom)
        far = np.hypot(end[0] - self.x, end[1] - self.y)
        return end if far > NEAR * self.text.height / len(self.text.lines) else None


def lines(words: str, count: int, wide: Callable[[str], float]) -> list[str]:
    """A text in so many lines, as even as can be."""
    parts = words.split(" ")
    cuts = combinations(range(1, len(parts)), min(count, len(parts)) - 1)
    ways = [
        [" ".join(parts[start:end]) for start, end in pairwise([0, *cut, len(parts)])]
        for cut in cuts
    ]
    return min(ways, key=lambda way: max(map(wide, way)))


def around(text: Text, x: float, y: float, gaps: Iterable[float]) -> list[Place]:
    """The places round a point, the nearer before the farther."""
    line = text.height / len(text.lines)
    return [
        _beside(text, x, y, gap, side)
        for gap in gaps
        for side in (FAR_SIDES if gap > NEAR * line else SIDES)
    ]


def along(text: Text, points: Iterable[tuple[float, float]], gap: float) -> list[Place]:
    """The places below and above the points of a line, ending there."""
    places = []
    for x, y in points:
        for top in (y + gap, y - gap - text.height):
            box = Box(x - text.width, top, x, top + text.height)
            places.append(Place(text, x - text.width / 2, y, box))
    return places


def centred(text: Text, x: float, y: float) -> Place:
    """The place over a point."""
    left, top = x - text.width / 2, y - text.height / 2
    return Place(text, x, y, Box(left, top, left + text.width, top + text.height))


def settled(
    wishes: Sequence[tuple[str, list[Place]]], room: Box, lines: list[Box], points: list[Box]
) -> dict[str, Place]:
    """The place of each name; a name for which none of its places is free is left out.

    Parameters
    ----------
    wishes
        Names with their places, the better first.
    room
        What no label leaves.
    lines, points
        What is drawn: no label lies on either, and no leader goes through a point.
    """
    found: dict[str, Place] = {}
    drawn, marks = [*lines, *points], list(points)
    for name, places in wishes:
        inside = [place for place in places if _inside(place.box, room)]
        free = _free([place.box for place in inside], drawn)
        for place in (place for place, is_free in zip(inside, free, strict=True) if is_free):
            leader = _leader(place)
            if _led(place, leader, marks):
                found[name] = place
                drawn += [place.box, *leader]
                marks += [place.box, *leader]
                break
    return found


def _beside(text: Text, x: float, y: float, gap: float, side: tuple[int, int]) -> Place:
    across, down = side
    gap = gap * 0.75 if across and down else gap
    left = {1: x + gap, -1: x - gap - text.width, 0: x - text.width / 2}[across]
    top = {1: y + gap, -1: y - gap - text.height, 0: y - text.height / 2}[down]
    return Place(text, x, y, Box(left, top, left + text.width, top + text.height))


def _inside(box: Box, room: Box) -> bool:
    high = room.top <= box.top and box.bottom <= room.bottom
    return high and room.left <= box.left and box.right <= room.right


def _free(boxes: list[Box], drawn: list[Box]) -> list[bool]:
    """Which of the boxes have nothing in common with what is drawn."""
    if not (boxes and drawn):
        return [True] * len(boxes)
    left, top, right, bottom = np.array(boxes).T[:, :, None]
    others = np.array(drawn).T
    across = (others[0] < right) & (left < others[2])
    return (~(across & (others[1] < bottom) & (top < others[3])).any(axis=1)).tolist()


def _led(place: Place, leader: list[Box], marks: list[Box]) -> bool:
    """Whether the leader goes through nothing that is marked, but for its own point."""
    return all(_free(leader, [box for box in marks if not _holds(box, place.x, place.y)]))


def _leader(place: Place) -> list[Box]:
    """The leader as a row of little boxes; none where there is none."""
    if (end := place.leader) is None:
        return []
    xs = place.x + (end[0] - place.x) * _SAMPLES
    ys = place.y + (end[1] - place.y) * _SAMPLES
    grain = place.text.height / len(place.text.lines) * GRAIN
    return [
        Box(float(x) - grain, float(y) - grain, float(x) + grain, float(y) + grain)
        for x, y in zip(xs, ys, strict=True)
    ]


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom
