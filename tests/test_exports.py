"""The table of a day is the same on the command line as on the page, and errors take one line."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import curated
import pandas as pd
import pytest
from download_builders import SOURCES, an_atlas
from event_builders import an_event
from table_builders import edit, write

import export
from adoption.dates import span
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS, READINGS, STATUSES
from components import downloads
from components.base.choice import Choice, today
from components.downloads.columns import PRINTED
from components.facts.sources import citation
from data import schema, tables

ROOT = Path(__file__).parents[1]
COLUMNS = (
    "ags,name,kind,regierungsbezirk,status,has_kiz,has_kiz_since,has_kiz_since_first,"
    "has_kiz_since_last,status_since,event_id,source,source_url,confirmed"
)


def table(*events, definition="approved", reading="certain", confirmations=()):
    choice = Choice(date(2014, 1, 1), definition)
    atlas = an_atlas(*events)
    if confirmations:
        known = replace(atlas.tables, confirmations=shown(*confirmations))
        atlas = replace(atlas, tables=known)
    return downloads.table("status", atlas, choice, reading).frame


def shown(*confirmations):
    """Confirmations as `data.tables.load` gives them; the first district's works, 23.10.2025."""
    plain = {"id": "05001-confirmation-1", "ags": "05001", "date": "2025-10-23", "shows": "works"}
    schema_of = schema.tables()["confirmations"]
    rows = [plain | {"source_id": "web"} | row for row in confirmations]
    text = pd.DataFrame(rows, columns=schema_of.columns, dtype="string").fillna("")
    return tables.typed(text, schema_of, schema_of.file)


def test_a_district_without_evidence_has_empty_cells_not_missing_ones():
    row = table(an_event()).iloc[1].to_dict()
    assert row | {"status": "unknown", "has_kiz": False} == row
    empty = ("status_since", "basis", "confidence", "event_id", "source", "source_url")
    assert [row[name] for name in empty] == [""] * 6


def test_a_status_names_its_event_date_and_source():
    row = table(an_event(event="approval", date="../2013-05", source_id="web")).iloc[0].to_dict()
    told = {"status": "approved", "has_kiz": True, "status_since": "../2013-05"}
    told |= {"event_id": "05001-approval-1", "source": "Kreis: Seite"}
    assert row | told | {"source_url": "https://e.org"} == row


def test_a_status_says_how_well_its_event_proves_it():
    approved = an_event(event="approval", basis="derived", confidence="medium")
    row = table(approved, an_event(number=2, date="2013-01-01")).iloc[0]
    assert (row["basis"], row["confidence"]) == ("derived", "medium")


def test_a_kiz_is_confirmed_by_the_latest_text_that_shows_it_also_after_the_day():
    opened = an_event(event="opening", date="2013-05")
    row = table(opened, confirmations=[{}]).iloc[0].to_dict()
    told = {"confirmed": "2025-10-23", "confirmation_shows": "works"}
    told |= {"confirmation_id": "05001-confirmation-1", "confirmation_source": "Kreis: Seite"}
    assert row | told | {"confirmation_source_url": "https://e.org"} == row


@pytest.mark.parametrize(
    ("event", "confirmation"),
    [
        ({"event": "rejection", "date": "2013-05"}, {}),
        ({"event": "opening", "date": "2013-05"}, {"date": "2012"}),
        ({"event": "opening", "date": "2013-05"}, {"ags": "05002"}),
    ],
)
def test_without_a_kiz_on_the_day_or_a_later_text_it_is_not_confirmed(event, confirmation):
    row = table(an_event(**event), confirmations=[confirmation]).iloc[0]
    assert row[["confirmed", "confirmation_shows", "confirmation_source"]].tolist() == [""] * 3


def test_a_source_that_is_not_online_is_a_source_all_the_same():
    row = table(an_event()).iloc[0]
    assert (row["source"], row["source_url"]) == ("Land: Titel (2013-05)", "")


@pytest.mark.parametrize(
    ("definition", "has"),
    [("decided", True), ("approved", True), ("granted", False), ("open", False)],
)
def test_has_kiz_follows_the_definition(definition, has):
    approved = an_event(event="approval", date="2013-05-05")
    assert table(approved, definition=definition).iloc[0]["has_kiz"] == has


@pytest.mark.parametrize(("reading", "has"), [("certain", False), ("possible", True)])
def test_has_kiz_follows_the_reading(reading, has):
    vague = an_event(event="approval", date="2013-05/2015-01")
    assert table(vague, reading=reading).iloc[0]["has_kiz"] == has


def test_a_citation_has_publisher_title_and_date_as_far_as_known():
    assert SOURCES.apply(citation, axis=1).tolist() == ["Land: Titel (2013-05)", "Kreis: Seite"]


@pytest.fixture
def run(capfd):
    """Runs a command in this process: exit code, standard output, standard error."""

    def command(*arguments):
        try:
            code = export.main(list(arguments))
        except SystemExit as end:
            code = end.code
        return code, *capfd.readouterr()

    return command


def rows(output):
    return list(csv.DictReader(io.StringIO(output)))


def test_the_command_prints_54_rows_with_exactly_these_columns(run):
    code, output, error = run("status", "--day", "2014-04-25")
    assert (code, error) == (0, "")
    assert output.splitlines()[0] == COLUMNS == ",".join(PRINTED["status"])
    assert len(rows(output)) == 54 and "\r" not in output
    assert {row["has_kiz"] for row in rows(output)} == {"true", "false"}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_command_counts_what_the_page_counts(run, definition, reading):
    day = "2013-06-12"
    code, output, _ = run("status", "--day", day, "--definition", definition, "--reading", reading)
    known = curated.tables()
    groups = holders_on(known.events, known.districts, date.fromisoformat(day), definition)
    counted = ["with"] if reading == "certain" else ["with", "undetermined"]
    have = set(groups.loc[groups["group"].isin(counted), "ags"])
    assert code == 0
    assert {row["ags"] for row in rows(output) if row["has_kiz"] == "true"} == have


@pytest.mark.parametrize("day", ["2012-02-08", "2013-06-12", "2015-09-24"])
def test_where_an_event_proves_the_status_date_and_source_are_never_empty(run, day):
    _, output, _ = run("status", "--day", day)
    proved = [row for row in rows(output) if row["event_id"]]
    assert all(row["source"] and span(row["status_since"]) for row in proved)
    unproved = [row for row in rows(output) if not row["event_id"]]
    assert all((row["status"], row["source"]) == ("unknown", "") for row in unproved)


def test_without_options_it_is_today_approved_and_certain(run):
    spelled_out = ["--day", today().isoformat(), "--definition", "approved"]
    assert run("status") == run("status", *spelled_out, "--reading", "certain")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--day", "25.04.2014"],
        ["--day", "2012-02-07"],
        ["--day", "2999-01-01"],
        ["--day", "two\nlines"],
        ["--day"],
        ["--definition", "planned"],
        ["--reading", "likely"],
        ["--colour", "red"],
        ["surplus"],
    ],
)
def test_a_bad_value_gets_one_line_and_exit_2(run, arguments):
    code, output, error = run("status", *arguments)
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert "export.py" in error and "--help" in error and error.endswith("\n")


@pytest.mark.parametrize("arguments", [[], ["draw"]])
def test_without_a_known_command_it_is_one_line_and_exit_2(run, arguments):
    code, output, error = run(*arguments)
    assert (code, output, error.count("\n")) == (2, "", 1)


def test_the_help_explains_every_column_and_option(run):
    code, output, _ = run("status", "--help")
    assert code == 0
    words = [*STATUSES, *DEFINITIONS, *READINGS, "--day", "--definition", "--reading"]
    assert [word for word in words if word not in output] == []
    assert all(output.count(name) > output.count(COLUMNS) for name in PRINTED["status"][4:])


def test_broken_tables_are_named_by_file_and_line_with_exit_1(run, tmp_path, monkeypatch):
    folder = write(tmp_path)
    edit(folder / "events.csv", "2013-05-05", "05.05.2013")
    load = tables.load
    monkeypatch.setattr(tables, "load", lambda _: load(folder))
    code, output, error = run("status")
    assert (code, output) == (1, "")
    assert "events.csv:2: " in error and "write 2013-05-05" in error
    assert "Traceback" not in error
