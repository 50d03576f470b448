"""`export.py happened` prints all that happened between two days, and errors take one line."""

import csv
import io

import pytest

import export
from components.downloads.columns import PRINTED

YEAR = ["--from", "2015-01-01", "--to", "2015-12-31"]


@pytest.fixture
def run(capfd):
    """Runs the command in this process: exit code, standard output, standard error."""

    def command(*arguments):
        try:
            code = export.main(["happened", *arguments])
        except SystemExit as end:
            code = end.code
        return code, *capfd.readouterr()

    return command


def rows(output):
    return {row["id"]: row for row in csv.DictReader(io.StringIO(output))}


def test_the_year_2015_as_csv(run):
    code, output, errors = run(*YEAR)
    assert (code, errors) == (0, "")
    assert output.splitlines()[0] == ",".join(PRINTED["happened"])
    refusal = rows(output)["05154-rejection-1"]
    assert (refusal["name"], refusal["date"], refusal["body"]) == (
        "Kreis Kleve",
        "2015-03-19",
        "council",
    )
    assert (refusal["effect"], refusal["status_before"], refusal["status_after"]) == (
        "changes",
        "unknown",
        "rejected",
    )
    vague = rows(output)["05154-motion-1"]
    assert (vague["date"], vague["first_day"]) == ("2015-01/2015-03-19", "2015-01-01")
    assert (vague["effect"], vague["changed_on"]) == ("keeps", "")


def test_the_summary_is_in_the_language_asked_for(run):
    summaries = [
        rows(run(*YEAR, *lang)[1])["05154-rejection-1"]["summary"]
        for lang in ([], ["--lang", "en"])
    ]
    assert summaries[0].startswith("Der Kreistag Kleve lehnt")
    assert summaries[1].startswith("The district council (Kreistag) of Kleve")


def test_without_a_last_day_it_runs_until_today(run):
    assert "05154-confirmation-1" in rows(run("--from", "2025-01-01")[1])


@pytest.mark.parametrize(
    ("arguments", "finding"),
    [
        (["--from", "2016-01-01", "--to", "2015-01-01"], "--to 2015-01-01 is before --from"),
        (["--from", "01.01.2015"], '"01.01.2015" is not a day; write 2014-04-25'),
        ([], "--from"),
    ],
)
def test_a_bad_value_gets_one_line(run, arguments, finding):
    code, output, errors = run(*arguments)
    assert (code, output) == (2, "") and finding in errors
    assert errors.count("\n") == 1
