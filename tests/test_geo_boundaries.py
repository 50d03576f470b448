"""Loading the boundaries refuses anything but the valid areas of the right districts."""

import json

import pytest
from boundary_service import square
from shapely.geometry import MultiPolygon, Polygon, mapping, shape

from geo import boundaries

KEYS = ["05111", "05334", "05334002"]
BOW_TIE = mapping(Polygon([(6, 51), (7, 52), (7, 51), (6, 52), (6, 51)]))


def feature(ags, column=0, **overrides):
    properties = {"ags": ags, "name": f"Kreis {ags}", "label_lon": 6.5, "label_lat": 51.5}
    return {"type": "Feature", "properties": properties, "geometry": square(column, 0)} | overrides


def three():
    return [feature(ags, column) for column, ags in enumerate(KEYS)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "districts.geojson"


def write(path, features):
    document = {"type": "FeatureCollection", "attribution": "© Amt", "features": features}
    path.write_text(json.dumps(document), encoding="utf-8")


def refusal(path, keys=KEYS):
    with pytest.raises(boundaries.BoundaryError) as caught:
        boundaries.load(keys, path=path)
    line = str(caught.value)
    assert line.startswith(f"{path}: ")
    assert line.endswith("; run: python -m geo.build")
    return line


def test_the_right_areas_are_loaded_sorted_with_text_keys_and_attribution(path):
    write(path, three()[::-1])
    frame = boundaries.load(KEYS, path=path)
    assert list(frame["ags"]) == KEYS
    assert list(frame.columns) == ["ags", "name", "label_lon", "label_lat", "geometry"]
    assert frame["ags"].dtype == "string"
    assert frame.crs == "EPSG:4326"
    assert frame.attrs["attribution"] == "© Amt"


def test_an_area_of_several_parts_is_loaded(path):
    parts = MultiPolygon([shape(square(5, 0)), shape(square(7, 0))])
    write(path, [*three()[:2], feature("05334002", geometry=mapping(parts))])
    assert len(boundaries.load(KEYS, path=path)) == 3


def test_a_missing_area_is_named(path):
    write(path, three()[:2])
    assert "2 areas, missing 05334002;" in refusal(path)


def test_a_doubled_area_is_named(path):
    write(path, [*three(), feature("05334", 4)])
    assert "4 areas, doubled 05334;" in refusal(path)


def test_a_wrong_key_is_named_with_the_one_it_replaces(path):
    write(path, [*three()[:2], feature("5334002", 2)])
    assert "3 areas, missing 05334002, unknown 5334002;" in refusal(path)


def test_a_key_that_is_a_number_is_no_key(path):
    write(path, [*three()[:2], feature(5334002, 2)])
    assert "missing 05334002, unknown 5334002" in refusal(path)


@pytest.mark.parametrize(
    "geometry",
    [BOW_TIE, None, mapping(Polygon()), {"type": "Point", "coordinates": [6, 51]}],
    ids=["bow-tie", "none", "empty", "point"],
)
def test_a_shape_that_is_no_valid_area_is_named(path, geometry):
    write(path, [feature("05111", geometry=geometry), *three()[1:]])
    assert "3 areas, invalid shape of 05111;" in refusal(path)


@pytest.mark.parametrize("content", ["", "ags,name", '{"features": ', "\ufeff{}"])
def test_a_file_that_is_not_json_is_said(path, content):
    path.write_text(content, encoding="utf-8")
    assert "not JSON" in refusal(path)


def test_a_file_in_another_encoding_is_said(path):
    path.write_bytes('{"name": "Düren"}'.encode("utf-16"))
    assert "not JSON" in refusal(path)


@pytest.mark.parametrize("content", ["[]", "{}", '{"features": 3}', '{"features": []}', "null"])
def test_json_of_another_kind_is_said(path, content):
    path.write_text(content, encoding="utf-8")
    assert "not the GeoJSON of the districts" in refusal(path)


def test_an_area_without_a_label_point_is_said(path):
    write(path, [feature(ags, properties={"ags": ags, "name": "Kreis"}) for ags in KEYS])
    assert "not the GeoJSON of the districts" in refusal(path)


def test_no_file_at_all_is_said(path):
    assert "missing" in refusal(path)
