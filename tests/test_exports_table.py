"""`export.py table` writes a table in the format that the file's name asks for."""

import json

import curated
import geopandas as gpd
import openpyxl
import pandas as pd
import pytest

import export
from adoption.vocabulary import DEFINITIONS, READINGS
from commands import options, table
from components import downloads

DAY = ["--day", "2015-09-24"]
WITHOUT = {"05166", "05566", "05154", "05554", "05558"}


@pytest.fixture(scope="module")
def atlas():
    return curated.atlas()


@pytest.fixture
def run(atlas, capfd):
    """Runs the command in this process: exit code, standard output, standard error."""

    def command(*arguments):
        root = options.Parser(prog="export.py")
        table.register(root.add_subparsers(required=True, parser_class=options.Parser))
        try:
            chosen = root.parse_args(["table", *map(str, arguments)])
            chosen.run(chosen, atlas)
            code = 0
        except SystemExit as end:
            code = end.code
        return code, *capfd.readouterr()

    return command


def test_the_ending_of_the_file_is_the_format(run, tmp_path):
    made = {kind: tmp_path / f"status.{kind}" for kind in downloads.FORMATS}
    for path in made.values():
        assert run(*DAY, "-o", path) == (0, "", "")
    assert len(pd.read_csv(made["csv"])) == 54
    assert len(json.loads(made["json"].read_text("utf-8"))["rows"]) == 54
    assert openpyxl.load_workbook(made["xlsx"]).worksheets[0].max_row == 55
    assert len(gpd.read_file(made["geojson"])) == len(gpd.read_file(made["gpkg"])) == 54
    assert len(gpd.read_parquet(made["parquet"])) == 54


def test_a_format_that_is_named_goes_before_the_ending(run, tmp_path):
    path = tmp_path / "status.txt"
    assert run(*DAY, "--format", "geojson", "-o", path)[0] == 0
    assert len(json.loads(path.read_text("utf-8"))["features"]) == 54


def test_changes_run_from_the_day_asked_for(run, tmp_path):
    path = tmp_path / "changes.csv"
    options = ["--table", "changes", "--from", "2015-09-24", "--day", "2018-12-31", "-o", path]
    assert run(*options) == (0, "", "")
    rows = pd.read_csv(path, dtype=str)
    gained = rows["has_kiz_to"].eq("true") & rows["has_kiz_from"].eq("false")
    assert set(rows.loc[gained, "ags"]) == WITHOUT
    assert set(rows["atlas_from"]) == {"2015-09-24"}


def test_what_happened_runs_from_the_day_asked_for_to_the_day(run, tmp_path):
    path = tmp_path / "happened.csv"
    days = ["--from", "2015-01-01", "--day", "2015-12-31"]
    assert run("--table", "happened", *days, "-o", path) == (0, "", "")
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert "05154-rejection-1" in set(rows["id"]) and "05154-opening-1" not in set(rows["id"])
    assert set(rows["atlas_from"]) == {"2015-01-01"} and "atlas_definition" not in rows


def test_history_is_of_no_day_and_the_panel_ends_on_the_day(run, tmp_path):
    history, panel = (tmp_path / f"{name}.csv" for name in ("history", "panel"))
    assert run("--table", "history", "-o", history) == (0, "", "")
    assert run(*DAY, "--table", "panel", "-o", panel) == (0, "", "")
    rows, months = pd.read_csv(history, dtype=str), pd.read_csv(panel, dtype=str)
    assert len(rows) == 54 * len(DEFINITIONS) and "atlas_day" not in rows
    assert months["day"].iloc[-1] == "2015-09-24" and set(months["atlas_day"]) == {"2015-09-24"}
    assert months["month"].nunique() * 54 == len(months)


def test_only_what_is_one_row_per_district_has_a_map(run, tmp_path):
    code, _, error = run("--table", "panel", "-o", tmp_path / "panel.geojson")
    assert code == 2 and "csv, xlsx, json, parquet" in error


def test_definition_and_reading_are_followed_and_named(run, tmp_path):
    path = tmp_path / "status.csv"
    chosen = ["--definition", "open", "--reading", "possible"]
    run(*DAY, *chosen, "-o", path)
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert set(rows["atlas_definition"]) == {"open"} and set(rows["atlas_reading"]) == {"possible"}
    assert rows["has_kiz"].eq("true").equals(rows["group"].ne("without"))


def test_the_german_csv_with_the_mark_for_excel(run, tmp_path):
    path = tmp_path / "holdouts.csv"
    run(*DAY, "--table", "holdouts", "--numbers", "german", "--bom", "-o", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = pd.read_csv(path, sep=";", decimal=",")
    assert set(rows["Schlüssel (AGS)"]) == {f"AGS {key}" for key in WITHOUT}
    assert rows["Mit Einwanderungsgeschichte (%)"].dtype == "float64"


def test_the_language_is_that_of_the_explanations_and_the_site_that_of_the_link(run, tmp_path):
    path = tmp_path / "status.xlsx"
    run(*DAY, "--lang", "en", "--site", "https://e.org/atlas/", "-o", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Status", "Columns", "Words", "About this file"]
    told = dict(book.worksheets[-1].values)
    assert told["Address"].startswith("https://e.org/atlas/?tag=2015-09-24")


@pytest.mark.parametrize(
    ("arguments", "finding"),
    [
        (["--day", "24.09.2015", "-o", "a.csv"], "write 2014-04-25"),
        ([*DAY, "-o", "a.doc"], 'has no format "doc"'),
        ([*DAY, "-o", "a"], "--format"),
        ([*DAY, "--table", "events", "-o", "a.gpkg"], "csv, xlsx, json, parquet"),
        ([*DAY, "--table", "places", "-o", "a.csv"], "invalid choice: 'places'"),
        ([*DAY, "--numbers", "roman", "-o", "a.csv"], "invalid choice: 'roman'"),
        ([*DAY, "--from", "2015-09-25", "-o", "a.csv"], "swap the two days"),
        ([*DAY], "-o"),
        ([*DAY, "-o", "no/such/folder/a.csv"], "cannot be written"),
    ],
)
def test_a_bad_value_gets_one_line_and_exit_2(run, tmp_path, monkeypatch, arguments, finding):
    monkeypatch.chdir(tmp_path)
    code, output, error = run(*arguments)
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert finding in error and list(tmp_path.iterdir()) == []


def test_a_link_stays_and_its_file_is_written_with_the_permissions_that_it_had(run, tmp_path):
    file, link = tmp_path / "status.csv", tmp_path / "link.csv"
    file.touch(0o600)
    link.symlink_to(file)
    assert run(*DAY, "-o", link) == (0, "", "")
    assert link.is_symlink() and len(pd.read_csv(file)) == 54
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_help_explains_tables_formats_and_options(run):
    code, output, _ = run("--help")
    words = [*downloads.TABLES, *downloads.FORMATS, *DEFINITIONS, *READINGS]
    assert code == 0
    assert [word for word in [*words, "--from", "--numbers", "--bom"] if word not in output] == []


@pytest.mark.parametrize("site", ["javascript:alert(1)", "atlas.example.org", "https://a.org/?x=1"])
def test_an_address_of_the_site_that_is_none_is_refused(site, tmp_path, capfd):
    with pytest.raises(SystemExit) as end:
        export.main(["table", "--site", site, "-o", str(tmp_path / "a.csv")])
    assert end.value.code == 2
    assert "is no address; write https://atlas.example.org" in capfd.readouterr().err
    assert not (tmp_path / "a.csv").exists()
