"""`data.tables.load` gives typed frames whose keys stay text and whose dates are spans."""

from dataclasses import fields

import pandas as pd
import pytest
from table_builders import edit, event, rows, write

from data import schema, tables


def test_there_is_a_frame_for_every_table_of_the_descriptor():
    assert [field.name for field in fields(tables.Tables)] == list(schema.tables())


def test_keys_stay_text_and_aachen_whole(tmp_path):
    districts = tables.load(write(tmp_path)).districts
    assert districts["ags"].dtype == "string"
    assert districts["ags"].iloc[[0, -1]].tolist() == ["05001", "05334002"]


def test_an_empty_cell_is_an_empty_text(tmp_path):
    loaded = tables.load(write(tmp_path))
    assert not loaded.events.isna().any().any()
    assert (loaded.events["note_de"] == "").all()


def test_numbers_are_numbers(tmp_path):
    loaded = tables.load(write(tmp_path))
    assert loaded.totals[["count", "of"]].dtypes.tolist() == ["Int64", "Int64"]
    assert loaded.population["value"].dtype == "float64"


def test_a_total_may_name_no_denominator(tmp_path):
    content = rows()
    content["totals"][0]["of"] = ""
    of = tables.load(write(tmp_path, content)).totals["of"]
    assert of.isna().tolist()[:2] == [True, False] and of.dtype == "Int64"


@pytest.mark.parametrize(
    ("kind", "text", "first", "last"),
    [
        ("grant", "2013-02", "2013-02-01", "2013-02-28"),
        ("grant", "../2013-02-03", "2012-06-25", "2013-02-03"),
        ("debate", "../2013-02-03", "2012-02-08", "2013-02-03"),
    ],
)
def test_an_event_has_the_first_and_last_day_of_its_date(tmp_path, kind, text, first, last):
    content = rows() | {"events": [event(kind=kind, date=text)]}
    row = tables.load(write(tmp_path, content)).events.iloc[0]
    assert (row["first_day"], row["last_day"]) == (pd.Timestamp(first), pd.Timestamp(last))


def test_a_total_that_nothing_bounds_has_no_first_day(tmp_path):
    content = rows()
    content["totals"][0]["date"] = "../2013"
    assert tables.load(write(tmp_path, content)).totals["first_day"].isna().tolist()[:2] == [
        True,
        False,
    ]


def test_a_day_to_jump_to_is_its_own_first_and_last_day(tmp_path):
    row = tables.load(write(tmp_path)).days.iloc[0]
    assert row["first_day"] == row["last_day"] == pd.Timestamp("2013-05-05")


def test_a_table_without_rows_keeps_its_types(tmp_path):
    empty = tables.load(write(tmp_path, rows() | {"events": [], "totals": []}))
    full = tables.load(write(tmp_path))
    assert empty.events.dtypes.equals(full.events.dtypes)
    assert empty.totals.dtypes.equals(full.totals.dtypes)


def test_the_version_changes_with_the_tables_and_with_nothing_else(tmp_path):
    folder = write(tmp_path)
    version = tables.version(folder)
    assert version.startswith(f"{schema.descriptor()['version']}+") and len(version) == 19
    (folder / "README.md").write_text("text")
    assert tables.version(folder) == version
    edit(folder / "events.csv", "One sentence.", "One word.")
    assert tables.version(folder) != version
