"""The tables have addresses that stay: whole files, written only where something changed."""

import hashlib
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import curated
import pandas as pd
import pytest

from components import downloads
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.downloads.addresses import publish_tables
from data import writing

DAY = date(2015, 9, 24)


@pytest.fixture(scope="module")
def atlas():
    return curated.atlas()


@pytest.fixture(scope="module")
def folder(atlas, tmp_path_factory):
    made = tmp_path_factory.mktemp("static") / "data"
    publish_tables(atlas, DAY, made)
    return made


def index(folder):
    return json.loads((folder / "index.json").read_text("utf-8"))


def ages(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


@pytest.mark.parametrize("name", downloads.TABLES)
def test_every_table_stands_there_as_csv_and_json_with_the_same_rows(folder, name):
    csv = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    told = json.loads((folder / f"{name}.json").read_text("utf-8"))
    keys = [column["name"] for column in told["columns"]]
    assert [list(row) for row in told["rows"]] == [keys] * len(csv)
    key = keys[0]
    assert [row[key] for row in told["rows"]] == csv[key].tolist()
    assert set(told["citation"]) == set(told["title"]) == set(LANGUAGES)


@pytest.mark.parametrize("name", downloads.TABLES)
def test_the_json_there_is_the_one_that_is_downloaded(folder, atlas, name):
    made = downloads.table(name, atlas, Choice(DAY))
    content = downloads.written(made, "json", Wording("en"))
    assert (folder / f"{name}.json").read_bytes() == content


def test_json_has_numbers_truth_values_days_and_null(folder):
    totals, status = (
        json.loads((folder / f"{name}.json").read_text("utf-8"))["rows"]
        for name in ("totals", "status")
    )
    assert {type(row["count"]) for row in totals} == {int}
    assert {type(row["day"]) for row in totals} == {str, type(None)}
    assert {type(row["has_kiz"]) for row in status} == {bool}


def test_the_index_names_every_file_with_its_hash_and_its_columns(folder, atlas):
    told = index(folder)
    assert told["version"] == atlas.version
    assert [table["name"] for table in told["tables"]] == list(downloads.TABLES)
    named = {"index.json"}
    for table in told["tables"]:
        for name, digest in table["files"].items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
            named.add(name)
        assert all(column["description"]["en"] for column in table["columns"])
    assert {path.name for path in folder.iterdir()} == named


def test_status_and_holdouts_are_of_the_day_and_the_tables_of_all_days_claim_none(folder):
    days = {table["name"]: table.get("day") for table in index(folder)["tables"]}
    assert days["status"] == days["holdouts"] == days["changes"] == DAY.isoformat()
    assert {days[name] for name in ("events", "sources", "totals", "curve")} == {None}


def test_the_same_day_again_touches_nothing(folder, atlas):
    before = ages(folder)
    publish_tables(atlas, DAY, folder)
    assert ages(folder) == before


def test_the_next_day_replaces_only_what_it_changes(atlas, tmp_path):
    publish_tables(atlas, DAY, tmp_path)
    before = ages(tmp_path)
    publish_tables(atlas, DAY + timedelta(1), tmp_path)
    after = ages(tmp_path)
    touched = {name for name, age in after.items() if age != before[name]}
    assert {"status.csv", "holdouts.json", "index.json"} <= touched
    kept = ("events", "sources", "totals", "curve", "districts")
    assert not {name for name in touched if name.startswith(kept)}
    csv = downloads.table("status", atlas, Choice(DAY + timedelta(1)))
    read = pd.read_csv(tmp_path / "status.csv", dtype=str, keep_default_na=False)
    assert set(read["atlas_day"]) == {"2015-09-25"} and len(read) == len(csv.frame)


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(folder, atlas, monkeypatch):
    before = {path: path.read_bytes() for path in folder.iterdir()}

    def full(draft, place):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(writing.WriteError, match=r"status\.csv: cannot be written \(No space"):
        publish_tables(atlas, DAY + timedelta(1), folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_two_servers_may_write_at_once(atlas, folder, tmp_path):
    with ThreadPoolExecutor(2) as servers:
        writes = [servers.submit(publish_tables, atlas, DAY, tmp_path) for _ in range(2)]
        named = [[path.name for path in done.result()] for done in writes]
    assert named[0] == named[1] and set(named[0]) == set(ages(tmp_path))
    assert all((tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in named[0])


def test_the_csv_there_is_the_one_that_is_downloaded(folder, atlas):
    table = downloads.table("events", atlas, Choice(DAY))
    read = pd.read_csv(io.BytesIO((folder / "events.csv").read_bytes()), keep_default_na=False)
    assert len(read) == len(table.frame)
    assert json.loads((folder / "events.csv-metadata.json").read_bytes())["url"] == "events.csv"
