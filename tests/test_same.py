"""Rows that tell the same grant or opening are one, led by the surer, and lose no source."""

import curated
import pytest
from event_builders import an_event, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption import same

NOTE = "Gerechnet. Dieselbe Eröffnung wie 05001-opening-1."


def opening(number, **cells):
    return an_event(number, event="opening", **cells)


def pair(**second):
    return frame(opening(1, date="2013/2014"), opening(2, date="2013-05/2015", **second))


def test_the_lead_has_the_days_that_both_firm_rows_allow():
    told = same.joined(pair(note_de=NOTE))
    assert list(told["lead"]) == ["05001-opening-1"] * 2
    assert list(told["date"]) == ["2013-05-01/2014-12-31", "2013-05/2015"]
    assert str(told["first_day"].iloc[0].date()) == "2013-05-01"


def test_a_row_of_low_confidence_bounds_nothing_and_never_leads():
    told = same.joined(pair(note_de=NOTE, confidence="low"))
    assert list(told["lead"]) == ["05001-opening-1"] * 2
    assert list(told["date"]) == ["2013/2014", "2013-05/2015"]


def test_contradicting_rows_leave_the_lead_its_own_date():
    told = same.joined(frame(opening(1, date="2013"), opening(2, date="2014", note_de=NOTE)))
    assert list(told["date"]) == ["2013", "2014"]


@pytest.mark.parametrize(
    "cells",
    [
        {"note_de": "Nicht dasselbe wie 05001-opening-1."},
        {"note_de": "Vorgestellt wird es später (05001-opening-1)."},
        {"note_de": NOTE, "ags": "05002"},
        {"note_de": NOTE, "event": "grant"},
        {"note_de": "Dieselbe Eröffnung wie 05001-opening-9."},
    ],
)
def test_nothing_else_joins(cells):
    rows = frame(opening(1), an_event(2, **{"event": "opening", **cells}))
    assert list(same.leads(rows)) == list(rows["id"])


@settings(deadline=None, max_examples=30)
@given(st.permutations([1, 2, 3]))
def test_the_order_of_the_rows_joins_the_same(order):
    rows = {
        1: opening(1, date="2014"),
        2: opening(2, date="2013", note_de=NOTE),
        3: opening(3, date="2012-07", note_de="Dieselbe Eröffnung wie 05001-opening-2."),
    }
    assert set(same.leads(frame(*(rows[n] for n in order)))) == {"05001-opening-3"}


def test_the_real_tables_tell_three_openings_and_a_grant_twice():
    events = curated.tables().events
    leads = same.leads(events)
    joined = leads[leads.duplicated(keep=False)]
    assert sorted(set(joined)) == [
        "05116-opening-1",
        "05158-grant-2",
        "05314-opening-1",
        "05316-opening-1",
    ]
    assert len(joined) == 8
    # Each further row is of low confidence, so that no date is another than before.
    assert list(same.joined(events)["date"]) == list(events["date"])
