"""The atlas that is served was checked as a whole, and stays until another is sound."""

import os
import shutil

import pytest

from components.base.sound import Keeper, Unsound
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
    assert not keeper.look()
    assert keeper.atlas() is before and "refusal" in keeper.findings[0]
    spoil(folder / "events.csv", ",refusal,", ",rejection,")
    assert keeper.look() and keeper.findings == []


def test_another_sound_table_takes_over(folder):
    keeper = Keeper(folder)
    before = keeper.atlas()
    spoil(folder / "events.csv", "Der Kreistag Kleve lehnt", "Der Kreistag von Kleve lehnt")
    assert keeper.look() and keeper.findings == []
    assert keeper.atlas().version != before.version
    assert keeper.atlas().tables.events["summary_de"].str.startswith("Der Kreistag von").any()


def test_a_missing_table_is_named_and_what_was_read_goes_on(folder):
    keeper = Keeper(folder)
    before = keeper.atlas()
    (folder / "plates.csv").unlink()
    assert not keeper.look()
    assert keeper.atlas() is before and "plates.csv" in keeper.findings[0]
