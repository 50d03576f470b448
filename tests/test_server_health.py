"""Health is red while the tables on the disk are unsound, and what was sound goes on."""

from dataclasses import replace
from unittest.mock import ANY

import curated
import pytest
from asking import ask
from starlette.applications import Starlette

from components.base import VERSION, sound
from components.base.sound import Keeper
from components.page import cache
from data import tables as data_tables
from data.problems import DataError
from geo import boundaries
from server import lifespan, log, routes

FAULT = 'data/events.csv:17: event "refusal" does not fit; write rejection'


@pytest.fixture
def disk(monkeypatch):
    """A disk whose tables are read as the test says; each change is seen."""
    said = {"read": curated.atlas, "seen": 0}

    def look_at(folder):
        return (("events.csv", said["seen"], 1),)

    monkeypatch.setattr(sound, "_seen", look_at)
    monkeypatch.setattr(sound, "read", lambda folder: said["read"]())
    monkeypatch.setattr(sound, "KEEPER", Keeper())
    monkeypatch.setattr(lifespan, "FIRST", ())

    def change(read):
        said.update(read=read, seen=said["seen"] + 1)
        lifespan.look()  # what is being written is left for the next look
        lifespan.look()

    return change


def broken():
    raise DataError(FAULT)


def health():
    answer = ask(Starlette(routes=routes.routes()), "/healthz")
    assert answer.headers["cache-control"] == "no-store"
    return answer.status, answer.told


def told(serving, *findings):
    versions = {"program": VERSION, "serving": serving}
    return {"sound": not findings, "findings": [*findings], **versions}


def test_health_is_green_while_all_is_sound(disk):
    disk(curated.atlas)
    version = curated.atlas().version
    assert health() == (200, told(version))


def test_health_is_red_with_the_findings_and_what_was_sound_goes_on(disk, caplog):
    disk(curated.atlas)
    disk(broken)
    version = curated.atlas().version
    assert health() == (503, told(version, FAULT))
    assert [record.message for record in caplog.records if FAULT in record.message]
    disk(curated.atlas)
    assert health()[0] == 200


def test_health_is_red_without_any_tables(disk):
    disk(broken)
    assert health() == (503, told(None, FAULT))


def test_each_finding_is_told_once_and_what_is_taken_over_with_both_versions(disk, caplog):
    def doubly():
        raise DataError(FAULT, "data/events.csv:18: empty")

    caplog.set_level("INFO", log.LOG.name)
    for read in (curated.atlas, broken, doubly, doubly, other):
        disk(read)
    said = [log.Text().format(record).partition(": ")[2] for record in caplog.records]
    version, goes_on = curated.atlas().version, "not sound, what was sound goes on:"
    assert said == [
        f"tables taken over was=None data={version}",
        f"{goes_on} {FAULT}",
        f"{goes_on} data/events.csv:18: empty",
        f"tables taken over was={version} data=2030-01-01+0",
    ]


def other():
    return replace(curated.atlas(), version="2030-01-01+0")


SPOILED = {
    "gone": (None, "missing"),
    "empty": (b"", "not JSON"),
    "cut off": (b'{"type": "FeatureCollection", "features": [', "not JSON"),
    "no text": (b"\xff\xfe\x00", "not JSON"),
    "a page": (b"<html>", "not JSON"),
    "a list": (b"[]", "not the GeoJSON"),
    "deep": (b"[" * 100_000, "not JSON"),
    "no areas": (b'{"features": [], "attribution": "x"}', "not the GeoJSON"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_health_is_red_when_the_boundaries_are_spoiled_while_it_runs(how, monkeypatch, tmp_path):
    file, (content, finding) = tmp_path / "districts.geojson", SPOILED[how]
    sound_ones, tables, load = boundaries.DISTRICTS.read_bytes(), curated.tables(), boundaries.load
    monkeypatch.setattr(boundaries, "DISTRICTS", file)
    monkeypatch.setattr(boundaries, "load", lambda keys: load(keys, file))
    monkeypatch.setattr(sound.check, "problems", lambda folder, day: [])
    monkeypatch.setattr(data_tables, "load", lambda folder: tables)
    monkeypatch.setattr(sound, "KEEPER", Keeper())
    monkeypatch.setattr(lifespan, "FIRST", ())

    def seen(written):
        file.unlink(missing_ok=True)
        if written is not None:
            file.write_bytes(written)
        for _ in range(2):  # what is being written is left for the next look
            lifespan.look()
        return health()

    status, state = seen(sound_ones)
    assert (status, state["sound"]) == (200, True)
    assert seen(content) == (503, {**state, "sound": False, "findings": [ANY]})
    (line,) = sound.KEEPER.findings
    assert line.startswith(f"{file}: {finding}") and line.endswith("run: python -m geo.build")
    assert seen(sound_ones) == (200, state)


def test_what_was_made_of_other_tables_is_forgotten(disk):
    made = []
    remember = cache.of_atlas(1)(lambda: made.append(1) or len(made))
    disk(curated.atlas)
    assert (remember(), remember()) == (1, 1)
    disk(broken)
    assert remember() == 1
    disk(curated.atlas)
    assert remember() == 2
    lifespan.look()
    assert remember() == 2
    assert cache.atlas() is sound.atlas()


def test_what_is_made_while_the_tables_change_is_not_kept_for_those_that_follow(disk):
    """A page that began with the tables before may end after others have been taken over."""

    @cache.of_atlas(2)
    def version(change):
        made = sound.atlas().version
        if change:
            disk(other)
        return made

    disk(curated.atlas)
    assert version(True) == curated.atlas().version
    assert version(True) == "2030-01-01+0"
