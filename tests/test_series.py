"""What changes over time: episodes, the days of change, and the counts between them."""

from datetime import date

import pytest
from event_builders import an_event, districts, frame

from adoption.series import change_days, counts_on_changes, episodes
from adoption.vocabulary import DEFINITIONS, READINGS


def changes(*events, count=1):
    return episodes(frame(*events), districts(count))


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_every_district_starts_unknown_in_both_readings_before_anything_began():
    found = changes(count=2)
    assert rows(found, "first_day", "ags", "reading", "status", "event_id") == [
        (date.min, ags, reading, "unknown", "")
        for ags in ("05001", "05002")
        for reading in READINGS
    ]
    assert not found[list(DEFINITIONS)].any(axis=None)


def test_an_episode_begins_when_its_reading_counts_the_event():
    found = changes(an_event(event="grant", date="2013-05"))
    assert rows(found, "first_day", "reading", "status", "event_id")[2:] == [
        (date(2013, 5, 1), "possible", "approved", "05001-grant-1"),
        (date(2013, 5, 31), "certain", "approved", "05001-grant-1"),
    ]


def test_a_new_proof_of_the_same_status_is_an_episode_of_its_own():
    found = changes(an_event(), an_event(number=2, date="2014-05-05"))
    certain = found[found["reading"].eq("certain")]
    assert rows(certain, "status", "event_id") == [
        ("unknown", ""),
        ("debated", "05001-debate-1"),
        ("debated", "05001-debate-2"),
    ]


def test_episodes_are_sorted_by_their_first_day():
    found = changes(an_event(date="2014"), an_event(ags="05002", date="2013"), count=2)
    assert found["first_day"].is_monotonic_increasing


def test_a_status_that_changes_in_one_reading_only_is_a_change():
    days = change_days(changes(an_event(event="approval", confidence="low")), "approved")
    assert days == [date(2013, 5, 5)]


def test_a_span_has_two_days_of_change():
    days = change_days(changes(an_event(event="approval", date="2013-05")), "approved")
    assert days == [date(2013, 5, 1), date(2013, 5, 31)]


def test_a_new_proof_of_the_same_status_is_no_change():
    days = change_days(changes(an_event(), an_event(number=2, date="2014-05-05")), "approved")
    assert days == [date(2013, 5, 5)]


def test_a_grant_after_the_approval_is_a_change_under_granted_only():
    found = changes(an_event(event="approval"), an_event(event="grant", date="2014-05-05"))
    approved, granted = (change_days(found, name) for name in ("approved", "granted"))
    assert approved == [date(2013, 5, 5)]
    assert granted == [date(2013, 5, 5), date(2014, 5, 5)]


def test_changes_of_several_districts_on_one_day_are_one_day():
    found = changes(an_event(), an_event(ags="05002"), count=2)
    assert change_days(found, "approved") == [date(2013, 5, 5)]


def test_without_events_nothing_changes_and_nobody_counts():
    found = changes(count=3)
    assert change_days(found, "decided") == []
    assert rows(counts_on_changes(found, "decided"), "first_day", "certain", "possible") == [
        (date.min, 0, 0)
    ]


def test_the_curve_starts_at_zero_and_moves_with_each_reading():
    found = changes(
        an_event(event="approval", date="2013-05"),
        an_event(event="approval", date="2013-05-05", ags="05002"),
        count=2,
    )
    assert rows(counts_on_changes(found, "approved"), "first_day", "certain", "possible") == [
        (date.min, 0, 0),
        (date(2013, 5, 1), 0, 1),
        (date(2013, 5, 5), 1, 2),
        (date(2013, 5, 31), 2, 2),
    ]


def test_the_curve_falls_after_a_closure():
    found = changes(an_event(event="opening"), an_event(event="closure", date="2014-05"))
    assert rows(counts_on_changes(found, "open"), "first_day", "certain", "possible")[2:] == [
        (date(2014, 5, 1), 0, 1),
        (date(2014, 5, 31), 0, 0),
    ]


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_curve_has_no_step_without_a_change_of_a_count(definition):
    found = changes(an_event(event="motion"), an_event(event="rejection", date="2014-05-05"))
    assert counts_on_changes(found, definition)["first_day"].tolist() == [date.min]
