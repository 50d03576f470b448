"""Health is red while the tables on the disk are unsound, and what was sound goes on."""

from dataclasses import replace

import curated
import pytest
from asking import ask
from starlette.applications import Starlette

from components.base import sound
from components.base.sound import Keeper
from components.page import cache
from data.problems import DataError
from server import lifespan, routes

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


def test_health_is_green_while_all_is_sound(disk):
    disk(curated.atlas)
    version = curated.atlas().version
    assert health() == (200, {"sound": True, "serving": version, "findings": []})


def test_health_is_red_with_the_findings_and_what_was_sound_goes_on(disk, caplog):
    disk(curated.atlas)
    disk(broken)
    version = curated.atlas().version
    assert health() == (503, {"sound": False, "serving": version, "findings": [FAULT]})
    assert [record.message for record in caplog.records if FAULT in record.message]
    disk(curated.atlas)
    assert health()[0] == 200


def test_health_is_red_without_any_tables(disk):
    disk(broken)
    assert health() == (503, {"sound": False, "serving": None, "findings": [FAULT]})


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

    def other():
        return replace(curated.atlas(), version="2030-01-01+0")

    disk(curated.atlas)
    assert version(True) == curated.atlas().version
    assert version(True) == "2030-01-01+0"
