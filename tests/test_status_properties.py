"""What holds of the rules whatever happened: small histories at random, closures included."""

from datetime import timedelta
from itertools import product

import pandas as pd
from declared import standing as declared
from histories import DISTRICTS, days, definitions, histories, quick, readings, some_days
from hypothesis import given
from hypothesis import strategies as st

from adoption.series import change_days, counts_on_changes, episodes, standings_on
from adoption.status import Past, holders_on, status_on
from adoption.status import histories as acts_of
from adoption.vocabulary import DEFINITIONS, READINGS

KEY = ["ags", "status", "event_id", *DEFINITIONS]


def rows(found, columns):
    return found[columns].to_dict("records")


def status_rows(events, day, reading, columns=KEY):
    return rows(status_on(events, DISTRICTS, day, reading), columns)


def latest(changes, day):
    """The row of the last change up to a day."""
    return changes[changes["first_day"] <= day].iloc[-1]


@quick(75)
@given(histories(), days, readings, st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(events, day, reading, chance):
    order = chance.sample(range(len(events)), len(events))
    shuffled = events.iloc[order]
    assert status_rows(shuffled, day, reading) == status_rows(events, day, reading)
    assert episodes(shuffled, DISTRICTS).equals(episodes(events, DISTRICTS))


@quick(75)
@given(histories(), some_days)
def test_a_later_event_changes_nothing_before_it(events, drawn_days):
    # Not so `granted` and `open` in the possible reading: as long as no source dates the
    # grant, it may have come with the approval. A date for it, even one far ahead, is
    # knowledge about the time before it: until then there was none.
    fixed = {"certain": KEY, "possible": ["ags", "status", "event_id", "decided", "approved"]}
    for day, (reading, columns) in product(drawn_days, fixed.items()):
        known = events[events["first_day"] <= pd.Timestamp(day)]
        before, after = (status_rows(those, day, reading, columns) for those in (known, events))
        assert before == after


@quick(75)
@given(histories(), some_days)
def test_certain_is_never_more_than_possible(events, drawn_days):
    columns = list(DEFINITIONS)
    for day in drawn_days:
        certain, possible = (status_on(events, DISTRICTS, day, reading) for reading in READINGS)
        assert (certain[columns] <= possible[columns]).all(axis=None)


@quick(30)
@given(histories(), days, definitions)
def test_with_is_the_certain_count_and_not_without_the_possible_of_all(events, day, definition):
    groups = holders_on(events, DISTRICTS, day, definition)["group"]
    certain, possible = (
        status_on(events, DISTRICTS, day, reading)[definition].sum() for reading in READINGS
    )
    assert groups.eq("with").sum() == certain
    assert groups.ne("without").sum() == possible <= len(DISTRICTS)


@quick(50)
@given(histories(), days, readings)
def test_a_wider_definition_never_counts_fewer(events, day, reading):
    held = status_on(events, DISTRICTS, day, reading)
    assert (held["decided"] >= held["approved"]).all()
    assert (held["approved"] >= held["granted"]).all()
    assert (held["approved"] >= held["open"]).all()


@quick(30)
@given(histories(), days, definitions)
def test_the_inputs_stay_as_they_were(events, day, definition):
    places = DISTRICTS.copy()
    kept = events.copy()
    holders_on(events, places, day, definition)
    changes = episodes(events, places)
    seen = changes.copy()
    change_days(changes, definition)
    counts_on_changes(changes, definition)
    for given_in, before in ((events, kept), (places, DISTRICTS), (changes, seen)):
        pd.testing.assert_frame_equal(given_in, before)


@quick(75)
@given(histories(), days, definitions)
def test_the_curve_on_a_day_is_the_count_of_that_day(events, day, definition):
    point = latest(counts_on_changes(episodes(events, DISTRICTS), definition), day)
    for reading in READINGS:
        assert point[reading] == status_on(events, DISTRICTS, day, reading)[definition].sum()


@quick(50)
@given(histories(), days, readings)
def test_the_episode_of_a_day_is_the_status_of_that_day(events, day, reading):
    changes = episodes(events, DISTRICTS)
    mine = changes[changes["reading"].eq(reading)]
    found = pd.DataFrame([latest(mine[mine["ags"].eq(ags)], day) for ags in DISTRICTS["ags"]])
    assert rows(found, KEY) == status_rows(events, day, reading)


@quick(50)
@given(histories(), some_days, definitions)
def test_many_days_in_one_pass_are_each_the_day_alone(events, drawn_days, definition):
    shown = sorted(drawn_days)
    passed = standings_on(episodes(events, DISTRICTS), DISTRICTS, shown, definition)
    columns = ["ags", "status", "event_id", "group", "possible_status"]
    for day, found in zip(shown, passed, strict=True):
        alone = holders_on(events, DISTRICTS, day, definition)
        assert rows(found, columns) == rows(alone, columns)


@quick(50)
@given(histories(), days, definitions)
def test_the_map_changes_on_the_days_of_change_and_on_no_other(events, day, definition):
    seen = ["status", definition]
    changed = any(
        status_rows(events, day, reading, seen)
        != status_rows(events, day - timedelta(1), reading, seen)
        for reading in READINGS
    )
    assert changed == (day in change_days(episodes(events, DISTRICTS), definition))


@quick(50)
@given(histories(), days, days, definitions, readings)
def test_a_status_that_differs_between_two_days_changed_on_a_day_of_change(
    events, one, other, definition, reading
):
    begin, end = sorted((one, other))
    changes = change_days(episodes(events, DISTRICTS), definition)
    before, after = (status_rows(events, day, reading, ["status"]) for day in (begin, end))
    assert before == after or any(begin < day <= end for day in changes)


@quick(150)
@given(histories(), readings)
def test_from_day_to_day_a_standing_is_what_the_rules_declare_for_the_day_alone(events, reading):
    for history in acts_of(events).values():
        past = Past(history, reading)
        for day in sorted({day for act in history for day in act[:2]}):
            assert past.at(day) == declared(history, day, reading)


@quick(50)
@given(histories(), some_days, readings)
def test_days_that_were_passed_over_change_nothing_later(events, drawn_days, reading):
    for history in acts_of(events).values():
        past = Past(history, reading)
        for day in sorted(drawn_days):
            assert past.at(day) == declared(history, day, reading)
