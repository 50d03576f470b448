"""Files that are spoiled while the server runs: the last state goes on until they are mended."""

import json
import shutil
from dataclasses import replace

import curated
import page_driver
import pytest
from page_driver import opened
from processes import copied, server, until

from components.base import sound
from components.base.sound import Held
from components.page import frame
from data import schema
from data.problems import DataError
from data.schema import DATA

#: What becomes of a file.
FAULTS = {
    "rubbish": lambda file: file.write_bytes(b"\x00\xff<html>\n" * 99),
    "empty": lambda file: file.write_bytes(b""),
    "half": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "missing": lambda file: file.unlink(),
}
#: What everybody asks for; none of it may change or fail while the files are spoiled.
ASKED = ("/", "/verlauf", "/embed", "/api/v1/status", "/feed.atom", "/data/events.csv")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_table_that_is_spoiled_is_found(tmp_path, fault):
    tables = sorted(DATA.glob("*.csv"))
    assert len(tables) == len(schema.tables())
    for table in tables:
        fault(shutil.copy(table, tmp_path / table.name) and tmp_path / table.name)
    with pytest.raises(DataError) as error:
        sound.read(tmp_path)
    named = {problem.file.rpartition("/")[2] for problem in error.value.problems}
    assert named == {table.name for table in tables}


@pytest.mark.parametrize("table", sorted(file.name for file in DATA.glob("*.csv")))
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_fault_of_every_table_alone_is_noticed(tmp_path, table, fault):
    for file in DATA.glob("*.csv"):
        shutil.copy(file, tmp_path)
    before = sound._seen(tmp_path)
    fault(tmp_path / table)
    assert sound._seen(tmp_path) != before


def test_what_is_spoiled_while_it_runs_changes_nothing_and_is_told_until_it_is_mended(tmp_path):
    tree = copied(tmp_path / "tree")
    own = {name: tree / name for name in ("data/events.csv", "geo/districts.geojson")}
    own["datapackage.json"] = tree / "datapackage.json"
    sane = {file: file.read_bytes() for file in own.values()}

    def red_for(name):
        status, content = running.ask("/healthz")
        return status == 503 and json.loads(content)["findings"][0].startswith(name)

    with server(tree) as running:
        before = {path: running.ask(path) for path in ASKED}
        picture = running.ask("/bild/karte.png")
        serving = json.loads(running.ask("/healthz")[1])["serving"]
        assert {status for status, _ in before.values()} == {200}
        for spoil, file in zip(list(FAULTS.values())[:3], own.values(), strict=True):
            spoil(file)
        for name in ("datapackage.json", "data/events.csv", "geo/districts.geojson"):
            until(lambda name=name: red_for(name), f"the finding of {name}")
            assert json.loads(running.ask("/healthz")[1])["serving"] == serving
            assert {path: running.ask(path) for path in ASKED} == before
            own[name].write_bytes(other(sane[own[name]]) if "geo" in name else sane[own[name]])
        until(lambda: running.ask("/healthz")[0] == 200, "health")
        # Other boundaries with the same tables: the version is that of the tables.
        assert json.loads(running.ask("/healthz")[1])["serving"] == serving
        assert running.ask("/bild/karte.png") != picture
        assert running.ask("/embed") != before["/embed"]
        told = [line for line in running.log if "what was sound goes on" in line]
        assert all(any(name in line for line in told) for name in own)
        assert len(told) == len(set(told)) and "Traceback" not in "".join(running.log)


def other(boundaries):
    """The same boundaries without the first island or enclave, or with another corner."""
    told = json.loads(boundaries)
    corners = told["features"][0]["geometry"]["coordinates"][0]
    del (corners[0] if isinstance(corners[0][0], list) else corners)[3]
    return json.dumps(told).encode()


@pytest.mark.usefixtures("unread")
def test_a_page_that_is_being_made_when_tables_are_taken_over_is_not_made_of_both(monkeypatch):
    before, top, runs = sound.held(), frame.top, []
    later = replace(curated.atlas(), version="2030-01-01+0")

    def taken_over(words):
        top(words)
        runs.append(words)
        held = Held(later, before.package, before.number + 1)
        monkeypatch.setattr(sound.KEEPER, "_held", held)

    monkeypatch.setattr(frame, "top", taken_over)
    shown = page_driver.html(opened("karte", tag="2015-09-24"))
    assert len(runs) == 2
    assert later.version in shown and before.atlas.version not in shown
