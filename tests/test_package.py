"""The Data Package is read and validated over HTTP, and does not follow a disk that breaks."""

import json

import curated
import frictionless
import pytest
from asking import ask, served
from starlette.applications import Starlette

from components.base import sound
from components.base.sound import Keeper
from data import package, schema
from data.problems import DataError, Problem
from server import routes

APP = Starlette(routes=routes.routes())


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """The real tables, read once for all tests, by a keeper of this test alone."""
    monkeypatch.setattr(sound, "read", lambda folder: curated.atlas())
    monkeypatch.setattr(sound, "KEEPER", Keeper())


def test_every_table_is_read_and_validated_from_its_address():
    with served(APP) as site:
        found = frictionless.Package(f"{site}/data/datapackage.json")
        tables = [one for one in found.resources if one.type == "table"]
        rows = {one.name: len(one.read_rows()) for one in tables}
        report = found.validate()
    assert report.valid, report.flatten(["title", "message"])
    assert rows == {name: len(getattr(curated.tables(), name)) for name in schema.tables()}
    assert len(found.resources) == len(tables) + 1


def test_each_file_is_the_one_that_is_curated():
    for resource in schema.descriptor()["resources"]:
        path = schema.DESCRIPTOR.parent / resource["path"]
        assert ask(APP, f"/data/{path.name}").content == path.read_bytes()


def test_a_file_says_what_it_is_and_what_is_none_is_not_found():
    kinds = {name: ask(APP, f"/data/{name}").media_type for name in package.files()}
    assert kinds["datapackage.json"] == "application/json"
    assert kinds["districts.geojson"] == "application/geo+json"
    assert kinds["events.csv"] == "text/csv"
    assert ask(APP, "/data/schema.py").status == 404
    assert ask(APP, "/data/events.csv?day=2015-09-24").status == 400


def broken(folder):
    raise DataError(Problem("data/events.csv", None, "gone"))


def test_a_table_that_breaks_on_the_disk_changes_nothing(monkeypatch):
    before = ask(APP, "/data/events.csv").content
    monkeypatch.setattr(sound, "_seen", lambda folder: ())
    monkeypatch.setattr(package, "files", broken)
    assert [sound.KEEPER.look() for _ in range(2)] == [False, False]
    assert sound.KEEPER.findings == ["data/events.csv: gone"]
    assert ask(APP, "/data/events.csv").content == before


def test_what_changes_while_it_is_read_is_read_again_at_the_next_look(monkeypatch):
    looks = iter([("one",), ("two",), ("two",), ("two",), ("two",)])
    monkeypatch.setattr(sound, "_seen", lambda folder: next(looks))
    assert [sound.KEEPER.look() for _ in range(3)] == [False, True, False]


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(DataError, match=r"/districts\.csv: cannot be read .* \(git checkout\)"):
        package.files(tmp_path)


def test_the_descriptor_is_ours_with_paths_beside_it():
    told = json.loads(package.files()["datapackage.json"])
    assert not [one["path"] for one in told["resources"] if "/" in one["path"]]
    for own, sent in zip(schema.descriptor()["resources"], told["resources"], strict=True):
        assert own["name"] == sent["name"] and own.get("schema") == sent.get("schema")
