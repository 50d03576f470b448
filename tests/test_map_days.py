"""The file of days says of any day what the server says of it."""

import json
from datetime import date, timedelta

import curated
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS
from components.base.choice import FIRST_DAY
from components.looks.look import MOST_NAMED
from components.map import axis
from components.map.days import day_file, fills

LAST = date(2026, 11, 24)


def file(definition="approved", language="de"):
    return day_file(curated.atlas(), definition, language)


def states(content, day):
    """The states of all districts on a day, as the browser looks them up."""
    row = {}
    for first, moved in zip(content["days"], content["changes"], strict=True):
        if first <= day.isoformat():
            row.update(moved)
    return [content["states"][row[place]] for place in sorted(row)]


def state(name, day, definition="approved", language="de"):
    content = file(definition, language)
    return states(content, day)[content["shorts"].index(name)]


@settings(max_examples=25, deadline=None)
@given(st.dates(FIRST_DAY, LAST), st.sampled_from(DEFINITIONS))
def test_on_any_day_it_has_the_groups_and_statuses_of_that_day(day, definition):
    known = curated.tables()
    held = holders_on(known.events, known.districts, day, definition)
    found = states(file(definition), day)
    columns = zip(*(state[:3] for state in found), strict=True)
    for column, told in zip(("group", "status", "since"), columns, strict=True):
        assert list(told) == held[column].tolist()


def test_it_begins_with_the_first_day_and_all_54():
    content = file()
    assert content["days"][0] == FIRST_DAY.isoformat()
    assert content["days"] == sorted(set(content["days"]))
    assert len(content["changes"][0]) == 54
    assert all(len(content[name]) == len(content["days"]) for name in
               ("heads", "cover", "few", "moves", "changes"))  # fmt: skip


def test_kleve_is_answered_before_it_is_explained():
    told = state("Kleve", date(2015, 9, 24))
    assert told.answer == "Hat kein KIZ."
    assert told.progress == "Abgelehnt vom Kreistag, 19.03.2015."
    assert told.since == "2015-03-19"
    assert "Bedburg-Hau" in file()["sources"][told.source][0]


def test_a_status_that_the_definition_does_not_count_is_no_doubt():
    told = state("Coesfeld", date(2015, 9, 24))
    assert (told.group, told.status) == ("without", "decided")
    has, status, _ = told.codes
    assert fills()["has"][has].pattern == ""
    assert fills()["status"][status].pattern == ""


def test_what_changes_is_told_with_the_days():
    content = file()
    moves = dict(zip(content["days"], content["moves"], strict=True))
    assert moves["2015-12-01"] == ("Coesfeld genehmigt", True)
    assert moves["2018-09-06"] == ("Kleve genehmigt", True)
    told, counts = moves["2015-03-19"]
    assert told == "Kleve: Abgelehnt" and not counts
    assert content["moves"][0] == ("", False)


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_day_can_be_said_in_every_definition(definition, language):
    content = file(definition, language)
    known = curated.atlas().evidence.day.isoformat()
    for day, (sentence, _) in zip(content["days"], content["heads"], strict=True):
        assert ("{day}" in sentence) == (day <= known)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    assert len(text.encode()) < 160_000


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_that_is_said_of_a_district_on_any_day_ends_with_two_full_stops(
    definition, language
):
    said = [
        f"{one.answer} {one.progress} {one.doubt}" for one in file(definition, language)["states"]
    ]
    assert len(said) > 54
    assert [text for text in said if ".." in text] == []


def test_a_date_without_its_year_ends_the_sentence_with_its_own_full_stop():
    assert "In Betrieb, 2012, frühestens 25.06." in {one.progress for one in file()["states"]}


def test_those_without_are_named_while_they_are_few():
    content = file()
    for day, few in zip(content["days"], content["few"], strict=True):
        without = sum(
            state.group == "without" for state in states(content, date.fromisoformat(day))
        )
        assert few == (0 < without <= MOST_NAMED)


@given(st.dates(FIRST_DAY, date(2018, 12, 31)))
def test_the_axis_grows_by_a_month_from_month_end_to_month_end(day):
    place = axis.place(day)
    if (day + timedelta(1)).day == 1:
        assert place == (day.year - 2012) * 12 + day.month - 1
    assert 0 <= place <= 83
    assert place < axis.place(day + timedelta(1))
