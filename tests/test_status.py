"""Every sentence on status, reading and definition of the codebook, by example."""

from datetime import date

import pytest
from event_builders import an_event, districts, frame

from adoption.status import holders_on, status_on
from adoption.vocabulary import (
    APPROVALS,
    DECISIONS,
    DEFINITIONS,
    EVENTS,
    MILESTONES,
    OWN_BODIES,
    READINGS,
    TALK,
)

LATE = date(2020, 1, 1)
OUTSIDERS = ("ministry", "town", "church", "other")
REACHED = {
    "decision": "decided",
    "application": "decided",
    "approval": "approved",
    "grant": "approved",
    "opening": "open",
}


def row(*events, day=LATE, reading="certain"):
    """The one row of the one district with these events."""
    return status_on(frame(*events), districts(), day, reading).iloc[0]


def status(*events, day=LATE, reading="certain"):
    return row(*events, day=day, reading=reading)["status"]


def statuses(*events, day=LATE):
    """The certain and the possible status."""
    return tuple(status(*events, day=day, reading=reading) for reading in READINGS)


def held(*events, day=LATE, reading="certain"):
    """The definitions under which the district has a KIZ, widest first."""
    found = row(*events, day=day, reading=reading)
    return [definition for definition in DEFINITIONS if found[definition]]


# What is known of a district, and who can change it.


def test_nothing_known_is_unknown_and_names_no_event():
    found = row()
    assert found["status"] == "unknown"
    assert found[["event_id", "since", "body"]].tolist() == ["", "", ""]
    assert not found[list(DEFINITIONS)].any()


@pytest.mark.parametrize(("event", "reached"), REACHED.items())
def test_each_milestone_reaches_its_status(event, reached):
    assert status(an_event(event=event)) == reached


@pytest.mark.parametrize(
    ("event", "spoken"), [("motion", "debated"), ("debate", "debated"), ("rejection", "rejected")]
)
@pytest.mark.parametrize("body", OWN_BODIES)
def test_talk_of_the_districts_own_bodies_counts(body, event, spoken):
    assert status(an_event(event=event, body=body)) == spoken


@pytest.mark.parametrize("event", (*TALK, *DECISIONS))
@pytest.mark.parametrize("body", OUTSIDERS)
def test_words_of_outsiders_change_nothing(body, event):
    said = an_event(event=event, body=body)
    assert statuses(said) == ("unknown", "unknown")
    decided = an_event(event="decision", date="2013-01-01", number=2)
    assert row(decided, said)["event_id"] == decided["id"]


@pytest.mark.parametrize("event", MILESTONES)
@pytest.mark.parametrize("body", ["town", "church", "other"])
def test_no_milestone_is_reached_by_an_outsider(body, event):
    assert statuses(an_event(event=event, body=body)) == ("unknown", "unknown")


@pytest.mark.parametrize("event", ["approval", "grant", "opening"])
def test_the_ministry_approves_grants_and_opens(event):
    assert status(an_event(event=event, body="ministry")) == REACHED[event]


def test_a_closure_by_an_outsider_closes_nothing():
    events = an_event(event="opening"), an_event(event="closure", date="2014", body="town")
    assert statuses(*events) == ("open", "open")


def test_events_of_another_district_change_nothing_here():
    events = frame(an_event(event="opening", ags="05334002"))
    here = districts(2).assign(ags=["05334", "05334002"])
    assert status_on(events, here, LATE, "certain")["status"].tolist() == ["unknown", "open"]


def test_a_status_shows_the_act_its_date_as_written_and_who_acted():
    found = row(an_event(event="rejection", date="2015-03", body="mayors"))
    proof = ["05001-rejection-1", "2015-03", "mayors"]
    assert found[["event_id", "since", "body"]].tolist() == proof


# What undoes what.


@pytest.mark.parametrize("later", (*TALK, *DECISIONS))
@pytest.mark.parametrize("reached", ["approval", "grant", "opening"])
def test_nothing_said_or_decided_later_undoes_an_approval_or_an_opening(reached, later):
    events = an_event(event=reached), an_event(event=later, date="2014-05-05")
    assert statuses(*events) == (REACHED[reached],) * 2
    assert row(*events)["event_id"] == f"05001-{reached}-1"


@pytest.mark.parametrize("lower", (*DECISIONS, *APPROVALS))
def test_a_lower_milestone_after_the_opening_changes_nothing(lower):
    assert status(an_event(event="opening"), an_event(event=lower, date="2014")) == "open"


@pytest.mark.parametrize("reached", [*APPROVALS, "opening"])
def test_a_closure_undoes_what_was_approved_or_open_and_what_was_decided_before(reached):
    events = an_event(event=reached), an_event(event="closure", date="2014-05-05")
    decided = an_event(event="decision", date="2012-05-05")
    for history in (events, (decided, *events)):
        assert statuses(*history) == ("closed", "closed")
        assert held(*history, reading="possible") == []


@pytest.mark.parametrize("reached", DECISIONS)
def test_a_closure_of_what_was_never_approved_closes_nothing(reached):
    events = an_event(event=reached), an_event(event="closure", date="2014-05-05")
    assert statuses(*events) == ("decided", "decided")


def test_closed_stays_closed_whatever_is_said():
    shut = an_event(event="closure", date="2014-05-05")
    talk = an_event(event="motion", date="2015"), an_event(event="rejection", date="2016")
    found = row(an_event(event="opening"), shut, *talk)
    assert found[["status", "event_id"]].tolist() == ["closed", shut["id"]]


def test_what_is_reached_after_the_closure_counts_again():
    again = an_event(event="decision", date="2015")
    assert status(an_event(event="opening"), an_event(event="closure", date="2014"), again) == (
        "decided"
    )


def test_a_closure_of_nothing_is_no_status():
    assert statuses(an_event(event="closure")) == ("unknown", "unknown")


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_rejection_by_the_council_undoes_a_decision(decision):
    events = an_event(event=decision), an_event(event="rejection", date="2014-05-05")
    assert statuses(*events) == ("rejected", "rejected")
    assert held(*events, reading="possible") == []


@pytest.mark.parametrize("body", [body for body in OWN_BODIES if body != "council"])
def test_a_rejection_by_anybody_else_does_not_undo_a_decision(body):
    rejection = an_event(event="rejection", body=body, date="2014-05-05")
    assert statuses(an_event(event="decision"), rejection) == ("decided", "decided")


def test_a_rejection_with_the_span_of_the_decision_comes_after_it():
    rejection = an_event(event="rejection", id="05001-a-rejection")
    assert statuses(an_event(event="decision"), rejection) == ("rejected", "rejected")


def test_a_rejection_before_the_decision_does_not_undo_it():
    rejection = an_event(event="rejection", date="2012-05-05")
    assert statuses(an_event(event="decision"), rejection) == ("decided", "decided")


def test_an_undone_decision_does_not_come_back_by_talk():
    rejection = an_event(event="rejection", date="2014-05-05")
    motion = an_event(event="motion", date="2015-05-05")
    found = row(an_event(event="decision"), rejection, motion)
    assert found[["status", "event_id"]].tolist() == ["debated", motion["id"]]
    assert not found["decided"]


def test_a_new_decision_after_the_rejection_counts():
    again = an_event(event="decision", date="2015-05-05", number=2)
    rejection = an_event(event="rejection", date="2014-05-05")
    assert row(an_event(event="decision"), rejection, again)["event_id"] == again["id"]


def test_a_rejection_that_may_have_come_takes_away_the_certain_decision_only():
    events = an_event(event="decision"), an_event(event="rejection", date="2014")
    assert statuses(*events, day=date(2013, 12, 31)) == ("decided", "decided")
    assert statuses(*events, day=date(2014, 1, 1)) == ("debated", "decided")
    assert statuses(*events, day=date(2014, 12, 31)) == ("rejected", "rejected")


def test_a_rejection_of_low_confidence_takes_away_the_certain_decision_only():
    rejection = an_event(event="rejection", date="2014-05-05", confidence="low")
    assert statuses(an_event(event="decision"), rejection) == ("debated", "decided")


# The order of talk.


def latest(*events):
    return row(*events)["event_id"]


def test_the_talk_with_the_latest_beginning_counts():
    rejection = an_event(event="rejection", date="2013-05-04")
    assert latest(an_event(date="2013-05-05"), rejection) == "05001-debate-1"


def test_of_talk_that_begins_on_one_day_the_later_end_counts():
    rejection = an_event(event="rejection", date="2013-05-01/2013-05-05")
    assert latest(an_event(date="2013-05"), rejection) == "05001-debate-1"


def test_of_talk_with_one_span_the_rejection_counts():
    rejection = an_event(event="rejection", id="05001-a-rejection")
    assert latest(an_event(event="motion"), rejection, an_event()) == rejection["id"]


def test_of_talk_with_one_span_and_no_rejection_the_last_id_counts():
    assert latest(an_event(number=2), an_event(number=1)) == "05001-debate-2"


def test_a_long_span_does_not_outlast_talk_that_began_within_it():
    events = an_event(date="2013"), an_event(event="rejection", date="2013-03-01")
    assert statuses(*events, day=date(2014, 1, 1)) == ("rejected", "rejected")


def test_the_reading_decides_whether_talk_counts_and_never_the_order():
    early = an_event(event="rejection", date="2013-03-01")
    late = an_event(event="motion", date="2013-04-01/2013-04-30")
    assert statuses(early, late, day=date(2013, 4, 29)) == ("rejected", "debated")
    assert statuses(early, late, day=date(2013, 4, 30)) == ("debated", "debated")


# The reading.


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        (date(2013, 4, 30), "unknown", "unknown"),
        (date(2013, 5, 1), "unknown", "approved"),
        (date(2013, 5, 30), "unknown", "approved"),
        (date(2013, 5, 31), "approved", "approved"),
    ],
)
def test_an_event_is_possible_from_its_first_day_and_certain_from_its_last(day, certain, possible):
    assert statuses(an_event(event="approval", date="2013-05"), day=day) == (certain, possible)


def test_a_closure_is_certain_from_its_first_day_and_possible_from_its_last():
    events = an_event(event="opening"), an_event(event="closure", date="2014-05")
    assert statuses(*events, day=date(2014, 4, 30)) == ("open", "open")
    assert statuses(*events, day=date(2014, 5, 1)) == ("closed", "open")
    assert statuses(*events, day=date(2014, 5, 31)) == ("closed", "closed")


def test_a_closure_of_low_confidence_leaves_a_possible_opening():
    events = an_event(event="opening"), an_event(event="closure", date="2014", confidence="low")
    assert statuses(*events) == ("closed", "open")


@pytest.mark.parametrize("event", (*TALK, *MILESTONES))
def test_low_confidence_is_possible_and_never_certain(event):
    certain, possible = statuses(an_event(event=event, confidence="low"))
    assert certain == "unknown"
    assert possible == status(an_event(event=event))


@pytest.mark.parametrize(("event", "reached"), REACHED.items())
def test_a_plan_is_possible_as_what_it_announces_and_never_certain(event, reached):
    plan = an_event(event="planned", announces=event, date="2013-05")
    assert statuses(plan) == ("unknown", reached)
    assert status(plan, day=date(2013, 4, 30), reading="possible") == "unknown"


def test_a_plan_that_a_later_source_contradicts_counts_as_nothing():
    assert statuses(an_event(event="planned", announces="")) == ("unknown", "unknown")


@pytest.mark.parametrize("body", ["town", "church", "other"])
def test_a_plan_of_an_outsider_counts_as_nothing(body):
    assert statuses(an_event(event="planned", body=body)) == ("unknown", "unknown")


def test_the_proof_is_the_act_that_came_first_under_the_reading():
    wide = an_event(event="approval", date="2013")
    exact = an_event(event="grant", date="2013-05-05")
    assert row(wide, exact, reading="certain")["event_id"] == exact["id"]
    assert row(wide, exact, reading="possible")["event_id"] == wide["id"]


# The definition.


@pytest.mark.parametrize(
    ("event", "definitions"),
    [
        *((event, []) for event in (*TALK, "closure")),
        ("decision", ["decided"]),
        ("application", ["decided"]),
        ("approval", ["decided", "approved"]),
        ("grant", ["decided", "approved", "granted"]),
        ("opening", ["decided", "approved", "open"]),
    ],
)
def test_each_event_counts_under_its_definitions(event, definitions):
    assert held(an_event(event=event)) == definitions


def test_an_undated_grant_and_opening_are_possible_from_the_first_day_of_the_approval():
    approval = an_event(event="approval", date="2013-05")
    assert held(approval, day=date(2013, 4, 30), reading="possible") == []
    assert held(approval, day=date(2013, 5, 1), reading="possible") == list(DEFINITIONS)
    assert held(approval, day=date(2013, 5, 31)) == ["decided", "approved"]


def test_an_undated_opening_is_possible_from_the_grant():
    assert held(an_event(event="grant"), reading="possible") == list(DEFINITIONS)


@pytest.mark.parametrize("definition", ["grant", "opening"])
def test_a_dated_grant_or_opening_is_not_possible_before_its_day(definition):
    events = an_event(event="approval"), an_event(event=definition, date="2014-05-05")
    before = held(*events, day=date(2014, 5, 4), reading="possible")
    assert {"grant": "granted", "opening": "open"}[definition] not in before
    assert held(*events, day=date(2014, 5, 5), reading="possible") == list(DEFINITIONS)


@pytest.mark.parametrize("doubt", [{"confidence": "low"}, {"event": "planned"}])
def test_an_approval_in_doubt_makes_no_undated_grant_possible(doubt):
    approval = an_event(**{"event": "approval", "announces": "approval"} | doubt)
    assert held(approval, reading="possible") == ["decided", "approved"]


def test_after_the_closure_no_undated_grant_is_possible():
    events = an_event(event="approval"), an_event(event="closure", date="2014-05-05")
    assert held(*events, reading="possible") == []


def test_the_groups_are_with_undetermined_and_without():
    events = frame(
        an_event(event="approval", ags="05001"),
        an_event(event="approval", ags="05002", confidence="low"),
        an_event(event="decision", ags="05003"),
    )
    found = holders_on(events, districts(4), LATE, "approved")
    assert found["group"].tolist() == ["with", "undetermined", "without", "without"]
    assert found["status"].tolist() == ["approved", "unknown", "decided", "unknown"]
    assert found["possible_status"].tolist() == ["approved", "approved", "decided", "unknown"]


def test_a_later_definition_moves_a_district_from_with_to_without():
    events = frame(an_event(event="decision"))
    groups = [holders_on(events, districts(), LATE, name)["group"][0] for name in DEFINITIONS]
    assert groups == ["with", "without", "without", "without"]


# Rows, columns and bad words.


def test_the_rows_come_in_the_order_of_the_districts():
    backwards = districts(3).iloc[::-1]
    events = frame(*(an_event(event=event) for event in EVENTS))
    found = status_on(events, backwards, LATE, "certain")
    assert found["ags"].tolist() == ["05003", "05002", "05001"]
    columns = ["ags", "status", "event_id", "since", "body", *DEFINITIONS]
    assert found.columns.tolist() == columns


def test_an_unknown_reading_is_named():
    with pytest.raises(ValueError, match='reading "sure" is unknown; use one of certain, possible'):
        status_on(frame(), districts(), LATE, "sure")


def test_an_unknown_definition_is_named():
    known = "decided, approved, granted, open"
    with pytest.raises(ValueError, match=f'definition "built" is unknown; use one of {known}'):
        holders_on(frame(), districts(), LATE, "built")


@pytest.mark.parametrize(
    "cells",
    [
        {"event": "planned", "announces": "opening"},
        {"event": "opening", "confidence": "low"},
    ],
)
def test_a_plan_and_a_doubt_date_the_opening_of_an_approved_district(cells):
    approval = an_event(event="approval", date="2013-05-05")
    later = an_event(2, date="2019", **cells)
    for year, is_open in ((2017, False), (2019, True)):
        standings = status_on(frame(approval, later), districts(), date(year, 1, 1), "possible")
        assert standings["open"].all() == is_open
