"""The atlas that is served was checked as a whole, and stays until another is sound."""

import os
import shutil
from datetime import timedelta

import curated
import pytest

from components.base import sound
from components.base.sound import CHANGING, Keeper, Unsound
from data import schema
from data.schema import DATA


@pytest.fixture
def folder(tmp_path):
    """A copy of the tables."""
    for table in DATA.glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


def spoil(file, old, new):
    """Change a table so that the file system tells of it."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    later = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(later, later))


def looked_twice(keeper):
    """Whether the second look takes over what has changed; the first only sees that it has."""
    assert not keeper.look()
    return keeper.look()


def test_sound_tables_are_served(folder):
    keeper = Keeper(folder)
    assert len(keeper.atlas().tables.districts) == 54 and keeper.findings == []
    assert not keeper.look(), "no file has changed"


#: What can be read, and yet breaks a rule of the schema, of the keys or of the word lists.
FAULTS = {
    "kind of event": ("events.csv", ",rejection,", ",refusal,"),
    "body": ("events.csv", ",council,", ",councillors,"),
    "source": ("events.csv", ",spd-kleve-2015-07-10,", ",spd-kleve,"),
    "district": ("centres.csv", "05554", "05999"),
    "address": ("sources.csv", ",https://", ",javascript://"),
}


@pytest.mark.parametrize(("table", "old", "new"), FAULTS.values(), ids=FAULTS)
def test_a_table_that_breaks_a_rule_is_not_served(folder, table, old, new):
    spoil(folder / table, old, new)
    with pytest.raises(Unsound, match=f"/{table}:"):
        Keeper(folder).atlas()


def test_the_last_sound_tables_go_on_when_one_is_spoiled_and_the_findings_say_so(folder):
    keeper = Keeper(folder)
    before = keeper.atlas()
    spoil(folder / "events.csv", ",rejection,", ",refusal,")
    assert not looked_twice(keeper)
    assert keeper.atlas() is before and "refusal" in keeper.findings[0]
    spoil(folder / "events.csv", ",refusal,", ",rejection,")
    assert looked_twice(keeper) and keeper.findings == []


def test_another_sound_table_takes_over(folder):
    keeper = Keeper(folder)
    before = keeper.atlas()
    spoil(folder / "events.csv", "Der Kreistag Kleve lehnt", "Der Kreistag von Kleve lehnt")
    assert looked_twice(keeper) and keeper.findings == []
    assert keeper.atlas().version != before.version
    assert keeper.atlas().tables.events["summary_de"].str.startswith("Der Kreistag von").any()


def test_a_missing_table_is_named_and_what_was_read_goes_on(folder):
    keeper = Keeper(folder)
    before = keeper.atlas()
    (folder / "plates.csv").unlink()
    assert not looked_twice(keeper)
    assert keeper.atlas() is before and "plates.csv" in keeper.findings[0]


@pytest.fixture
def quick(monkeypatch):
    """Files are read in no time: whatever stands in them, the atlas is ours."""
    read = []
    monkeypatch.setattr(sound, "read", lambda folder: read.append(folder) or curated.atlas())
    return read


def test_a_table_that_is_being_written_is_never_taken(folder, quick):
    keeper = Keeper(folder)
    keeper.atlas()
    text = (folder / "plates.csv").read_text("utf-8")
    lines = text.splitlines(keepends=True)
    with (folder / "plates.csv").open("w", encoding="utf-8") as file:
        for line in lines:  # half of a table may be sound
            file.write(line)
            file.flush()
            assert not keeper.look()
    assert len(quick) == 1
    assert keeper.look() and len(quick) == 2
    assert keeper.package()["plates.csv"] == text.encode()


def test_what_changes_while_it_is_read_is_not_taken(folder, monkeypatch):
    def changed(folder):
        spoil(folder / "plates.csv", "plate", "plate")
        return curated.atlas()

    keeper = Keeper(folder)
    monkeypatch.setattr(sound, "read", changed)
    with pytest.raises(Unsound, match=CHANGING):
        keeper.atlas()
    monkeypatch.setattr(sound, "read", lambda folder: curated.atlas())
    before = keeper.held()
    monkeypatch.setattr(sound, "read", changed)
    spoil(folder / "plates.csv", "plate", "plate")
    assert [keeper.look() for _ in range(3)] == [False] * 3
    assert keeper.held() is before and keeper.findings == []


def test_a_file_that_is_replaced_by_one_of_the_same_time_and_length_is_seen(folder, quick):
    keeper = Keeper(folder)
    keeper.atlas()
    file, other = folder / "plates.csv", folder / "other"
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(file.stat().st_mtime_ns,) * 2)
    other.replace(file)
    assert looked_twice(keeper) and len(quick) == 2


def test_what_nobody_expects_of_a_file_is_a_finding_and_the_last_atlas_goes_on(
    folder, quick, monkeypatch
):
    def unexpected(folder):
        raise MemoryError

    keeper = Keeper(folder)
    before = keeper.held()
    monkeypatch.setattr(sound, "read", unexpected)
    spoil(folder / "plates.csv", "plate", "plate")
    assert not looked_twice(keeper)
    assert keeper.held() is before and "cannot be used (MemoryError())" in keeper.findings[0]


def test_what_was_wrong_is_read_again_after_a_while_though_no_file_has_changed(folder, monkeypatch):
    """A clock that was wrong, or a disk that did not answer, mends itself."""
    moment = [0.0]
    monkeypatch.setattr(sound, "monotonic", lambda: moment[0])
    monkeypatch.setattr(sound, "today", lambda: curated.atlas().evidence.day - timedelta(1))
    keeper = Keeper(folder)
    with pytest.raises(Unsound, match="in the future"):
        keeper.atlas()
    monkeypatch.undo()
    monkeypatch.setattr(sound, "monotonic", lambda: moment[0])
    assert not keeper.look()
    moment[0] += sound.AGAIN_S + 1
    assert keeper.look() and keeper.findings == []


@pytest.fixture
def descriptor(tmp_path_factory, monkeypatch):
    """A copy of the descriptor in the place of ours."""
    copy = tmp_path_factory.mktemp("package") / "datapackage.json"
    text = schema.DESCRIPTOR.read_text("utf-8").replace(
        '"path": "geo/', f'"path": "{schema.DESCRIPTOR.parent}/geo/'
    )
    copy.write_text(text, "utf-8")
    monkeypatch.setattr(schema, "DESCRIPTOR", copy)
    monkeypatch.setattr(schema, "_TAKEN", [])
    return copy


def test_another_version_in_the_descriptor_is_taken_over(folder, descriptor):
    keeper = Keeper(folder)
    version = schema.descriptor()["version"]
    assert keeper.atlas().version.startswith(f"{version}+")
    spoil(descriptor, f'"version": "{version}"', '"version": "2030-01-01"')
    assert looked_twice(keeper)
    assert keeper.atlas().version.startswith("2030-01-01+")
    assert schema.descriptor()["version"] == "2030-01-01"


@pytest.mark.parametrize(
    "old",
    ['"licenses"', '"version"', '"path": "data/events.csv"', "{"],
    ids=["licence", "version", "path", "JSON"],
)
def test_a_descriptor_that_cannot_be_used_changes_nothing(folder, descriptor, quick, old):
    keeper = Keeper(folder)
    before, told = keeper.held(), schema.descriptor()
    spoil(descriptor, old, old.replace('"', '"x', 1) if '"' in old else "[")
    assert not looked_twice(keeper)
    assert keeper.held() is before and schema.descriptor() is told
    assert keeper.findings[0].startswith("datapackage.json")
