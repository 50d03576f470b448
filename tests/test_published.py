"""A file for the browser lies in memory under a name with its hash; the last ones are kept."""

import hashlib
import json

from components.base import published
from components.base.published import STORE, Store, publish


def test_the_name_has_the_hash_of_the_content():
    address = publish("words", {"ä": [1, 2]})
    content = STORE.get(address)
    assert json.loads(content) == {"ä": [1, 2]}
    digest = hashlib.sha256(content).hexdigest()[:32]
    assert address == f"app/static/generated/words-{digest}.json"


def test_the_same_content_has_the_same_name():
    assert publish("words", [1]) == publish("words", [1])


def test_other_content_has_another_name_and_leaves_the_first():
    first, second = publish("words", [1]), publish("words", [2])
    assert first != second
    assert json.loads(STORE.get(first)) == [1]


def test_those_asked_for_last_are_kept():
    store = Store(2)
    store.put("a", b"1")
    store.put("b", b"2")
    assert store.get("a") == b"1"
    store.put("c", b"3")
    assert (store.get("a"), store.get("b"), store.get("c")) == (b"1", None, b"3")


def test_no_more_bytes_are_kept_than_there_is_room_for():
    store = Store(10, 5)
    for name in "abc":
        store.put(name, b"12")
    assert (store.get("a"), store.get("c"), store.size) == (None, b"12", 4)
    store.put("d", b"123456")
    assert store.size == 0


def test_code_stays_whatever_else_is_published(monkeypatch):
    # Not in that of this process: what it keeps the addresses of would be gone from it.
    monkeypatch.setattr(published, "STORE", Store(published.MOST))
    name = published.publish_code("style", b"p { color: red }", "css").rpartition("/")[2]
    for number in range(published.MOST + 1):
        publish("x", number)
    assert published.file(name) == b"p { color: red }"
    assert published.file("no-such.css") is None
