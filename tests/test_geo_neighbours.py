"""Joining areas to their neighbours."""

from itertools import pairwise

import geopandas as gpd
from boundary_service import square
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from geo.neighbours import neighbours


def areas(grid):
    """Boundaries of a drawing: equal letters in a grid (rows of text) are one district."""
    cells = [
        {"ags": letter, "geometry": shape(square(column, -row))}
        for row, line in enumerate(grid)
        for column, letter in enumerate(line)
    ]
    frame = gpd.GeoDataFrame(cells, crs="EPSG:4326").dissolve("ags", method="coverage")
    frame = frame.reset_index().astype({"ags": "string"})
    return frame.assign(label_lon=6.0, label_lat=51.0)


def pairs(frame):
    return set(zip(frame["ags"], frame["neighbour"], strict=True))


def touching(grid):
    """The pairs of letters that stand beside or above each other, both ways."""
    columns = ["".join(column) for column in zip(*grid, strict=True)]
    steps = {pair for line in [*grid, *columns] for pair in pairwise(line)}
    return {pair for a, b in steps for pair in ((a, b), (b, a)) if a != b}


def test_areas_that_meet_in_a_point_are_no_neighbours():
    assert pairs(neighbours(areas(["AB", "CD"]))) == touching(["AB", "CD"])


def test_an_area_inside_another_is_its_neighbour_all_around():
    found = neighbours(areas(["AAA", "ABA", "AAA"]))
    assert pairs(found) == {("A", "B"), ("B", "A")}
    assert found["border_m"].between(22_000, 23_000).all()


grids = st.lists(st.text("ABCDE", min_size=4, max_size=4), min_size=4, max_size=4)


@settings(max_examples=40, deadline=None)
@given(grids)
def test_neighbours_are_those_that_share_a_side_both_ways_and_never_oneself(grid):
    found = neighbours(areas(grid))
    assert pairs(found) == touching(grid)
    there = found.set_index(["ags", "neighbour"])["border_m"]
    back = found.set_index(["neighbour", "ags"])["border_m"]
    assert there.to_dict() == back.to_dict()
    assert list(there.index) == sorted(there.index)
