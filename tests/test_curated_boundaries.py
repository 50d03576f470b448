"""The committed boundaries are what the packed source gives, and as exact as promised."""

import json
from hashlib import sha256
from shutil import copyfile

import pandas as pd
import pytest
import shapely

from geo import boundaries, build, municipalities, shapes
from geo.boundaries import DISTRICTS, ROOT
from geo.neighbours import neighbours
from geo.plane import METRIC


@pytest.fixture(scope="module")
def keys():
    return pd.read_csv(ROOT / "data/districts.csv", dtype="string")["ags"]


@pytest.fixture(scope="module")
def source():
    return municipalities.read(ROOT / build.PACKED)


@pytest.fixture(scope="module")
def areas(keys):
    return boundaries.load(keys)


@pytest.fixture(scope="module")
def borders(areas):
    return {ags: set(one["neighbour"]) for ags, one in neighbours(areas).groupby("ags")}


def test_the_committed_file_equals_a_fresh_build(tmp_path):
    for folder in ("data", "geo"):
        (tmp_path / folder).mkdir()
    copyfile(ROOT / build.NAMES, tmp_path / build.NAMES)
    (built,) = build.build(ROOT / build.PACKED, tmp_path)
    assert built == tmp_path / DISTRICTS.relative_to(ROOT)
    assert built.read_bytes() == DISTRICTS.read_bytes()


def test_the_data_package_records_the_file():
    package = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    recorded = {one["name"]: one for one in package["resources"]}["districts-boundaries"]
    content = DISTRICTS.read_bytes()
    assert recorded["path"] == DISTRICTS.relative_to(ROOT).as_posix()
    assert recorded["bytes"] == len(content)
    assert recorded["hash"] == f"sha256:{sha256(content).hexdigest()}"


def test_there_are_54_areas_and_the_city_of_aachen_is_one(areas):
    assert len(areas) == 54
    assert {"05334", "05334002"} <= set(areas["ags"])


def test_no_area_is_off_by_more_than_one_percent(areas, source):
    full = shapes.dissolve(source)
    simple = areas.set_index("ags").geometry
    assert shapes.area_error(simple, full).max() <= 0.01


def test_no_gap_and_no_overlap_after_rounding(areas):
    assert shapely.coverage_is_valid(areas.geometry.to_numpy())
    whole = shapely.get_parts(areas.union_all("coverage"))
    assert not any(len(part.interiors) for part in whole)
    assert len(whole) == 5  # the state, and what the Vennbahn in Belgium cuts off of it


def test_rings_turn_as_rfc_7946_asks(areas):
    for part in shapely.get_parts(areas.geometry.to_numpy()):
        assert part.exterior.is_ccw
        assert not any(hole.is_ccw for hole in part.interiors)


def test_every_label_sits_well_inside_its_area(areas):
    metric = areas.geometry.to_crs(METRIC)
    points = areas.set_geometry(
        shapely.points(areas["label_lon"], areas["label_lat"]), crs=areas.crs
    ).geometry.to_crs(METRIC)
    assert metric.contains(points).all()
    assert metric.boundary.distance(points).min() > 2_000


def test_the_attribution_is_on_the_file(areas):
    assert areas.attrs["attribution"] == "© GeoBasis-DE / BKG (2017), Daten verändert"


def test_neighbours_are_those_of_the_unsimplified_areas(areas, source):
    full = shapes.dissolve(source).to_crs(areas.crs).reindex(areas["ags"])
    exact = neighbours(areas.set_geometry(full.array))
    columns = ["ags", "neighbour"]
    assert neighbours(areas)[columns].equals(exact[columns])


@pytest.mark.parametrize(
    ("ags", "expected"),
    [
        ("05154", {"05166", "05170", "05554"}),
        ("05334002", {"05334"}),
        ("05334", {"05334002", "05358", "05366", "05370"}),
        ("05515", {"05558", "05566", "05570"}),
    ],
    ids=["Kleve", "Aachen", "StädteRegion Aachen", "Münster"],
)
def test_known_neighbours(borders, ags, expected):
    assert borders[ags] == expected


def test_every_district_has_a_neighbour(borders, keys):
    assert borders.keys() == set(keys)


def test_the_municipalities_are_those_of_the_source_each_with_its_district(source, keys):
    table = pd.read_csv(ROOT / "data/municipalities.csv", dtype="string", keep_default_na=False)
    table = table.sort_values("municipality", ignore_index=True)
    assert table["municipality"].is_unique
    assert len(table) == 396
    assert list(table["municipality"]) == list(source["ags"])
    assert list(table["name"]) == list(source["name"])
    assert list(table["designation"]) == list(source["designation"])
    assert list(table["ags"]) == [shapes.district_key(key) for key in source["ags"]]
    assert set(table["ags"]) == set(keys)
