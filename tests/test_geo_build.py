"""Building the boundaries from a file: reproducible, exact, all or nothing."""

import json
import random
from hashlib import sha256

import pytest
import shapely
from boundary_service import collection, contents, district_keys, project, state
from shapely.geometry import shape

from data import writing
from geo import build, municipalities, shapes
from geo.boundaries import BoundaryError


@pytest.fixture
def root(tmp_path):
    return project(tmp_path / "project")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "gemeinden.geojson"
    path.write_bytes(collection(state()))
    return path


def features(root):
    return json.loads((root / build.DISTRICTS).read_text(encoding="utf-8"))["features"]


def test_two_builds_give_the_same_bytes(root, source):
    build.build(source, root)
    first = contents(root)
    build.build(source, root)
    assert contents(root) == first


def test_the_order_of_the_source_is_irrelevant(root, source):
    build.build(source, root)
    first = contents(root)
    source.write_bytes(collection(random.Random(2).sample(state(), 396)))
    build.build(source, root)
    assert contents(root) == first


def test_the_order_of_the_source_is_irrelevant_to_its_packing(source):
    first = municipalities.pack(municipalities.read(source))
    source.write_bytes(collection(state()[::-1]))
    assert municipalities.pack(municipalities.read(source)) == first


def test_packing_loses_nothing(source, tmp_path):
    plain = municipalities.read(source)
    packed = tmp_path / "packed.xz"
    packed.write_bytes(municipalities.pack(plain))
    again = municipalities.read(packed)
    assert again.equals(plain)
    assert municipalities.pack(again) == packed.read_bytes()


def test_the_city_of_aachen_is_cut_out_of_its_staedteregion(root, source):
    build.build(source, root)
    areas = {one["properties"]["ags"]: shape(one["geometry"]) for one in features(root)}
    assert list(areas) == district_keys()
    assert not shapely.overlaps(areas["05334"], areas["05334002"])
    assert areas["05334"].area == pytest.approx(17 * areas["05334002"].area)


def test_rings_turn_as_rfc_7946_asks(root, source):
    build.build(source, root)
    parts = shapely.get_parts([shape(one["geometry"]) for one in features(root)])
    assert all(part.exterior.is_ccw for part in parts)


def test_the_data_package_records_the_file_and_keeps_the_rest(root, source):
    other = {"name": "events", "path": "data/events.csv", "title": "Ereignisse für alle"}
    stale = {"name": "districts-boundaries", "path": "geo/districts.geojson", "bytes": 3}
    package = {"name": "kiz", "resources": [other, stale]}
    (root / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    build.build(source, root)
    kept, recorded = json.loads((root / "datapackage.json").read_bytes())["resources"]
    content = (root / build.DISTRICTS).read_bytes()
    assert kept == other
    assert recorded["bytes"] == len(content)
    assert recorded["hash"] == f"sha256:{sha256(content).hexdigest()}"


def test_a_build_that_changes_nothing_leaves_the_data_package_as_it_is_written(root, source):
    (root / "datapackage.json").write_text('{"resources":  []}', encoding="utf-8")
    build.build(source, root)
    assert (root / "datapackage.json").read_text(encoding="utf-8") == '{"resources":  []}'


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"resources": [3]}'])
def test_a_damaged_data_package_stops_the_build(root, source, capsys, content):
    (root / "datapackage.json").write_text(content, encoding="utf-8")
    before = contents(root)
    assert build.main(["--source", str(source)], root=root) == 1
    assert contents(root) == before
    assert capsys.readouterr().err.startswith("datapackage.json: not a data package")


def test_a_file_that_cannot_be_written_leaves_all_others_untouched(
    root, source, capsys, monkeypatch
):
    (root / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    fill = writing.fill

    def full(path, *content):
        fill(path, *content)
        if "datapackage" in path.name:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "fill", full)
    before = contents(root)
    assert build.main(["--source", str(source)], root=root) == 1
    assert contents(root) == before
    assert "datapackage.json: cannot be written (No space" in capsys.readouterr().err


def test_a_source_that_is_not_there_is_one_line(root, capsys):
    before = contents(root)
    assert build.main(["--source", "nowhere.geojson"], root=root) == 1
    assert contents(root) == before
    assert capsys.readouterr().err.startswith("nowhere.geojson: cannot be read")


def test_a_packed_source_that_is_damaged_is_one_line(root, capsys):
    assert build.main([], root=root) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_districts_without_a_name_are_named(root, source):
    table = root / "data/districts.csv"
    table.write_text("ags,name\n05100,Kreis 05100\n05999,Kreis 05999\n", encoding="utf-8")
    with pytest.raises(BoundaryError, match=r"other districts than in data/districts.csv: .*05999"):
        build.build(source, root)


def test_a_missing_table_of_names_is_named(root, source):
    (root / "data/districts.csv").unlink()
    with pytest.raises(BoundaryError, match=r"data/districts.csv: .*; run: python -m data.check"):
        build.build(source, root)


def test_an_area_off_by_more_than_one_percent_is_refused(source, monkeypatch):
    full = shapes.dissolve(municipalities.read(source))
    monkeypatch.setattr(shapes, "TOLERANCE_M", 4_000)
    with pytest.raises(BoundaryError, match=r"area of 05334 is off by 2\.97%; lower TOLERANCE_M"):
        shapes.simplify(full)


def test_gaps_and_overlaps_from_rounding_are_refused(source, monkeypatch):
    full = shapes.dissolve(municipalities.read(source))
    monkeypatch.setattr(shapes, "DECIMALS", 1)
    with pytest.raises(BoundaryError, match="overlap or leave gaps; lower TOLERANCE_M"):
        shapes.simplify(full)


def test_a_label_sits_inside_the_largest_part(root, source):
    build.build(source, root)
    for one in features(root):
        point = shapely.Point(one["properties"]["label_lon"], one["properties"]["label_lat"])
        largest = max(shapely.get_parts(shape(one["geometry"])), key=shapely.area)
        assert largest.contains(point)
