"""Every published total of the real tables beside our counts: the verdicts, and no surprise."""

from datetime import date

import curated
import pytest

from adoption.reconcile import band, on, reconcile
from adoption.series import episodes
from adoption.vocabulary import DEFINITIONS, VERDICTS
from components import downloads
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.facts.totals import compared
from components.words.totals import contradiction

KNOWN = curated.tables()
CHANGES = episodes(KNOWN.events, KNOWN.districts)
FOUND = reconcile(KNOWN.totals, CHANGES)
ROWS = compared(KNOWN.totals, FOUND, KNOWN.districts, KNOWN.sources).set_index("id", drop=False)
COMPARED = FOUND.dropna(subset="day")
LAST_FIVE = ["Borken", "Coesfeld", "Kleve", "Steinfurt", "Viersen"]


def test_each_of_the_71_totals_has_a_verdict():
    assert FOUND["id"].tolist() == KNOWN.totals["id"].tolist()
    assert len(FOUND) == 71 and FOUND["verdict"].isin(VERDICTS).all()


def test_the_verdicts_are_as_many_as_expected():
    counts = FOUND["verdict"].value_counts()
    assert [counts[verdict] for verdict in VERDICTS] == [40, 7, 4, 13, 7]


def test_these_seven_contradict_and_no_other():
    rows = ROWS[ROWS["verdict"] == "contradicts"]
    assert list(zip(rows["date"], rows["count"], rows["of"].fillna(0), strict=True)) == [
        ("2013-12-02", 47, 54),
        ("2015-04", 49, 53),
        ("2015-08-18", 49, 53),
        ("2016-02-12", 50, 53),
        ("2016-06-23", 50, 0),
        ("2016-09", 51, 54),
        ("2018-12-15/2026-11-24", 53, 0),
    ]


def test_thirteen_count_something_else_because_they_have_no_definition():
    apart = ROWS[ROWS["verdict"] == "counts something else"]
    assert len(apart) == 13 and apart["definition"].eq("").all()


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("2015-04-49-1", LAST_FIVE),
        ("2015-08-18-49-1", LAST_FIVE),
        ("2016-02-12-50-2", ["Borken", "Kleve", "Steinfurt", "Viersen"]),
        ("2016-06-23-50-1", ["Borken", "Steinfurt"]),
        ("2016-09-51-1", ["Steinfurt"]),
        ("2018-12-15-53-1", ["Kleve"]),
    ],
)
def test_a_contradiction_to_the_names_says_who_makes_the_difference(id, names):
    assert ROWS.loc[id, "difference"] == names


def test_the_47_of_december_2013_contradict_the_45_of_three_days_later_not_the_names():
    row = ROWS.loc["2013-12-02-47-1"]
    assert row["against"] == ("2013-12-05-45-1",)
    assert row["certain"] <= row["count"] <= row["possible"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contradiction_has_names_and_a_sentence_of_its_own(language):
    words = Wording(language)
    told = [row for row in ROWS.itertuples() if row.verdict == "contradicts"]
    sentences = {contradiction(row, ROWS, words) for row in told}
    assert len(sentences) == 7 and all(sentences)
    assert max(map(len, sentences)) < 500
    assert all(row.difference for row in told)


def test_the_51st_opening_is_a_count_of_openings_and_agrees():
    row = ROWS.loc["2016-06-28-51-1"]
    assert (row["definition"], row["verdict"]) == ("open", "agrees within the uncertainty")


def test_the_band_holds_every_total_that_agrees():
    for row in ROWS[ROWS["verdict"].str.startswith("agrees")].itertuples():
        assert row.lower <= row.count <= row.upper, row.id
        if row.units == 54:
            there = on(band(CHANGES, KNOWN.totals, row.definition), row.day)
            assert there["lower"] <= row.count <= there["upper"], row.id


def test_every_total_is_compared_on_a_day_of_its_own_span():
    spans = KNOWN.totals.set_index("id").loc[COMPARED["id"]]
    days = COMPARED["day"].astype("datetime64[s]").to_numpy()
    assert (spans["first_day"].to_numpy() <= days).all()
    assert (days <= spans["last_day"].to_numpy()).all()


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_bounds_lie_within_the_names_and_meet_them_where_nothing_is_undetermined(definition):
    steps = band(CHANGES, KNOWN.totals, definition)
    assert (steps["certain"] <= steps["lower"]).all()
    assert (steps["lower"] <= steps["upper"]).all()
    assert (steps["upper"] <= steps["possible"]).all()
    known = steps[steps["certain"] == steps["possible"]]
    assert len(known) and (known["lower"] == known["upper"]).all()


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_no_number_ever_falls_as_the_bounds_assume(definition):
    steps = band(CHANGES, KNOWN.totals, definition)
    assert (steps.drop(columns="first_day").diff().dropna() >= 0).all(axis=None)


def test_the_file_of_all_totals_gives_every_contradiction_names_or_a_reason():
    table = downloads.table("totals", curated.atlas(), Choice(date(2015, 9, 24))).frame
    against = table[table["verdict"] == "contradicts"]
    assert len(table) == 71 and (against["difference"] + against["reason_de"]).ne("").all()


FIXED = {"2014-04-25": 49, "2015-12-01": 50, "2016-03-04": 51, "2016-04-04": 52}


@pytest.mark.parametrize(
    ("day", "number"), [*FIXED.items(), ("2017-10-05", 53), ("2018-09-30", 54)]
)
def test_the_totals_leave_the_fixed_figures_as_they_are(day, number):
    row = on(band(CHANGES, KNOWN.totals, "approved"), date.fromisoformat(day))
    assert row["lower"] == row["upper"] == number


def test_no_total_since_the_54th_moves_the_band():
    before = KNOWN.totals[KNOWN.totals["first_day"].lt("2018-09-01")]
    for definition in DEFINITIONS:
        now, then = (band(CHANGES, totals, definition) for totals in (KNOWN.totals, before))
        assert now.equals(then), definition


def test_what_counts_integration_management_binds_nothing_and_says_so():
    told = ROWS["what_de"].str.contains("Integrationsmanagement")
    both = ROWS["what_de"].str.startswith("KIZ und ")
    only = ROWS[told & ~both]
    assert len(only) == 6 and only["definition"].eq("").all() and only["binds"].eq("no").all()
    assert only["what_en"].str.contains("KIM").all()


def test_a_total_without_denominator_is_held_against_all_54():
    rows = ROWS[ROWS["of"].isna()]
    assert len(rows) == 17 and rows["units"].eq(54).all()
    assert rows["definition"].ne("").all()
