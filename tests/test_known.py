"""What is told as of a day uses what had begun by it, and says of a span that it may be over."""

from datetime import date, timedelta

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption import comparison, known
from adoption.series import episodes, reached

AGS = ("05001", "05002", "05003")
days = st.dates(date(2012, 7, 1), date(2016, 12, 31))
spans = st.tuples(days, days).map(sorted)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2013-06-01", "before"),
        ("2013-01/2013-06-01", "before"),
        ("2013", "perhaps"),
        ("2013-06", "perhaps"),
        ("../2013-06-02", "perhaps"),
        ("2013-06-02", "later"),
        ("2013-06-02/2013-07", "later"),
    ],
)
def test_a_span_that_contains_the_day_may_be_over(text, time):
    assert list(known.times(frame(an_event(date=text)), date(2013, 6, 1))) == [time]


@settings(deadline=None)
@given(st.lists(spans, max_size=6), days)
def test_every_span_lies_to_a_day_in_one_way(pairs, day):
    rows = pd.DataFrame(pairs, columns=["first_day", "last_day"], dtype="datetime64[s]")
    for (first, last), time in zip(pairs, known.times(rows, day), strict=True):
        assert time == ("before" if last <= day else "later" if first > day else "perhaps")


@settings(deadline=None)
@given(st.lists(spans, min_size=1, max_size=6), days, st.integers(0, 900))
def test_what_was_over_stays_over_and_what_had_begun_stays_begun(pairs, day, more):
    rows = pd.DataFrame(pairs, columns=["first_day", "last_day"], dtype="datetime64[s]")
    order = known.TIMES.index
    now, then = known.times(rows, day), known.times(rows, day + timedelta(more))
    assert (then.map(order) <= now.map(order)).all()


def rows_of(acts):
    return [
        an_event(n, ags=ags, event="approval", date=f"{a}/{b}", confidence=sure)
        for n, (ags, (a, b), sure) in enumerate(acts, 1)
    ]


acts = st.lists(
    st.tuples(st.sampled_from(AGS), spans, st.sampled_from(["high", "low"])), max_size=6
)


@settings(deadline=None, max_examples=20)
@given(acts, days)
def test_what_is_known_by_a_day_is_the_same_as_if_nothing_had_come_later(rows, day):
    events = frame(*rows_of(rows))
    only = known.begun(events, day)

    def by(some):
        return known.reached_by(reached(episodes(some, districts(3)), "approved"), day)

    pd.testing.assert_frame_equal(by(events), by(only), check_dtype=False)
    pd.testing.assert_frame_equal(comparison.ranks(by(events)), comparison.ranks(by(only)))
    found = by(events)[["earliest", "latest"]].stack().dropna()
    assert all(date.fromisoformat(str(when)[:10]) <= day for when in found)
