"""A file for the browser is written once, whole or not at all, under a name with its hash."""

import hashlib
import json
import os

import pytest

from components.base import published
from components.base.published import publish
from data import writing


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(published, "STATIC", tmp_path)
    return tmp_path / "generated"


def file_of(address, folder):
    return folder.parent / address.removeprefix("app/static/")


def test_the_name_has_the_hash_of_the_content(folder):
    address = publish("words", {"ä": [1, 2]}, folder)
    content = file_of(address, folder).read_bytes()
    assert json.loads(content) == {"ä": [1, 2]}
    digest = hashlib.sha256(content).hexdigest()[:8]
    assert address == f"app/static/generated/words-{digest}.json"


def test_the_same_content_has_the_same_name_and_is_written_once(folder):
    address = publish("words", [1], folder)
    written = file_of(address, folder).stat().st_mtime_ns
    assert publish("words", [1], folder) == address
    assert file_of(address, folder).stat().st_mtime_ns == written
    assert len(list(folder.iterdir())) == 1


def test_other_content_has_another_name_and_leaves_the_first(folder):
    first, second = publish("words", [1], folder), publish("words", [2], folder)
    assert first != second
    assert json.loads(file_of(first, folder).read_bytes()) == [1]


def test_a_write_that_fails_leaves_nothing_under_the_name(folder, monkeypatch):
    def full(draft, place):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(writing.WriteError, match="No space left"):
        publish("words", [1, 2, 3], folder)
    assert list(folder.iterdir()) == []


def test_the_name_appears_only_when_the_file_is_complete(folder, monkeypatch):
    seen = []

    def watch(draft, place):
        seen.append((place.exists(), json.loads(draft.read_bytes())))
        draft.rename(place)

    monkeypatch.setattr(os, "replace", watch)
    publish("words", [1], folder)
    assert seen == [(False, [1])]


def test_a_place_that_cannot_be_a_folder_is_named(folder):
    folder.touch()
    with pytest.raises(writing.WriteError, match=f"{folder}: cannot be written .*; name a file"):
        publish("words", [1], folder)
