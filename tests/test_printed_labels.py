"""Names on a printed map: none covers another or a mark, and a moved one points to its area."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString

from components.printed import labels
from components.printed.labels import Label

WIDTH, HEIGHT = 6.0, 6.0
PLACES = st.tuples(st.floats(1, 5), st.floats(1, 5))
NAMES = st.lists(PLACES, max_size=8).map(
    lambda places: [Label(f"n{n}", ("Kreis",), x, y, 0.7, 0.17) for n, (x, y) in enumerate(places)]
)
MARKS = st.lists(PLACES, max_size=20).map(
    lambda places: [Label(f"m{n}", ("?",), x, y, 0.12, 0.15) for n, (x, y) in enumerate(places)]
)


class Free:
    """Land on which a name may stand anywhere."""

    def hides(self, label):
        return False

    def hide(self, label):
        pass


@settings(max_examples=60, deadline=None)
@given(NAMES, MARKS)
def test_a_name_covers_nothing_and_one_without_room_is_told(names, marks):
    moved, without = labels.placed(names, marks, (WIDTH, HEIGHT), Free())
    assert len(moved) + len(without) == len(names)
    assert set(without) <= set(names)
    stayed = {name.ags: name for name in names}
    for number, name in enumerate(moved):
        assert not any(name.covers(other) for other in [*marks, *moved[:number]])
        assert name.lines == stayed[name.ags].lines


@settings(max_examples=30, deadline=None)
@given(PLACES)
def test_a_name_with_free_room_stays_where_it_is(place):
    name = Label("a", ("Kleve",), *place, 0.7, 0.17)
    assert labels.placed([name], [], (WIDTH, HEIGHT), Free()) == ([name], [])


def test_two_names_at_one_place_are_parted_and_both_stay_on_the_map():
    names = [Label(ags, ("Borken",), 0.4, 5.9, 0.7, 0.17) for ags in "ab"]
    first, second = labels.placed(names, [], (WIDTH, HEIGHT), Free())[0]
    assert not first.covers(second)
    for name in (first, second):
        assert name.x - name.width / 2 >= 0 and name.y + name.height / 2 <= HEIGHT


def test_a_name_goes_no_further_than_it_may_reach():
    name = Label("a", ("Kleve",), 3.0, 3.0, 0.7, 0.17)
    mark = Label("b", ("?",), 3.0, 3.0, 2.0, 2.0)
    assert labels.placed([name], [mark], (WIDTH, HEIGHT), Free(), 0.3) == ([], [name])


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_names_in_a_column_stand_apart_on_the_sheet_and_their_lines_do_not_cross(names):
    edge = -0.1
    listed = labels.column(names, edge, HEIGHT)
    assert {name.ags for name in listed} == {name.ags for name in names}
    points = {name.ags: (name.x, name.y) for name in names}
    for name in listed:
        assert name.x + name.width / 2 == pytest.approx(edge)
        assert name.y - name.height / 2 >= 0 and name.y + name.height / 2 <= HEIGHT + 1e-9
    for one, other in combinations(listed, 2):
        assert not one.covers(other)
        lines = [LineString([(edge, name.y), points[name.ags]]) for name in (one, other)]
        assert not lines[0].crosses(lines[1])


def test_a_moved_name_has_a_line_that_ends_on_its_edge():
    name = Label("a", ("Kleve",), 2.0, 2.0, 0.8, 0.2)
    assert labels.end_of_line(name, 2.1, 2.05) is None
    x, y = labels.end_of_line(name, 2.0, 3.0)
    assert (x, y) == (2.0, 2.1)
    x, y = labels.end_of_line(name, 3.0, 2.1)
    assert x == 2.4 and 1.9 <= y <= 2.1
