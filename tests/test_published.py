"""A file for the browser is written once, whole or not at all, under a name with its hash."""

import hashlib
import json
from pathlib import Path

import pytest

from components.base import published
from components.base.published import publish


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
    def full(self, content):
        with self.open("wb") as file:
            file.write(content[:3])
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        publish("words", [1, 2, 3], folder)
    assert list(folder.glob("*.json")) == []


def test_the_name_appears_only_when_the_file_is_complete(folder, monkeypatch):
    seen = []

    def watch(draft, target):
        seen.append((target.exists(), json.loads(draft.read_bytes())))
        draft.rename(target)

    monkeypatch.setattr(published.os, "replace", watch)
    publish("words", [1], folder)
    assert seen == [(False, [1])]
