"""What a published total says of the number, and what our names say of the total."""

from datetime import date, timedelta

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from total_builders import a_total, totals

from adoption.reconcile import COUNTED_ONCE, band, on, reconcile
from adoption.series import episodes
from adoption.vocabulary import DEFINITIONS, VERDICTS

DAY = date(2013, 5, 5)
AGREES, WITHIN, OTHER_DENOMINATOR, SOMETHING_ELSE, CONTRADICTS = VERDICTS


def approvals(*dates, event="approval", count=4):
    """The changes of four districts, the first of them approved on these dates."""
    ags = [f"05{number:03}" for number in range(1, count + 1)]
    rows = [an_event(ags=own, event=event, date=day) for own, day in zip(ags, dates, strict=False)]
    return episodes(frame(*rows), districts(count))


def bounds(changes, known, day=DAY, definition="approved"):
    row = on(band(changes, known, definition), day)
    return row["lower"], row["upper"]


def verdict(changes, *rows):
    """What `reconcile` says of the first of these totals."""
    return reconcile(totals(*rows), changes).iloc[0]


OPEN = approvals(*["2012-07/2014-06"] * 4)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2013-05-04", (0, 2)), ("2013-05-05", (2, 2)), ("2013-05-06", (2, 4))],
)
def test_a_total_bounds_from_above_up_to_its_day_and_from_below_from_its_day(day, expected):
    assert bounds(OPEN, totals(a_total(2)), date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2013-05-01", (0, 2)),
        ("2013-05-02", (0, 4)),
        ("2013-05-30", (0, 4)),
        ("2013-05-31", (2, 4)),
    ],
)
def test_a_total_of_an_unknown_day_bounds_nothing_within_its_span(day, expected):
    assert bounds(OPEN, totals(a_total(2, "2013-05")), date.fromisoformat(day)) == expected


def test_a_total_that_is_only_known_to_be_no_later_bounds_from_below_alone():
    known = totals(a_total(2, "../2013-05-05"))
    assert bounds(OPEN, known, DAY - timedelta(1)) == (0, 4)
    assert bounds(OPEN, known) == (2, 4)


BELOW = {
    "decided": {"decided"},
    "approved": {"decided", "approved"},
    "granted": {"decided", "approved", "granted"},
    "open": {"decided", "approved", "open"},
}
ABOVE = {
    "decided": set(DEFINITIONS),
    "approved": {"approved", "granted", "open"},
    "granted": {"granted"},
    "open": {"open"},
}


@pytest.mark.parametrize("counted", DEFINITIONS)
def test_a_total_bounds_wider_definitions_from_below_and_stricter_ones_from_above(counted):
    known = totals(a_total(2, definition=counted))
    found = {name: bounds(OPEN, known, definition=name) for name in DEFINITIONS}
    assert {name for name, (lower, _) in found.items() if lower == 2} == BELOW[counted]
    assert {name for name, (_, upper) in found.items() if upper == 2} == ABOVE[counted]


def test_the_bounds_are_never_wider_than_the_names():
    changes = approvals("2013-01-01", "2013-02-01", "2014-01-01", "2014-01-01")
    assert bounds(changes, totals(a_total(1, "2013-01-05"), a_total(4, "2018"))) == (2, 2)


def test_what_does_not_bind_changes_nothing():
    loose = [a_total(3, binds="no"), a_total(1, definition="", binds="no")]
    assert band(OPEN, totals(*loose), "approved").equals(band(OPEN, totals(), "approved"))


def test_a_total_agrees_where_every_name_is_known():
    row = verdict(approvals("2013-01-01", "2013-02-01"), a_total(2))
    assert (row["verdict"], row["certain"], row["possible"]) == (AGREES, 2, 2)
    assert row["difference"] == ()


def test_a_total_agrees_within_the_uncertainty_and_names_whose_standing_is_undetermined():
    row = verdict(approvals("2013-01-01", "2013-01/2014-01", "2013/2014"), a_total(2))
    assert (row["verdict"], row["difference"]) == (WITHIN, ("05002", "05003"))
    assert (row["certain"], row["possible"], row["lower"], row["upper"]) == (1, 3, 2, 2)


def test_a_total_that_is_too_high_names_who_is_not_even_possible():
    row = verdict(approvals("2013-01-01", "2013-02-01", "2013-06-01"), a_total(3, binds="no"))
    assert (row["verdict"], row["difference"]) == (CONTRADICTS, ("05003", "05004"))
    assert row["against"] == ()


def test_a_total_that_is_too_low_names_who_came_last():
    row = verdict(approvals("2013-01-01", "2013-03-01", "2013-02-01"), a_total(2, binds="no"))
    assert (row["verdict"], row["difference"]) == (CONTRADICTS, ("05002",))


def test_of_several_who_came_on_one_day_none_is_singled_out():
    row = verdict(approvals("2013-01-01", "2013-03-01", "2013-03-01"), a_total(2, binds="no"))
    assert row["difference"] == ("05002", "05003")


def test_a_total_that_only_other_totals_contradict_names_these_and_whose_standing_is_undetermined():
    later = a_total(2, "2013-05-08")
    row = verdict(OPEN, a_total(3, binds="no"), later)
    assert (row["verdict"], row["against"]) == (CONTRADICTS, (later["id"],))
    assert row["difference"] == tuple(f"0500{number}" for number in range(1, 5))


def test_an_imprecise_total_agrees_if_it_does_on_some_day_and_is_compared_on_the_latest():
    changes = approvals("2013-01-01", "2013-02-10", "2013-08-20")
    row = verdict(changes, a_total(2, "2013"))
    assert (row["verdict"], row["day"]) == (AGREES, date(2013, 8, 19))


def test_a_day_on_which_every_name_is_known_is_compared_before_one_that_leaves_some_undetermined():
    changes = approvals("2013-01-01", "2013-03-05/2013-12-31")
    row = verdict(changes, a_total(1, "2013"))
    assert (row["verdict"], row["day"]) == (AGREES, date(2013, 3, 4))


def test_an_imprecise_total_that_contradicts_is_compared_where_it_comes_closest():
    changes = approvals("2013-01-01", "2013-02-10", "2013-08-20")
    row = verdict(changes, a_total(4, "2013", binds="no"))
    assert (row["day"], row["certain"]) == (date(2013, 12, 31), 3)


@pytest.mark.parametrize("cells", [{"definition": ""}, {"of": "2"}, {"of": "54"}])
def test_a_total_of_something_else_is_compared_with_nothing(cells):
    row = verdict(OPEN, a_total(2, binds="no", **cells))
    assert (row["verdict"], row["difference"]) == (SOMETHING_ELSE, ())
    assert pd.isna(row["day"]) and pd.isna(row["certain"])


def test_a_total_that_names_no_denominator_is_held_against_all():
    row = verdict(OPEN, a_total(2, of=""))
    whole = verdict(OPEN, a_total(2))
    assert row["verdict"] == whole["verdict"] and row["units"] == whole["units"] == 4
    assert row[["certain", "possible", "lower", "upper"]].equals(
        whole[["certain", "possible", "lower", "upper"]]
    )


def test_a_total_that_names_no_denominator_binds_like_one_of_all():
    changes = approvals("2013-01-01", "2013/2014", "2013/2014")
    bounds = [band(changes, totals(a_total(2, of=of)), "approved") for of in ("", "4")]
    assert bounds[0].equals(bounds[1]) and bounds[0]["lower"].max() >= 2


def once(*dates, more=()):
    """The two counted once and one more district, approved on these dates, under more totals."""
    ags = [*COUNTED_ONCE, "05001"]
    known = districts(3).assign(ags=pd.array(ags, dtype="string"))
    rows = [
        an_event(ags=own, event="approval", date=day) for own, day in zip(ags, dates, strict=False)
    ]
    row = verdict(
        episodes(frame(*rows), known),
        a_total(1, of="2", binds="no"),
        *(m | {"of": "3"} for m in more),
    )
    return row["verdict"], row["certain"], row["possible"], row["lower"], row["upper"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2013-01-01", "2013-01-02"], (OTHER_DENOMINATOR, 1, 1, 1, 1)),
        (["2013-01-01"], (OTHER_DENOMINATOR, 1, 1, 1, 1)),
        (["2013-01-01", "2013-01-02", "2013-01-03"], (CONTRADICTS, 2, 2, 2, 2)),
        (["2013-01-01", "2013/2014", "2013/2014"], (OTHER_DENOMINATOR, 1, 2, 1, 2)),
    ],
)
def test_out_of_one_less_aachen_and_the_region_count_once(dates, expected):
    assert once(*dates) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2013-01-01", "2013-01-02", "2013/2014"], (1, 1)),
        (["2013-01-01", "2014-01-02", "2013/2014"], (2, 2)),
        (["2013/2014", "2013/2014", "2013/2014"], (1, 2)),
    ],
)
def test_bounds_out_of_one_less_are_lower_by_one_only_where_both_have_a_centre(dates, expected):
    assert once(*dates, more=[a_total(2)])[-2:] == expected


def test_the_rows_come_in_the_order_of_the_totals():
    rows = [a_total(2, "2014"), a_total(1, definition="", binds="no"), a_total(2, "2013")]
    assert reconcile(totals(*rows), OPEN)["id"].tolist() == [row["id"] for row in rows]


def test_no_totals_give_no_rows():
    assert reconcile(totals(), OPEN).empty
