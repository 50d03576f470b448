"""The last districts, as the real tables tell them."""

from datetime import date

import curated
import pytest

from adoption.changes import changes_between
from adoption.holdouts import holdouts, latecomers, workbench
from adoption.series import episodes, reached
from adoption.status import holders_on
from adoption.vocabulary import REASONS
from geo import boundaries, neighbours

LATE = ["Coesfeld", "Borken", "Steinfurt", "Viersen", "Kleve"]


@pytest.fixture(scope="module")
def known():
    return curated.tables()


@pytest.fixture(scope="module")
def bench(known):
    """The workbench of a day, and since when each district has a KIZ."""
    beside = neighbours.neighbours(boundaries.load(list(known.districts["ags"])))
    changes = episodes(known.events, known.districts)

    def of(day, definition="approved"):
        held = holders_on(known.events, known.districts, day, definition)
        standings = known.districts.merge(held, on="ags")
        since = reached(changes, definition)
        return workbench(standings, known.events, beside, since, day), since

    return of


def test_on_24_september_2015_exactly_five_are_without(bench):
    found = holdouts(bench(date(2015, 9, 24))[0]).set_index("short_name")
    assert found["status"].to_dict() == {
        "Borken": "debated",
        "Coesfeld": "decided",
        "Kleve": "rejected",
        "Steinfurt": "rejected",
        "Viersen": "rejected",
    }
    assert set(found["group"]) == {"without"}


@pytest.mark.parametrize(
    ("name", "event", "body", "when"),
    [
        ("Kleve", "rejection", "council", "2015-03-19"),
        ("Steinfurt", "rejection", "council", "2014-12-15"),
        ("Borken", "debate", "committee", "2015-08-24"),
        ("Coesfeld", "decision", "council", "2015-09-23"),
    ],
)
def test_on_24_september_2015_each_has_its_last_act(bench, name, event, body, when):
    found = holdouts(bench(date(2015, 9, 24))[0]).set_index("short_name").loc[name]
    assert found[["act_event", "act_body", "act_date"]].tolist() == [event, body, when]


def test_steinfurts_reasons_are_those_of_its_own_letter_and_mayors(bench):
    found = holdouts(bench(date(2015, 9, 24))[0]).set_index("short_name")
    assert found.loc["Steinfurt", "reasons"] == ("towns_against", "posts_too_many", "task_of_towns")
    assert set().union(*found["reasons"]) <= set(REASONS)


def test_kleves_neighbours_are_borken_wesel_and_viersen_and_one_of_them_had_one(bench):
    kleve = holdouts(bench(date(2015, 9, 24))[0]).set_index("short_name").loc["Kleve"]
    assert (kleve["neighbours_with"], kleve["neighbours"]) == (1, 3)


def test_the_latecomers_are_five_in_their_order(bench):
    assert latecomers(*bench(date(2018, 12, 31)), date(2014, 4, 25))["short_name"].tolist() == LATE


@pytest.mark.parametrize("day", [date(2012, 9, 1), date(2013, 6, 12), date(2014, 4, 25)])
def test_talk_that_is_the_status_of_a_holdout_is_its_last_act(bench, day):
    found = holdouts(bench(day)[0])
    talking = found[found["status"].isin(["rejected", "debated"])]
    assert len(talking) and (talking["event_id"] == talking["act_event_id"]).all()


def test_from_april_2014_to_the_end_of_2018_five_came_in_their_order(known):
    first, last = date(2014, 4, 25), date(2018, 12, 31)
    found = changes_between(known.events, known.districts, first, last, "approved")
    gained = found[found["has_kiz_to"] & ~found["has_kiz_from"]]
    names = known.districts.set_index("ags")["short_name"]
    assert gained["ags"].map(names).tolist() == LATE
