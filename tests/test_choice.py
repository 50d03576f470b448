"""The choice and its address are one: there and back, and a bad part is named."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adoption.vocabulary import DEFINITIONS
from components.base.choice import (
    COLOURINGS,
    FIRST_DAY,
    HAPPENED,
    MEASURES,
    TAKEN_PICTURES,
    Choice,
    day_of,
    months,
    parse_day,
    read,
    views,
)
from components.base.taken import TABLES
from components.base.wording import LANGUAGES

TODAY = date(2026, 11, 21)
NAMES = {"05154": "Kreis Kleve", "05334": "StädteRegion Aachen", "05334002": "Aachen"}
days = st.dates(FIRST_DAY, TODAY)
choices = st.builds(
    Choice,
    days,
    st.sampled_from(DEFINITIONS),
    st.sampled_from(["", *NAMES]),
    st.sampled_from(LANGUAGES),
    st.sampled_from(COLOURINGS),
    st.sampled_from(MEASURES),
    happened=st.sampled_from(HAPPENED),
    taken=st.sampled_from((*TAKEN_PICTURES, *TABLES)),
)


@given(choices)
def test_an_address_leads_back_to_its_choice(choice):
    assert read(choice.address(), TODAY, NAMES) == (choice, [])


def test_an_empty_address_means_today_by_the_ministrys_count():
    assert read({}, TODAY, NAMES) == (Choice(TODAY, "approved", "", "de"), [])


def test_an_address_says_day_definition_colouring_and_language_also_where_they_are_the_default():
    assert Choice(TODAY).address() == {
        "tag": "2026-11-21",
        "definition": "approved",
        "farbe": "has",
        "lang": "de",
    }


@given(choices)
def test_tomorrow_the_address_still_shows_the_same(choice):
    assert read(choice.address(), TODAY + timedelta(1), NAMES) == (choice, [])


def test_where_a_clock_is_set_back_every_later_day_is_today():
    late = TODAY + timedelta(1)
    set_back = Choice(late, since_day=late, other_day=late).until(TODAY)
    assert set_back == Choice(TODAY, since_day=TODAY, other_day=TODAY)
    assert Choice(TODAY).until(TODAY) == Choice(TODAY)


@pytest.mark.parametrize(
    ("parameter", "value", "key"),
    [
        ("tag", "25.04.2014", "problem.day"),
        ("tag", "2014-02-30", "problem.day"),
        ("tag", "20140425", "problem.day"),
        ("tag", "2012-02-07", "problem.day"),
        ("tag", "2026-11-22", "problem.day"),
        ("tag", "", "problem.day"),
        ("definition", "planned", "problem.definition"),
        ("kreis", "05999", "problem.kreis"),
        ("kreis", "5154", "problem.kreis"),
        ("lang", "fr", "problem.lang"),
        ("day", "2014-04-25", "problem.of_api"),
        ("farbe", "bunt", "problem.farbe"),
        ("mass", "meter", "problem.mass"),
        ("art", "alles", "problem.art"),
    ],
)
def test_a_bad_part_is_named_and_falls_back_while_the_rest_holds(parameter, value, key):
    good = {"definition": "open"} if parameter == "tag" else {"tag": "2014-04-25"}
    choice, (problem,) = read(good | {parameter: value}, TODAY, NAMES)
    assert (problem.key, problem.values["value"]) == (key, value)
    assert choice == read(good, TODAY, NAMES)[0]


def test_every_bad_part_is_named():
    bad = dict.fromkeys(("tag", "definition", "kreis", "lang", "farbe", "mass"), "x")
    choice, problems = read(bad, TODAY, NAMES)
    assert choice == Choice(TODAY)
    assert len(problems) == len(bad)


def test_an_unknown_parameter_is_left_alone():
    assert read({"utm_source": "mail"}, TODAY, NAMES) == (Choice(TODAY), [])


def test_what_tables_say_in_an_address_is_no_part_of_the_choice_and_kept_as_it_came():
    said = {"tabelle.group": "without", "list_without.nach": "-days", "tabelle.suche": "<b>ü"}
    other = {"tag": "2014-04-25", "utm_source": "mail", "a.b.c": "x", "A.b": "x", ".b": "x"}
    assert views({**other, **said}) == said
    known = {"tag": "2014-04-25"}
    assert read({**known, **said}, TODAY, NAMES) == read(known, TODAY, NAMES)


def test_months_go_from_the_law_to_today():
    steps = months(TODAY)
    assert (steps[0], steps[-1]) == (date(2012, 2, 1), date(2026, 11, 1))
    assert len(steps) == 14 * 12 + 10


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2014, 4, 1), date(2014, 4, 30)),
        (date(2012, 2, 1), date(2012, 2, 29)),
        (date(2013, 2, 1), date(2013, 2, 28)),
        (date(2026, 11, 1), TODAY),
    ],
)
def test_a_month_means_its_last_day_and_the_current_one_today(month, day):
    assert day_of(month, TODAY) == day


@given(days)
def test_a_day_lies_in_one_of_the_months_and_no_month_leaves_the_atlas(day):
    month = day.replace(day=1)
    assert month in months(TODAY)
    assert day <= day_of(month, TODAY) <= TODAY


def test_february_2012_begins_with_the_law():
    assert parse_day("2012-02-08", TODAY) == FIRST_DAY
    with pytest.raises(ValueError, match="2012-02-07 is outside 2012-02-08 "):
        parse_day("2012-02-07", TODAY)


@pytest.mark.parametrize("text", ["25.04.2014", "2014-04", "2014-W17-5", "heute", "2014-13-01"])
def test_what_is_no_day_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(ValueError, match=r"is not a day; write 2014-04-25"):
        parse_day(text, TODAY)
