"""A legend counts every district once, names only what occurs, and shows the fills of the map."""

from datetime import date

import pandas as pd
import pytest
from event_builders import districts
from hypothesis import given, settings
from hypothesis import strategies as st
from standing_builders import standings

from adoption.vocabulary import GROUPS, STATUSES
from components.base.wording import Wording
from components.looks import legend, since, theme
from components.looks.look import HAS_FILLS, looks

DE = Wording("de")
DAY = date(2026, 11, 21)
SOME = st.fixed_dictionaries(
    {
        "group": st.sampled_from(GROUPS),
        "status": st.sampled_from(STATUSES),
        "possible_status": st.sampled_from(STATUSES),
    }
)
DAYS = st.dates(date(2012, 2, 8), DAY)
SPANS = st.one_of(
    st.lists(DAYS, min_size=2, max_size=2).map(sorted).map(tuple),
    st.just((None, None)),
    DAYS.map(lambda first: (first, None)),
)


def dated(spans, day=DAY):
    rows = [(f"05{number:03}", *span) for number, span in enumerate(spans, start=1)]
    reached = pd.DataFrame(rows, columns=["ags", "earliest", "latest"])
    return districts(len(spans)).merge(since.periods(reached, day), on="ags")


def told(rows):
    return [(row.label, row.count) for row in rows]


@settings(max_examples=40, deadline=None)
@given(st.lists(SOME, min_size=1, max_size=12))
def test_every_district_is_counted_once_under_the_fill_that_it_has(rows):
    shown = standings(*rows)
    for colouring, found, fills in (
        ("has", legend.has_rows(shown, DE), list(HAS_FILLS.values())),
        ("status", legend.status_rows(shown, DE)[:-1], theme.fills()),
    ):
        assert sum(row.count for row in found) == len(rows)
        codes = [look.fill for look in looks(shown, colouring).values()]
        for row in found:
            assert row.count == sum(code in row.codes for code in codes)
            assert row.fill == fills[row.codes[0]]


@settings(max_examples=40, deadline=None)
@given(st.lists(SPANS, min_size=1, max_size=12), DAYS)
def test_every_district_is_counted_once_in_its_period(spans, day):
    frame = dated(spans, day)
    rows = [row for row in legend.since_rows(frame, DE) if row.fill]
    assert sum(row.count for row in rows) == len(spans)
    assert all(row.count for row in rows)
    codes = [look.fill for look in since.looks(frame).values()]
    for row in rows:
        assert row.count == sum(code in row.codes for code in codes)
        assert row.fill == since.fills()[row.codes[0]]
        unsure = codes.count(row.codes[-1]) if len(row.codes) > 1 else 0
        assert row.other == (since.fills()[row.codes[-1]] if unsure else None)


def test_a_picture_names_only_what_occurs():
    shown = standings({"group": "with"}, {"group": "without", "status": "rejected"})
    assert told(legend.occurring(legend.has_rows(shown, DE))) == [
        ("hat eines", 1),
        ("keines, abgelehnt", 1),
    ]
    assert told(legend.has_scale(shown, DE)) == [("hat eines", None), ("keines, abgelehnt", None)]


def test_closed_is_a_line_of_the_ladder_only_where_it_occurs():
    labels = {
        closed: [row.label for row in legend.status_rows(standings({"status": closed}), DE)]
        for closed in ("closed", "open")
    }
    assert DE("status.closed") in labels["closed"]
    assert DE("status.closed") not in labels["open"]


def test_the_ladder_says_how_many_may_be_further():
    shown = standings({"status": "debated", "possible_status": "approved"}, {}, {})
    last = legend.status_rows(shown, DE)[-1]
    assert (last.count, last.fill.mark, last.fill.pattern) == (1, "?", "possible")


def test_two_standings_on_one_scale_have_both_counts():
    debated = {"group": "without", "status": "debated"}
    before, after = standings(debated, debated), standings({"group": "with"}, debated)
    rows = legend.both_rows(before, after, DE)
    assert [(row.label, row.count, row.after) for row in rows] == [
        ("hat eines", 0, 1),
        ("keines, in Beratung", 2, 1),
    ]


def test_a_latecomer_is_named_with_its_day_and_the_others_are_a_number():
    late = (date(2018, 9, 6),) * 2
    crossing = (date(2012, 6, 25), date(2013, 12, 5))
    first, second, mark = legend.since_rows(dated([crossing, crossing, late]), DE)
    assert (first.count, first.remark) == (2, DE("since.of_these", n=2))
    assert second.remark == "D3 06.09.2018"
    assert mark.fill is None and "gepunktet" in mark.label


def test_those_without_are_named_while_they_are_few():
    (last,) = legend.since_rows(dated([(None, None)] * 2), DE)
    assert (last.label, last.remark) == (DE("since.not_yet"), "D1, D2")
    (last,) = legend.since_rows(dated([(None, None)] * 9), DE)
    assert (last.count, last.remark) == (9, "")


@pytest.mark.parametrize("day", ["12.06.2013", "{day}"])
def test_the_title_says_the_day_that_it_is_given(day):
    assert day in legend.has_title(day, "approved", DE)
    assert day in legend.status_title(day, DE)
    assert day in legend.since_title(day, "approved", DE)
