"""The committed boundaries are what the packed source gives, and as exact as promised."""

import json
from hashlib import sha256
from shutil import copyfile

import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from geo import boundaries, build, files, municipalities, shapes
from geo.boundaries import DISTRICTS, ROOT
from geo.join import METRIC, neighbours


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
def browser_path():
    (path,) = (ROOT / "static").glob("districts-*.json")
    return path


@pytest.fixture(scope="module")
def browser_shapes(browser_path):
    document = json.loads(browser_path.read_text(encoding="utf-8"))
    return {one["id"]: shape(one["geometry"]) for one in document["features"]}


@pytest.fixture(scope="module")
def borders(areas):
    return {ags: set(one["neighbour"]) for ags, one in neighbours(areas).groupby("ags")}


def test_the_committed_files_equal_a_fresh_build(tmp_path, browser_path):
    for folder in ("data", "geo", "static"):
        (tmp_path / folder).mkdir()
    copyfile(ROOT / build.NAMES, tmp_path / build.NAMES)
    built = build.build(ROOT / build.PACKED, tmp_path)
    assert {path.relative_to(tmp_path) for path in built} == {
        DISTRICTS.relative_to(ROOT),
        browser_path.relative_to(ROOT),
    }
    for path in built:
        assert path.read_bytes() == (ROOT / path.relative_to(tmp_path)).read_bytes()


def test_the_data_package_records_both_files(browser_path):
    package = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    recorded = {one["name"]: one for one in package["resources"]}
    names = {"districts-boundaries": DISTRICTS, "districts-browser": browser_path}
    for name, path in names.items():
        content = path.read_bytes()
        assert recorded[name]["path"] == path.relative_to(ROOT).as_posix()
        assert recorded[name]["bytes"] == len(content)
        assert recorded[name]["hash"] == f"sha256:{sha256(content).hexdigest()}"


def test_there_are_54_areas_and_the_city_of_aachen_is_one(areas, browser_shapes):
    assert len(areas) == 54
    assert list(browser_shapes) == list(areas["ags"])
    assert {"05334", "05334002"} <= set(areas["ags"])


def test_the_browsers_file_is_light_and_named_after_its_content(browser_path):
    content = browser_path.read_bytes()
    assert len(content) <= 160_000
    assert browser_path.relative_to(ROOT) == files.browser_path(content)


def test_no_area_is_off_by_more_than_one_percent(areas, browser_shapes, source):
    full = shapes.dissolve(source)
    simple = areas.set_index("ags").geometry
    assert shapes.area_error(simple, full).max() <= 0.01
    assert all(simple[ags].equals(drawn) for ags, drawn in browser_shapes.items())


def test_no_gap_and_no_overlap_after_rounding(areas, browser_shapes):
    assert shapely.coverage_is_valid(areas.geometry.to_numpy())
    assert shapely.coverage_is_valid(list(browser_shapes.values()))
    whole = shapely.get_parts(areas.union_all("coverage"))
    assert not any(len(part.interiors) for part in whole)
    assert len(whole) == 5  # the state, and what the Vennbahn in Belgium cuts off of it


def test_rings_turn_counter_clockwise_for_everybody_and_clockwise_for_the_browser(
    areas, browser_shapes
):
    for part in shapely.get_parts(areas.geometry.to_numpy()):
        assert part.exterior.is_ccw
        assert not any(hole.is_ccw for hole in part.interiors)
    for part in shapely.get_parts(list(browser_shapes.values())):
        assert not part.exterior.is_ccw
        assert all(hole.is_ccw for hole in part.interiors)


def test_every_label_sits_well_inside_its_area(areas):
    metric = areas.geometry.to_crs(METRIC)
    points = areas.set_geometry(
        shapely.points(areas["label_lon"], areas["label_lat"]), crs=areas.crs
    ).geometry.to_crs(METRIC)
    assert metric.contains(points).all()
    assert metric.boundary.distance(points).min() > 2_000


def test_the_attribution_is_on_the_file_for_everybody(areas):
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
