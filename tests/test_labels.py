"""Labels that are set by what they name cover neither one another nor what is drawn."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from components.looks import labels
from components.looks.labels import Box, Text

ROOM = Box(0, 0, 400, 300)
PLACES = st.tuples(st.floats(0, 400), st.floats(0, 300))
LINES = st.builds(
    lambda x, y, wide, high: Box(x, y, x + wide, y + high),
    st.floats(0, 400),
    st.floats(0, 300),
    st.floats(1, 120),
    st.floats(1, 3),
)


def meet(one, other):
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(wide, high) > 1e-6


def wishes(points):
    text = Text(("49 von 54",), 60, 16)
    return [(str(n), labels.around(text, *at, (8, 24, 60))) for n, at in enumerate(points)]


@given(st.lists(PLACES, max_size=8), st.lists(LINES, max_size=8))
def test_no_label_covers_another_or_a_line_or_leaves_the_room(points, lines):
    marks = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    found = labels.settled(wishes(points), ROOM, lines, marks)
    boxes = [place.box for place in found.values()]
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))
    assert not any(meet(box, drawn) for box in boxes for drawn in [*lines, *marks])
    assert all(box.left >= 0 and box.right <= 400 for box in boxes)
    assert all(box.top >= 0 and box.bottom <= 300 for box in boxes)


@given(st.lists(PLACES, max_size=6, unique=True))
def test_labels_stay_apart_where_there_is_more_width(points):
    marks = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    found = labels.settled(wishes(points), ROOM, [], marks)
    wider = [
        Box(*(box.left + place.x, box.top, box.right + place.x, box.bottom))
        for place in found.values()
        for box in [place.box]
    ]
    assert not any(meet(one, other) for one, other in combinations(wider, 2))


def test_a_label_far_from_its_point_has_a_leader_to_its_edge():
    text = Text(("29",), 20, 10)
    near, *_ = labels.around(text, 100, 100, [2])
    far, *_ = labels.around(text, 100, 100, [40])
    assert near.leader is None
    assert far.leader == (far.box.left, far.box.top)


def test_the_first_wish_takes_the_better_place():
    text = Text(("29",), 20, 10)
    first, second = (labels.around(text, 100, 100, [6]) for _ in range(2))
    found = labels.settled([("a", first), ("b", second)], ROOM, [], [])
    assert found["a"] == first[0] and found["b"] == second[1]


def test_a_text_in_two_lines_is_as_narrow_as_can_be():
    assert labels.lines("Band: mindestens und höchstens", 2, len) == [
        "Band: mindestens",
        "und höchstens",
    ]
    assert labels.lines("Kreise", 2, len) == ["Kreise"]
