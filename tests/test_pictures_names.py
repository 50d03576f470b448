"""Names on the printed map: every city is named on request, and no name hides another district."""

from datetime import date
from functools import cache

import numpy as np
import pytest
import shapely
from curated import atlas
from matplotlib.patches import Rectangle
from shapely.geometry import box

from components.base.choice import Choice
from components.printed import pictures
from components.printed.marks import HIDDEN
from components.printed.order import Order
from components.printed.paper import SHAPES

DAY, LATER = date(2013, 6, 12), date(2015, 9, 24)
DISTRICTS = atlas().tables.districts.set_index("short_name")
CITIES = set(DISTRICTS.index[DISTRICTS["kind"].eq("kreisfreie Stadt")])


@cache
def land(shape, day=DAY, **more):
    """The axes of a map, drawn."""
    sheet = pictures.picture(Order("map", Choice(day, **more), shape), atlas())
    return next(axes for axes in sheet.figure.axes if any(map(area_of, axes.patches)))


def area_of(patch):
    return str(patch.get_gid()).startswith("area-")


def names(axes):
    """What is written on the map but the signs, and the plate below it, in metres."""
    plates = [box(*part.get_bbox().extents) for part in axes.patches if isinstance(part, Rectangle)]
    written = [text for text in axes.texts if len(text.get_text()) > 2]
    for text in written:
        point = shapely.Point(text.get_position())
        (plate,) = [plate for plate in plates if plate.contains(point)]
        yield text.get_text().lstrip("×? ").split("\n")[0], plate


@pytest.mark.parametrize("shape", SHAPES)
def test_every_city_is_named_on_request(shape):
    written = [name for name, _ in names(land(shape, label="cities"))]
    assert set(written) == CITIES and len(written) == len(CITIES)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("day", "label"), [(DAY, "cities"), (LATER, "few")])
def test_no_name_stands_on_the_middle_of_another_district_or_hides_much_of_any(shape, day, label):
    flat = atlas().flat
    hidden = np.zeros(len(flat))
    for name, plate in names(land(shape, day, label=label)):
        others = flat[flat["ags"].ne(DISTRICTS.loc[name, "ags"])]
        middles = shapely.points(others["x"], others["y"])
        assert not shapely.contains(plate, middles).any(), name
        hidden += shapely.area(shapely.intersection(flat.geometry.to_numpy(), plate))
    assert (hidden <= (HIDDEN + 0.001) * flat.area.to_numpy()).all()


@pytest.mark.parametrize("shape", ["16:9", "1:1"])
def test_no_sign_fills_its_city(shape):
    axes, flat = land(shape, colouring="status", label="none"), atlas().flat
    plates = [box(*part.get_bbox().extents) for part in axes.patches if isinstance(part, Rectangle)]
    assert plates
    for plate in plates:
        own = flat[flat.contains(plate.centroid)]
        assert plate.area <= 0.3 * own.area.iloc[0]


def test_those_without_are_named_while_they_are_few_unless_no_names_are_asked_for():
    without = {"Borken", "Coesfeld", "Kleve", "Steinfurt", "Viersen"}
    assert {name for name, _ in names(land("1:1", LATER))} == without
    assert list(names(land("1:1", LATER, label="none"))) == []
    assert list(names(land("1:1"))) == []
