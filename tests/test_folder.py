"""The folder that several processes share: whole files or none, whatever befalls the disk."""

import logging
import os
import time
from contextlib import contextmanager

import pytest
from asking import ask
from starlette.applications import Starlette

from components.base import folder, published
from components.base.folder import Folder, named
from server import routes

CONTENT = b"p { color: red }"
NAME = named("style", CONTENT, "css")


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """The folder of the site, as the operators set it."""
    monkeypatch.setenv("KIZ_ATLAS_FOLDER", str(tmp_path))
    return tmp_path


@contextmanager
def another_process(monkeypatch):
    """What a process knows that has published nothing yet."""
    with monkeypatch.context() as patch:
        patch.setattr(published, "STORE", published.Store(9))
        patch.setattr(published, "CODE", published.Store(9))
        patch.setattr(published, "PICTURES", published.Store(9))
        patch.setattr(published, "_folder", Folder)
        yield


def names(place):
    return sorted(file.name for file in place.iterdir())


@pytest.mark.parametrize(
    "publish", [published.publish_bytes, published.publish_code, published.publish_picture]
)
def test_what_one_process_publishes_every_other_answers_with(shared, monkeypatch, publish):
    address = publish("style", CONTENT, "css")
    with another_process(monkeypatch):
        answer = ask(Starlette(routes=routes.routes()), f"/{address}")
    assert (answer.status, answer.content) == (200, CONTENT)
    assert answer.media_type == "text/css" and names(shared) == [NAME]


def test_without_the_setting_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    published.publish_bytes("style", CONTENT, "css")
    published.tidy()
    assert names(tmp_path) == []
    with another_process(monkeypatch):
        assert published.file(NAME) is None


@pytest.mark.parametrize(
    "name",
    [
        f"../{NAME}",
        f"x/{NAME}",
        f"/etc/{NAME}",
        f".{NAME}.part",
        "secret",
        f"{NAME}\n",
        f"{NAME}\0",
    ],
)
def test_no_name_but_one_of_ours_is_looked_for(tmp_path, name):
    for place in (tmp_path / "secret", tmp_path / NAME):
        place.write_bytes(CONTENT)
    (tmp_path / "in").mkdir()
    assert Folder(tmp_path).get(NAME) == CONTENT
    assert Folder(tmp_path / "in").get(name) is None and Folder(tmp_path).get(name) is None


def test_a_file_that_is_not_what_its_name_tells_is_not_answered_with(tmp_path, caplog):
    (tmp_path / NAME).write_bytes(b"alert(1)")
    assert Folder(tmp_path).get(NAME) is None and names(tmp_path) == []
    assert [record.message for record in caplog.records if NAME in record.message]


def test_a_file_that_was_left_without_its_content_is_written_again(tmp_path):
    (tmp_path / NAME).write_bytes(b"")
    Folder(tmp_path).put(NAME, CONTENT)
    assert (tmp_path / NAME).read_bytes() == CONTENT


def test_neither_a_link_nor_a_pipe_nor_a_folder_is_read(tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(CONTENT)
    (tmp_path / NAME).symlink_to(outside)
    assert Folder(tmp_path).get(NAME) is None
    (tmp_path / NAME).unlink()
    os.mkfifo(tmp_path / NAME)
    assert Folder(tmp_path).get(NAME) is None
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    assert Folder(tmp_path).get(NAME) is None


def test_a_file_too_large_is_not_read(tmp_path, monkeypatch):
    (tmp_path / NAME).write_bytes(CONTENT)
    monkeypatch.setattr(folder, "LARGEST", len(CONTENT) - 1)
    assert Folder(tmp_path).get(NAME) is None


def test_a_file_that_is_there_is_not_written_again(tmp_path, monkeypatch):
    Folder(tmp_path).put(NAME, CONTENT)
    monkeypatch.setattr(folder.tempfile, "mkstemp", None)
    Folder(tmp_path).put(NAME, CONTENT)
    assert (tmp_path / NAME).read_bytes() == CONTENT


def aged(place, seconds):
    then = time.time() - seconds
    os.utime(place, (then, then))


def test_drafts_of_processes_that_were_ended_go_and_those_of_others_stay(tmp_path):
    old, young, foreign = (tmp_path / name for name in (".a.part", ".b.part", "letter.txt"))
    for place in (old, young, foreign):
        place.write_bytes(b"half")
        aged(place, 0 if place == young else 100 * folder.KEPT_S)
    Folder(tmp_path).tidy()
    assert names(tmp_path) == [".b.part", "letter.txt"]


def test_what_nobody_has_asked_for_goes_and_who_asks_keeps_it(tmp_path):
    for name in (NAME, other := named("other", b"1", "json")):
        (tmp_path / name).write_bytes(CONTENT if name == NAME else b"1")
        aged(tmp_path / name, folder.KEPT_S + 60)
    kept = Folder(tmp_path)
    kept.get(other)
    kept.tidy()
    assert names(tmp_path) == [other]


def test_what_is_in_memory_and_asked_for_is_kept_too(shared, monkeypatch):
    address = published.publish_bytes("style", CONTENT, "css")
    (shared / NAME).unlink()
    published.tidy()
    assert published.file(address.rpartition("/")[2]) == CONTENT
    assert names(shared) == [NAME]


def test_no_more_bytes_are_kept_than_there_is_room_for(tmp_path):
    kept = Folder(tmp_path, most_bytes=1000)
    for number in range(100):
        content = bytes([number]) * 100
        kept.put(named("x", content, "svg"), content)
        assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 1250 + 100
    kept.tidy()
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 1000


def test_a_folder_that_is_gone_is_told_once_and_comes_back_without_a_hand(tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    place = tmp_path / "shared"
    kept = Folder(place)
    for number in range(5):
        kept.put(named("x", b"%d" % number, "json"), b"%d" % number)
        kept.tidy()
    assert kept.get(NAME) is None
    (told,) = (record.message for record in caplog.records)
    assert told.startswith(f"{place}: No such file or directory; goes on from memory; make room")
    place.mkdir()
    kept.put(NAME, CONTENT)
    assert names(place) == [NAME]
    assert caplog.records[-1].message == f"{place}: can be written to again"
