"""The figures that the real tables must give, and the curve against the count of its days."""

import random
from datetime import date, timedelta

import curated
import pytest

from adoption.series import change_days, counts_on_changes, episodes, standings_on
from adoption.status import holders_on, status_on
from adoption.vocabulary import DEFINITIONS, READINGS

KNOWN = curated.tables()
DISTRICTS, EVENTS = KNOWN.districts, KNOWN.events
NAMES = DISTRICTS.set_index("ags")["short_name"]
LAST_FIVE = {"Borken", "Coesfeld", "Kleve", "Steinfurt", "Viersen"}

# From 2014-04-25 on the figures are published and fixed; before, they are what our sources prove.
CERTAIN = {
    "2012-06-24": 0,
    "2012-12-10": 1,
    "2013-06-12": 16,
    "2013-12-04": 29,
    "2013-12-05": 39,
    "2014-04-24": 41,
    "2014-04-25": 49,
    "2015-11-30": 49,
    "2015-12-01": 50,
    "2016-02-12": 50,
    "2016-03-04": 51,
    "2016-04-04": 52,
    "2016-06-29": 52,
    "2017-10-05": 53,
    "2018-09-30": 54,
}
STATUSES = [
    ("Steinfurt", "2013-09-26", "rejected"),
    ("Steinfurt", "2014-04-25", "rejected"),
    ("Steinfurt", "2014-12-31", "rejected"),
    ("Steinfurt", "2015-09-24", "rejected"),
    ("Kleve", "2015-03-19", "rejected"),
    ("Kleve", "2015-09-24", "rejected"),
    ("Kleve", "2016-02-09", "rejected"),
    ("Kleve", "2016-02-10", "debated"),
    ("Rhein-Sieg-Kreis", "2013-12-05", "debated"),
    ("Rhein-Kreis Neuss", "2012-05-31", "rejected"),
    ("Rhein-Kreis Neuss", "2012-09-13", "debated"),
]


def members(day, *groups, definition="approved"):
    """The short names of the districts in these groups on a day."""
    found = holders_on(EVENTS, DISTRICTS, date.fromisoformat(day), definition)
    return set(found.loc[found["group"].isin(groups), "ags"].map(NAMES))


@pytest.mark.parametrize(("day", "count"), CERTAIN.items())
def test_so_many_districts_are_certainly_approved(day, count):
    assert len(members(day, "with")) == count


@pytest.mark.parametrize("definition", ["approved", "granted", "open"])
def test_before_the_funding_guideline_nobody_has_one_not_even_possibly(definition):
    assert members("2012-06-24", "with", "undetermined", definition=definition) == set()


def test_guetersloh_is_the_first():
    assert members("2012-12-10", "with") == {"Gütersloh"}


def test_in_june_2013_the_ministry_counts_more_than_are_known_by_name():
    totals = KNOWN.totals
    approved = totals["date"].eq("2013-06-12") & totals["definition"].eq("approved")
    counted = totals[approved & totals["counted_by"].eq("ministry")]
    assert counted["count"].tolist() == [29]
    by_name, possible = members("2013-06-12", "with"), members("2013-06-12", "with", "undetermined")
    assert len(by_name) < 29 <= len(possible)


def test_on_2013_12_05_all_23_cities_are_approved():
    cities = set(DISTRICTS.loc[DISTRICTS["kind"].eq("kreisfreie Stadt"), "short_name"])
    assert len(cities) == 23
    assert cities <= members("2013-12-05", "with")


@pytest.mark.parametrize("day", ["2014-04-25", "2015-11-30"])
def test_from_2014_04_25_on_it_is_known_which_five_are_without(day):
    assert members(day, "undetermined") == set()
    assert members(day, "without") == LAST_FIVE


@pytest.mark.parametrize("definition", ["decided", "approved", "open"])
def test_in_the_end_all_54_have_one(definition):
    assert len(members("2018-09-30", "with", definition=definition)) == 54


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("name", "day", "status"), STATUSES)
def test_the_status_of_a_holdout_is_known_in_both_readings(name, day, status, reading):
    found = status_on(EVENTS, DISTRICTS, date.fromisoformat(day), reading)
    assert found.loc[found["ags"].map(NAMES).eq(name), "status"].tolist() == [status]


def test_the_curve_equals_the_count_on_200_days_under_every_definition():
    changes = episodes(EVENTS, DISTRICTS)
    curves = {name: counts_on_changes(changes, name) for name in DEFINITIONS}
    first, chance = date(2012, 1, 1), random.Random(54)
    for day in (first + timedelta(chance.randrange(7 * 365)) for _ in range(200)):
        for reading in READINGS:
            counts = status_on(EVENTS, DISTRICTS, day, reading)[list(DEFINITIONS)].sum()
            points = {name: curve[curve["first_day"] <= day] for name, curve in curves.items()}
            assert counts.to_dict() == {
                name: point[reading].iloc[-1] for name, point in points.items()
            }, day


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_many_days_in_one_pass_are_each_the_day_alone(definition):
    changes = episodes(EVENTS, DISTRICTS)
    moved = change_days(changes, definition)[::6]
    halves = (date(year, month, 1) for year in range(2012, 2020) for month in (1, 7))
    shown = sorted({*moved, *(day - timedelta(1) for day in moved), *halves})
    for day, found in zip(shown, standings_on(changes, DISTRICTS, shown, definition), strict=True):
        alone = holders_on(EVENTS, DISTRICTS, day, definition)
        assert found.to_dict("list") == alone[found.columns].to_dict("list"), day
