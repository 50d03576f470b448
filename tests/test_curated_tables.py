"""The real tables: no problem, tidy, and frictionless agrees."""

from datetime import date

import curated
import frictionless
import pytest

from adoption.status import holders_on
from data import check, schema, tables, tidy


def test_the_tables_have_no_problem():
    assert list(map(str, check.problems())) == []


def test_the_tables_are_tidy(capsys):
    assert tidy.main(["--check"]) == 0, capsys.readouterr().out


def test_frictionless_agrees_boundaries_included():
    report = frictionless.validate(str(schema.DESCRIPTOR))
    assert report.valid, report.to_summary()


@pytest.mark.parametrize("name", list(schema.tables()))
def test_every_table_has_rows_and_the_columns_of_the_schema(name):
    frame = getattr(tables.load(), name)
    columns = schema.tables()[name].columns
    assert len(frame) > 0
    assert frame.columns[: len(columns)].tolist() == columns


def test_keys_of_the_districts_are_text_and_54():
    districts = tables.load().districts
    assert districts["ags"].nunique() == 54
    assert {"05334", "05334002"} <= set(districts["ags"])


def test_the_days_to_jump_to_are_these_four():
    days = curated.tables().days
    assert days["date"].tolist() == ["2013-06-12", "2014-04-25", "2015-09-24", "2017-03-01"]


def test_every_district_has_its_plates_and_what_was_brought_back_is_among_them():
    plates = curated.tables().plates
    owners = {plate: set(keys) for plate, keys in plates.groupby("plate")["ags"]}
    assert len(owners) == 81 and set(plates["ags"]) == set(curated.tables().districts["ags"])
    assert {plate for plate in owners if len(owners[plate]) > 1} == {"AC", "LH", "MON", "SLE"}
    assert owners["AC"] == {"05334", "05334002"} and owners["LH"] == {"05558", "05978"}
    assert owners["GEL"] == owners["KLE"] == {"05154"} and owners["LK"] == {"05770"}


@pytest.mark.parametrize(
    ("day", "missing"),
    [
        ("2014-04-25", {"Borken", "Coesfeld", "Kleve", "Steinfurt", "Viersen"}),
        ("2015-09-24", {"Borken", "Coesfeld", "Kleve", "Steinfurt", "Viersen"}),
        ("2017-03-01", {"Kleve"}),
    ],
)
def test_the_districts_that_a_day_says_are_missing_have_none(day, missing):
    assert names(day, "without") == missing
    assert len(names(day, "with")) == 54 - len(missing)


def test_of_the_29_of_june_2013_only_some_are_known_by_name():
    assert len(names("2013-06-12", "with")) < 29


def names(day, group):
    """The districts of a group under `approved`."""
    known = curated.tables()
    held = holders_on(known.events, known.districts, date.fromisoformat(day), "approved")
    return set(known.districts.loc[held["group"].eq(group).to_numpy(), "short_name"])
