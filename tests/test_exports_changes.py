"""`export.py changes` prints what changed between two days, and errors take one line."""

import csv
import io
from datetime import date
from pathlib import Path

import curated
import pytest
from download_builders import an_atlas
from event_builders import an_event

import export
from adoption.dates import span
from adoption.vocabulary import DEFINITIONS, READINGS
from components import downloads
from components.base.choice import Choice, today
from components.downloads import terminal
from components.downloads.columns import PRINTED

ROOT = Path(__file__).parents[1]
COLUMNS = "ags,name,status_from,status_to,has_kiz_from,has_kiz_to,date,event_id"
LATE = ["Kreis Coesfeld", "Kreis Borken", "Kreis Steinfurt", "Kreis Viersen", "Kreis Kleve"]
SPAN = ["--from", "2014-04-25", "--to", "2016-06-29"]
FROM_TO = ("false", "true")
ENDS = ("from", "to")


@pytest.fixture
def run(capfd):
    """Runs the command in this process: exit code, standard output, standard error."""

    def command(*arguments):
        try:
            code = export.main(["changes", *arguments])
        except SystemExit as end:
            code = end.code
        return code, *capfd.readouterr()

    return command


def rows(output):
    return list(csv.DictReader(io.StringIO(output)))


def gained(output):
    return [row for row in rows(output) if (row["has_kiz_from"], row["has_kiz_to"]) == FROM_TO]


def test_a_row_is_text_only():
    choice = Choice(date(2014, 1, 1), since_day=date(2013, 1, 1))
    atlas = an_atlas(an_event(event="approval", date="../2013-05"))
    (row,) = rows(terminal.printed(downloads.table("changes", atlas, choice)))
    assert row == {
        "ags": "05001",
        "name": "District 1",
        "status_from": "unknown",
        "status_to": "approved",
        "has_kiz_from": "false",
        "has_kiz_to": "true",
        "date": "../2013-05",
        "event_id": "05001-approval-1",
    }


def test_the_command_prints_exactly_these_columns(run):
    code, output, error = run(*SPAN)
    assert (code, error) == (0, "")
    assert output.splitlines()[0] == COLUMNS == ",".join(PRINTED["changes"])
    assert [row["name"] for row in gained(output)] == LATE[:3] and "\r" not in output


def test_to_the_end_of_2018_five_came_in_their_order(run):
    _, output, _ = run("--from", "2014-04-25", "--to", "2018-12-31")
    assert [row["name"] for row in gained(output)] == LATE


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("definition", DEFINITIONS)
def test_every_row_is_a_change_with_a_date_that_its_event_has(run, definition, reading):
    code, output, _ = run(*SPAN, "--definition", definition, "--reading", reading)
    dates = curated.tables().events.set_index("id")["date"]
    assert code == 0 and rows(output)
    for row in rows(output):
        before, after = ([row[f"{name}_{end}"] for name in ("status", "has_kiz")] for end in ENDS)
        assert before != after
        assert dates[row["event_id"]] == row["date"] and span(row["date"])


def test_without_options_it_is_until_today_approved_and_certain(run):
    spelled_out = ["--to", today().isoformat(), "--definition", "approved", "--reading", "certain"]
    first = ["--from", "2014-04-25"]
    assert run(*first) == run(*first, *spelled_out)


def test_from_a_day_to_itself_there_is_only_the_heading(run):
    assert run("--from", "2014-04-25", "--to", "2014-04-25") == (0, f"{COLUMNS}\n", "")


@pytest.mark.parametrize(
    ("arguments", "finding"),
    [
        (["--from", "2016-06-29", "--to", "2014-04-25"], "swap the two days"),
        (["--from", "25.04.2014"], "write 2014-04-25"),
        (["--from", "2012-02-07"], "choose a day within"),
        (["--from", "2014-04-25", "--to", "2999-01-01"], "choose a day within"),
        (["--from", "two\nlines"], "write 2014-04-25"),
        (["--to", "2014-04-25"], "required: --from"),
        ([*SPAN, "--definition", "planned"], "invalid choice: 'planned'"),
        ([*SPAN, "--reading", "likely"], "invalid choice: 'likely'"),
    ],
)
def test_a_bad_value_gets_one_line_and_exit_code_2(run, arguments, finding):
    code, output, error = run(*arguments)
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert finding in error


def test_the_help_explains_every_column(run):
    code, output, _ = run("--help")
    assert code == 0 and all(name in output for name in PRINTED["changes"])
