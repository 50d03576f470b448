"""`python export.py totals`: every published total as a row that a spreadsheet can read."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import curated
import pytest
from table_builders import edit, write

import export
from components.downloads.columns import PRINTED
from data import tables

ROOT = Path(__file__).parents[1]
COLUMNS = (
    "id,date,count,of,definition,day,certain,possible,lower,upper,verdict,difference,reason,"
    "source,source_url"
)


def printed(capfd, *options):
    assert export.main(["totals", *options]) == 0
    return list(csv.DictReader(io.StringIO(capfd.readouterr().out)))


@pytest.fixture
def known():
    return curated.tables()


def test_every_total_of_the_table_is_a_row_with_a_verdict(capfd, known):
    rows = printed(capfd)
    assert [row["id"] for row in rows] == known.totals["id"].tolist()
    assert list(rows[0]) == COLUMNS.split(",") == list(PRINTED["totals"])
    assert all(row["verdict"] and row["source"] for row in rows)


def test_what_counts_something_else_has_no_day_and_no_counts_of_ours(capfd):
    apart = [row for row in printed(capfd) if row["verdict"] == "counts something else"]
    ours = ("day", "certain", "possible", "lower", "upper", "difference")
    assert {row[name] for row in apart for name in ours} == {""}


def test_numbers_are_whole_and_days_are_iso(capfd):
    (row,) = [row for row in printed(capfd) if row["id"] == "2013-06-12-29-1"]
    counts = [row[name] for name in ("count", "of", "certain", "lower", "upper")]
    assert [row["day"], *counts] == ["2013-06-12", "29", "54", "16", "29", "29"]


def test_the_districts_that_make_the_difference_are_names(capfd):
    rows = {row["id"]: row["difference"].split("; ") for row in printed(capfd)}
    assert rows["2016-02-12-50-2"] == ["Borken", "Kleve", "Steinfurt", "Viersen"]


def test_reasons_come_in_the_language_asked_for(capfd):
    german, english = (
        {row["reason"] for row in printed(capfd, "--language", language)}
        for language in ("de", "en")
    )
    assert german & english == {""}
    assert any("at most 48 of 53 are possible" in reason for reason in english)


def test_the_command_prints_utf_8_into_a_pipe():
    """They all print in the same way."""
    done = subprocess.run(
        [sys.executable, "export.py", "totals"], cwd=ROOT, capture_output=True, check=True
    )
    assert (done.stderr, b"\r" in done.stdout) == (b"", False)
    assert "Grünen" in done.stdout.decode("utf-8")


def test_help_explains_every_column(capfd):
    with pytest.raises(SystemExit):
        export.main(["totals", "--help"])
    told = capfd.readouterr().out
    assert COLUMNS in told
    explained = told.replace(COLUMNS, "")
    assert all(name in explained for name in PRINTED["totals"] if name not in ("id", "count", "of"))


def test_a_bad_language_takes_one_line_and_code_2(capfd):
    with pytest.raises(SystemExit) as end:
        export.main(["totals", "--language", "fr"])
    assert end.value.code == 2
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_broken_tables_are_named_with_their_line(capfd, monkeypatch, tmp_path):
    folder = write(tmp_path)
    edit(folder / "totals.csv", "2013-05-05", "05.05.2013")
    load = tables.load
    monkeypatch.setattr(tables, "load", lambda _: load(folder))
    assert export.main(["totals"]) == 1
    assert capfd.readouterr().err.startswith("data/totals.csv:2: ")
