"""The real tables: no problem, tidy, and frictionless agrees."""

import frictionless
import pytest

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
