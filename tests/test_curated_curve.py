"""The curve of the real tables: its bounds hold, and no published total is lost."""

from datetime import date

import curated
import pytest

from adoption.reconcile import band, on, reconcile
from adoption.series import counts_on_changes, episodes
from adoption.vocabulary import DEFINITIONS
from components.base.choice import MEASURES
from components.base.wording import Wording
from components.facts import curve as curve_facts
from components.facts import people as people_facts
from components.facts.curve_labels import labelled
from components.facts.curve_trend import trend
from components.words.curve import headline, why

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def known():
    return curated.tables()


@pytest.fixture(scope="module")
def changes(known):
    return episodes(known.events, known.districts)


@pytest.fixture(scope="module")
def verdicts(known, changes):
    return reconcile(known.totals, changes)


def curve(known, changes, definition, measure="number", year=2015):
    people = people_facts.comparable(known.population, known.districts)[year]
    counted = curve_facts.Counted(changes, known.totals, known.districts)
    return curve_facts.curve(counted, definition, measure, people, TODAY)


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_bounds_hold_and_the_count_begins_at_none(known, changes, definition):
    steps = curve(known, changes, definition).steps
    for one, other in (("certain", "lower"), ("lower", "upper"), ("upper", "possible")):
        assert (steps[one] <= steps[other]).all()
    assert tuple(steps.loc[0, ["certain", "lower"]]) == (0, 0)
    assert steps["certain"].is_monotonic_increasing and steps["possible"].iloc[-1] == 54


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_band_meets_the_named_counts_where_nothing_is_undetermined(known, changes, definition):
    steps = curve(known, changes, definition).steps
    settled = steps[steps["certain"] == steps["possible"]]
    assert len(settled) and (settled["lower"] == settled["certain"]).all()
    assert (settled["upper"] == settled["certain"]).all()


def test_the_band_contains_every_total_that_agrees(known, changes, verdicts):
    agreeing = known.totals.merge(verdicts, on="id")
    agreeing = agreeing[agreeing["verdict"].isin(curve_facts.AGREES)]
    assert len(agreeing) == 47
    for total in agreeing.itertuples():
        row = on(band(changes, known.totals, total.definition), total.day)
        assert row["lower"] <= total.count <= row["upper"]


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_all_71_totals_are_drawn_or_count_something_else(known, verdicts, definition):
    points = curve_facts.points(known.totals, verdicts, known.sources, definition)
    apart = verdicts.loc[verdicts["verdict"].eq("counts something else"), "id"]
    assert (len(points), len(apart)) == (58, 13)
    assert sorted([*points["id"], *apart]) == sorted(known.totals["id"])


def test_the_kinds_add_up_to_the_whole(known, changes):
    kinds = curve(known, changes, "approved").kinds
    whole = curve(known, changes, "approved").steps
    days = [date(2012, 12, 31), date(2013, 12, 31), date(2014, 4, 25), TODAY]
    parts = sum(curve_facts.readings(steps, days)["certain"] for steps in kinds.values())
    assert list(parts) == list(curve_facts.readings(whole, days)["certain"]) == [8, 41, 49, 54]


@pytest.mark.parametrize("year", [2015, 2019, 2022])
def test_the_population_is_all_of_it_when_all_have_one(known, changes, year):
    steps = curve(known, changes, "approved", "population", year).steps
    assert steps["certain"].iloc[0] == 0 and steps["certain"].iloc[-1] == 100
    assert 89 < on(steps, date(2014, 4, 25))["certain"] < 92


def test_the_sentence_why_the_band_is_narrower_is_computed(known, changes, verdicts):
    points = curve_facts.points(known.totals, verdicts, known.sources, "approved")
    counts = counts_on_changes(changes, "approved")
    told = why(curve_facts.widest_gap(points, counts, "approved"), Wording("de"))
    assert told.startswith(
        "Stand 12.06.2013: Das Ministerium zählte 29; bei 16 ist belegt, welche es waren."
    )


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_totals_named_on_the_curve_bind_and_are_one_per_number(known, verdicts, definition):
    points = curve_facts.points(known.totals, verdicts, known.sources, definition)
    named = labelled(points, definition, date(2018, 12, 31))
    assert len(named) <= 6 and named["count"].is_unique
    assert (named["binds"].eq("yes") & named["definition"].eq(definition)).all()
    assert (named["last_day"] - named["first_day"] <= curve_facts.MONTH).all()
    by = named["counted_by"].eq("ministry").tolist()
    assert by == sorted(by, reverse=True)


def test_the_ministrys_own_counts_are_named_first(known, verdicts):
    points = curve_facts.points(known.totals, verdicts, known.sources, "approved")
    named = labelled(points, "approved", date(2018, 12, 31))
    assert list(named["count"])[:4] == [16, 29, 49, 45]


def test_what_is_out_of_53_or_without_a_day_is_told_apart(known, verdicts):
    points = curve_facts.points(known.totals, verdicts, known.sources, "approved")
    assert points["of"].eq(53).sum() == points["role"].str.contains("apart").sum() > 0
    undated = points[~points["dated"]]
    assert (undated["last_day"] - undated["first_day"] >= curve_facts.MONTH).all()
    assert undated["last_day"].dt.date.eq(date(2026, 11, 24)).any()


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_headline_of_the_curve_says_no_more_than_its_lower_bound(known, changes, definition):
    steps = curve(known, changes, definition).steps
    told = trend(steps, 54)
    for value, day in ((told.most, told.by), (told.end, told.last)):
        row = on(steps, day)
        assert row["lower"] == value and (steps[steps["first_day"] < day]["lower"] < value).all()
    assert told.most >= 0.9 * 54 and told.end + told.undetermined == 54


def test_the_headline_is_a_trend_in_every_measure(known, changes):
    de, lines = Wording("de"), {}
    for measure in MEASURES:
        lines[measure] = headline(curve(known, changes, "approved", measure), "approved", 54, de)
    assert lines["number"] == (
        "Von 0 auf 54 in weniger als 7 Jahren: "
        "49 hatten bis April 2014 ein genehmigtes KIZ, alle 54 bis September 2018."
    )
    assert lines["share"].startswith("Von 0 auf 100\xa0% in weniger als 7 Jahren: 90,7\xa0% der 54")
    assert "der Bevölkerung" in lines["population"]
    granted = headline(curve(known, changes, "granted"), "granted", 54, de)
    assert granted.startswith("Von 0 auf mindestens 53 ") and "bei 1 ist es ungeklärt" in granted
