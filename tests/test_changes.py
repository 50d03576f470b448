"""What changed between two days: who, from what to what, and the event that did it."""

from datetime import date

import pytest
from event_builders import an_event, districts, frame
from histories import (
    DISTRICTS,
    days,
    definitions,
    histories,
    quick,
    readings,
    some_days,
)
from hypothesis import given

from adoption.changes import CHANGE_COLUMNS, changes_between
from adoption.status import status_on
from adoption.vocabulary import DEFINITIONS, MILESTONES

FIRST, LAST = date(2013, 1, 1), date(2015, 1, 1)


def changed(*events, count=2, definition="approved", reading="certain"):
    found = changes_between(frame(*events), districts(count), FIRST, LAST, definition, reading)
    return found.to_dict("records")


def test_a_gain_names_both_statuses_and_the_event_that_brought_it():
    approval = an_event(event="approval", date="2014-03-01")
    opening = an_event(event="opening", date="2014-06-01")
    (row,) = changed(approval, opening)
    assert row == {
        "ags": "05001",
        "status_from": "unknown",
        "status_to": "open",
        "has_kiz_from": False,
        "has_kiz_to": True,
        "date": "2014-03-01",
        "event_id": "05001-approval-1",
    }


def test_another_change_names_the_event_that_proves_the_status_at_the_end():
    (row,) = changed(an_event(1, date="2013-05"), an_event(2, event="rejection", date="2014-05-01"))
    assert (row["status_to"], row["date"]) == ("rejected", "2014-05-01")
    assert (row["event_id"], row["has_kiz_to"]) == ("05001-rejection-2", False)


def test_a_higher_status_of_one_who_has_a_kiz_is_a_change_but_no_gain():
    approval = an_event(event="approval", date="2012-07-01")
    (row,) = changed(approval, an_event(event="opening", date="2014-06-01"))
    assert (row["has_kiz_from"], row["has_kiz_to"]) == (True, True)
    assert (row["status_from"], row["status_to"]) == ("approved", "open")
    assert row["event_id"] == "05001-opening-1"


def test_a_loss_names_what_took_it():
    opening = an_event(event="opening", date="2012-07-01")
    (row,) = changed(opening, an_event(event="closure", date="2014-06-01"))
    assert (row["has_kiz_from"], row["has_kiz_to"], row["status_to"]) == (True, False, "closed")
    assert row["event_id"] == "05001-closure-1"


def test_what_was_undone_between_the_two_days_is_no_change():
    rejected = an_event(1, event="rejection", date="2012-05-01")
    decided = an_event(event="decision", date="2013-05-01")
    assert changed(rejected, decided, an_event(2, event="rejection", date="2014-05-01")) == []


def test_who_only_said_more_of_the_same_has_not_changed():
    assert changed(an_event(1, date="2012-05-01"), an_event(2, date="2014-05-01")) == []


def test_changes_stand_in_the_order_of_what_happened():
    late = an_event(event="approval", date="2014-06-01")
    early = an_event(event="approval", ags="05002", date="2013-06/2014-05")
    assert [row["ags"] for row in changed(late, early)] == ["05002", "05001"]


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_a_gain_is_one_under_the_definition(definition):
    (row,) = changed(an_event(event="grant", date="2014-03-01"), definition=definition)
    assert row["has_kiz_to"] == (definition != "open")


def test_the_reading_decides_what_counts():
    vague = an_event(event="approval", date="2014-12/2015-12")
    assert changed(vague) == []
    assert changed(vague, reading="possible")[0]["has_kiz_to"]


def test_without_events_the_table_is_empty_but_has_its_columns():
    found = changes_between(frame(an_event()), districts(1), LAST, LAST, "approved")
    assert found.empty and list(found.columns) == CHANGE_COLUMNS


def test_days_in_the_wrong_order_are_refused_with_the_repair():
    with pytest.raises(ValueError, match="2013-01-01 is before 2015-01-01; swap the two days"):
        changes_between(frame(an_event()), districts(1), LAST, FIRST, "approved")


def test_an_unknown_definition_or_reading_is_named():
    with pytest.raises(ValueError, match='definition "planned" is unknown; use decided'):
        changed(an_event(), definition="planned")
    with pytest.raises(ValueError, match='reading "sure" is unknown; use one of certain'):
        changed(an_event(), reading="sure")


def table(events, first, last, definition, reading):
    found = changes_between(events, DISTRICTS, first, last, definition, reading)
    return found.set_index("ags")


@given(histories(), days, definitions, readings)
@quick(20)
def test_from_a_day_to_itself_nothing_changes(events, day, definition, reading):
    assert table(events, day, day, definition, reading).empty


@given(histories(), some_days, definitions, readings)
@quick(40)
def test_gains_minus_losses_are_the_difference_of_the_counts(events, drawn, definition, reading):
    first, *_, last = sorted(drawn)
    before, after = (
        int(status_on(events, DISTRICTS, day, reading)[definition].sum()) for day in (first, last)
    )
    found = table(events, first, last, definition, reading)
    gained = (found["has_kiz_to"] & ~found["has_kiz_from"]).sum()
    lost = (found["has_kiz_from"] & ~found["has_kiz_to"]).sum()
    assert gained - lost == after - before


@given(histories(), some_days, definitions, readings)
@quick(30)
def test_two_steps_lead_where_one_leads(events, drawn, definition, reading):
    first, middle, last = sorted(drawn)[:3]

    def ends(day):
        there = status_on(events, DISTRICTS, day, reading)
        return {row["ags"]: (row["status"], row[definition]) for _, row in there.iterrows()}

    reached = ends(first)
    for one, other in ((first, middle), (middle, last)):
        for row in table(events, one, other, definition, reading).itertuples():
            assert reached[row.Index] == (row.status_from, row.has_kiz_from)
            reached[row.Index] = (row.status_to, row.has_kiz_to)
    assert reached == ends(last)


@given(histories(), some_days, definitions, readings)
@quick(40)
def test_a_gain_rests_on_a_milestone_that_had_begun(events, drawn, definition, reading):
    first, *_, last = sorted(drawn)
    found = table(events, first, last, definition, reading)
    known = events.set_index("id")
    for row in found[found["has_kiz_to"] & ~found["has_kiz_from"]].itertuples():
        event = known.loc[row.event_id]
        assert event["announces" if event["event"] == "planned" else "event"] in MILESTONES
        assert event["first_day"].date() <= last
