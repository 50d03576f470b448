"""Rank and waits of a district are ranges where dates are spans, and count only what is known."""

from datetime import date

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption import comparison
from adoption.series import episodes, reached
from adoption.vocabulary import DEFINITIONS

DATES = ("2012-07-01", "2013", "2013-05", "2013-05-05", "2013-05-05/2014-01-01", "2015-03-19")
AGS = [f"0500{number}" for number in range(1, 5)]


def approvals(*dates, definition="approved"):
    """Ranks of districts 05001, 05002, ... approved on these dates; None for never."""
    pairs = zip(AGS, dates, strict=False)
    events = frame(*(an_event(ags=a, event="approval", date=d) for a, d in pairs if d))
    return comparison.ranks(reached(episodes(events, districts(len(dates))), definition))


def places(table):
    return [tuple(row) for row in table[["best", "worst"]].itertuples(index=False)]


def waited(*events, definition="approved"):
    """The wait of district 05001."""
    known = frame(*events)
    return comparison.waits(known, reached(episodes(known, districts(1)), definition)).iloc[0]


def test_exact_days_give_exact_places():
    assert places(approvals("2014-01-01", "2013-01-01", "2015-01-01")) == [(2, 2), (1, 1), (3, 3)]


def test_districts_of_the_same_day_share_their_places():
    assert places(approvals("2013-01-01", "2014-01-01", "2014-01-01")) == [(1, 1), (2, 3), (2, 3)]


def test_a_span_makes_a_range_of_places_for_all_that_it_touches():
    assert places(approvals("2013", "2013-05-05", "2012-12-31")) == [(2, 3), (2, 3), (1, 1)]


def test_who_has_none_has_no_place_and_takes_none():
    first, never = places(approvals("2013-01-01", None))
    assert first == (1, 1)
    assert never == (pd.NA, pd.NA)


def test_nobody_has_a_place_where_nobody_has_one():
    assert places(approvals(None, None)) == [(pd.NA, pd.NA)] * 2


def test_who_may_have_one_has_a_best_place_only():
    best, worst = places(approvals("2013-01-01", definition="open"))[0]
    assert best == 1 and worst is pd.NA


histories = st.lists(
    st.tuples(st.sampled_from(AGS), st.sampled_from(DATES), st.sampled_from(["high", "low"])),
    max_size=6,
)


@settings(deadline=None, max_examples=40)
@given(histories, st.sampled_from(DEFINITIONS))
def test_a_place_lies_among_the_districts_and_best_is_no_worse_than_worst(rows, definition):
    events = frame(
        *(
            an_event(number, ags=ags, event="approval", date=day, confidence=confidence)
            for number, (ags, day, confidence) in enumerate(rows, 1)
        )
    )
    days = reached(episodes(events, districts(4)), definition)
    known = comparison.ranks(days).dropna()
    assert known["best"].ge(1).all() and known["worst"].le(4).all()
    assert (known["best"] <= known["worst"]).all()
    assert len(known) == days["latest"].notna().sum()


@settings(deadline=None, max_examples=24)
@given(st.permutations(["2013-01-01", "2013-06-01", "2014-02-01", "2015-03-19"]))
def test_with_exact_days_the_places_are_a_permutation(days):
    table = approvals(*days)
    assert sorted(table["best"]) == [1, 2, 3, 4]
    assert table["best"].equals(table["worst"].rename("best"))
    assert list(table.sort_values("best")["ags"]) == [AGS[days.index(day)] for day in sorted(days)]


def test_the_wait_begins_with_the_law_and_with_the_first_motion():
    found = waited(
        an_event(1, event="motion", body="party", date="2012-10-02"),
        an_event(2, event="motion", body="party", date="2013-12-05"),
        an_event(event="approval", date="2014-03-20/2014-04-25"),
    )
    assert (found["law_least"], found["law_most"]) == (771, 807)
    assert (found["motion_least"], found["motion_most"]) == (534, 570)


def test_the_first_motion_is_bounded_by_all_of_them():
    found = waited(
        an_event(1, event="motion", date="2012"),
        an_event(2, event="motion", date="2012-03-01"),
        an_event(event="approval", date="2013-03-01"),
    )
    assert (found["motion_least"], found["motion_most"]) == (365, 425)


@pytest.mark.parametrize("cells", [{"body": "town"}, {"confidence": "low"}])
def test_a_motion_of_a_town_or_of_low_confidence_starts_no_wait(cells):
    motion = an_event(event="motion", date="2012-10-02") | cells
    found = waited(motion, an_event(event="approval", date="2014-01-01"))
    assert found["motion_least"] is pd.NA and found["motion_most"] is pd.NA


def test_a_motion_after_the_approval_starts_no_wait():
    motion = an_event(event="motion", date="2015-01-01")
    assert waited(motion, an_event(event="approval", date="2014-01-01"))["motion_most"] is pd.NA


def test_a_wait_is_never_negative():
    motion = an_event(event="motion", date="2014")
    found = waited(motion, an_event(event="approval", date="2014-06-30"))
    assert (found["motion_least"], found["motion_most"]) == (0, 180)


def test_a_wait_that_is_not_over_is_missing():
    found = waited(an_event(event="motion", date="2014-01-01"))
    assert found.drop("ags").isna().all()


def test_a_wait_whose_end_is_possible_only_has_no_upper_end():
    found = waited(an_event(event="approval", date="2014-01-01"), definition="open")
    assert found["law_least"] == 693 and found["law_most"] is pd.NA


def table(*rows):
    return pd.DataFrame(rows, columns=["law_least", "law_most"], dtype="Int64")


def test_the_median_is_a_range_over_those_that_are_known():
    known = comparison.median(table((10, 20), (30, 30), (50, 90), (5, None), (None, None)), "law")
    assert known == comparison.Median(30, 30, 3)
    assert comparison.median(table((10, 20), (30, 40)), "law") == comparison.Median(20, 30, 2)


def test_there_is_no_median_of_nothing():
    assert comparison.median(table((None, None), (5, None)), "law") is None


ranges = st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900)).map(sorted)


@settings(deadline=None)
@given(st.lists(ranges, min_size=1, max_size=9))
def test_the_true_median_lies_within_the_bounds(rows):
    found = comparison.median(table(*((low, high) for low, _, high in rows)), "law")
    truth = pd.Series([true for _, true, _ in rows]).median()
    assert found.least - 0.5 <= truth <= found.most
    assert found.districts == len(rows)


def test_the_first_decision_is_the_one_that_was_over_first():
    found = comparison.first_decisions(
        frame(
            an_event(1, event="decision", date="2012/2014"),
            an_event(2, event="decision", date="2013-05-05"),
            an_event(3, event="application", date="2013-05-06", body="administration"),
            an_event(4, event="decision", date="2012-09", confidence="low"),
            an_event(5, event="decision", date="2012-09", body="town"),
        )
    )
    assert list(found["id"]) == ["05001-decision-2"]


def test_how_many_held_one_on_an_unknown_day_is_a_range():
    events = frame(
        an_event(ags="05001", event="approval", date="2013-01-01"),
        an_event(ags="05002", event="approval", date="2013-06-01"),
        an_event(ags="05003", event="approval", date="2013-01/2013-03"),
    )
    days = reached(episodes(events, districts(4)), "approved")
    some = pd.Series(["05001", "05002", "05003", "05004"])

    def held(first, last):
        span = (date.fromisoformat(first), date.fromisoformat(last))
        return comparison.held_within(days, some, *span)

    assert held("2013-02-01", "2013-02-01") == (1, 2, 4)
    assert held("2013-02-01", "2013-06-01") == (1, 3, 4)
    assert held("2013-06-01", "2013-06-01") == (3, 3, 4)
    assert held("2012-12-31", "2012-12-31") == (0, 0, 4)
