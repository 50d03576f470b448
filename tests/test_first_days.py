"""The first day with a KIZ is an interval of days that agrees with the statuses day by day."""

from datetime import date, timedelta

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from histories import DISTRICTS, LENGTH, START, definitions, histories, quick
from hypothesis import given

from adoption.first_days import first_days, intervals, origin
from adoption.panel import panel
from adoption.series import episodes, held_since, reached, standings_on
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS

DAYS = [START + timedelta(count) for count in range(-1, LENGTH + 1)]
SEARCHED = date(2026, 11, 24)
ONE = timedelta(days=1)
NEVER = date.max


def found(events, places=DISTRICTS):
    return first_days(events, episodes(events, places))


def as_intervals(*events, count=1):
    places = districts(count)
    searched = pd.Series(SEARCHED, places["ags"])
    rows = intervals(found(frame(*events), places), searched)
    return rows.set_index(["ags", "definition"])


def days_of(rows, definition):
    mine = rows[rows["definition"].eq(definition)].set_index("ags")
    return mine[["possible", "certain"]].map(lambda day: day or NEVER)


def groups_of(events, definition):
    """The groups of every day: a row per day, a column per district."""
    rows = panel(episodes(events, DISTRICTS), DISTRICTS, DAYS)
    return rows.pivot(index="day", columns="ags", values=f"group_{definition}")


@quick(30)
@given(histories(), definitions)
def test_the_bounds_are_the_first_days_on_which_the_statuses_say_so(events, definition):
    rows, groups = days_of(found(events), definition), groups_of(events, definition)
    for ags, (possible, certain) in rows.iterrows():
        assert possible == next((day for day in DAYS if groups.loc[day, ags] != "without"), NEVER)
        assert certain == next((day for day in DAYS if groups.loc[day, ags] == "with"), NEVER)


@quick(40)
@given(histories())
def test_the_possible_day_is_never_later_than_the_certain_one(events):
    known = found(events)
    for definition in DEFINITIONS:
        rows = days_of(known, definition)
        assert (rows["possible"] <= rows["certain"]).all()


@quick(40)
@given(histories())
def test_a_wider_definition_is_never_reached_later(events):
    rows = found(events)
    decided, approved, granted, opened = (days_of(rows, name) for name in DEFINITIONS)
    assert (decided <= approved).all(axis=None)
    assert (approved <= granted).all(axis=None)
    assert (approved <= opened).all(axis=None)


@quick(30)
@given(histories(), definitions)
def test_what_proves_a_bound_is_an_act_of_the_district_that_has_begun_by_then(events, definition):
    known = events.set_index("id")
    rows = found(events)
    for row in rows[rows["definition"].eq(definition)].itertuples():
        for day, proof, reached_by in (
            (row.possible, row.possible_event_id, "first_day"),
            (row.certain, row.certain_event_id, "last_day"),
        ):
            assert (day is None) == (proof is None)
            if proof:
                assert known.loc[proof, "ags"] == row.ags
                assert known.loc[proof, reached_by].date() <= day


@quick(20)
@given(histories(), definitions)
def test_who_has_one_on_a_day_has_had_it_since_a_day_without_a_break(events, definition):
    changes = episodes(events, DISTRICTS)
    groups = groups_of(events, definition)
    held = {"possible": groups.ne("without"), "certain": groups.eq("with")}
    for day in DAYS[::5]:
        since = held_since(changes, definition, day).set_index("ags")
        for reading, bound in (("possible", "earliest"), ("certain", "latest")):
            for ags in DISTRICTS["ags"]:
                past = held[reading].loc[:day, ags]
                breaks = past.index[~past]
                run = past.index[past.index > breaks[-1]] if len(breaks) else past.index
                begun = since.loc[ags, bound]
                assert (None if pd.isna(begun) else begun) == (run[0] if len(run) else None)


@quick(10)
@given(histories())
def test_the_panel_is_each_day_alone(events):
    shown = DAYS[::3]
    rows = panel(episodes(events, DISTRICTS), DISTRICTS, shown)
    assert rows["ags"].tolist() == DISTRICTS["ags"].tolist() * len(shown)
    for day, mine in rows.groupby("day"):
        for definition in DEFINITIONS:
            alone = holders_on(events, DISTRICTS, day, definition)
            assert mine[f"group_{definition}"].tolist() == alone["group"].tolist()
            for column in ("status", "possible_status"):
                assert mine[column].tolist() == alone[column].tolist()


def test_a_day_that_is_known_is_exact_and_the_day_before_is_without():
    row = as_intervals(an_event(event="approval", date="2013-05-05")).loc[("05001", "approved")]
    assert row["without_until"] == date(2013, 5, 4)
    assert row["possible"] == row["certain"] == date(2013, 5, 5)
    assert row["censoring"] == "exact" and row["days_lower"] == row["days_upper"]


def test_a_month_is_an_interval_that_has_its_first_and_its_last_day_in_it():
    row = as_intervals(an_event(event="approval", date="2013-05")).loc[("05001", "approved")]
    assert (row["possible"], row["certain"]) == (date(2013, 5, 1), date(2013, 5, 31))
    assert row["censoring"] == "interval"
    assert row["days_upper"] - row["days_lower"] == 30


def test_day_1_is_the_guideline_and_under_decided_the_law():
    events = an_event(event="grant", date="../2013-05"), an_event(event="decision", date="../2013")
    rows = as_intervals(*events)
    assert rows.loc[("05001", "granted"), ["origin", "days_lower"]].tolist() == [
        date(2012, 6, 25),
        1,
    ]
    assert rows.loc[("05001", "decided"), ["origin", "days_lower"]].tolist() == [
        date(2012, 2, 8),
        1,
    ]
    assert [origin(name) for name in DEFINITIONS][1:] == [date(2012, 6, 25)] * 3


def test_what_is_possible_and_never_certain_is_right_censored_from_its_first_day_on():
    row = as_intervals(an_event(event="approval", confidence="low")).loc[("05001", "approved")]
    assert (row["possible"], row["certain"]) == (date(2013, 5, 5), None)
    assert row["possible_event_id"] == "05001-approval-1" and row["certain_event_id"] is None
    assert row["censoring"] == "right" and row["without_until"] == date(2013, 5, 4)
    assert pd.isna(row["days_upper"])


def test_who_never_may_have_one_was_without_until_the_last_search():
    rows = as_intervals(an_event(event="approval"), count=2).loc["05002"]
    assert set(rows["without_until"]) == {SEARCHED} and set(rows["censoring"]) == {"right"}
    begun = rows["days_lower"] + rows["origin"].map(date.toordinal) - 1
    assert begun.map(date.fromordinal).tolist() == [SEARCHED + ONE] * len(DEFINITIONS)


def test_a_closure_does_not_undo_the_first_day_but_what_is_held_begins_anew():
    events = frame(
        an_event(event="opening", date="2013-05-05"),
        an_event(event="closure", date="2014-05-05"),
        an_event(event="opening", number=2, date="2015-05-05"),
    )
    changes = episodes(events, districts(1))
    (first,) = reached(changes, "open").itertuples(index=False)
    assert first.earliest == first.latest == date(2013, 5, 5)
    for day, since in (
        (date(2014, 5, 4), date(2013, 5, 5)),
        (date(2014, 5, 5), None),
        (date(2015, 5, 5), date(2015, 5, 5)),
    ):
        (now,) = held_since(changes, "open", day)["latest"]
        assert (None if pd.isna(now) else now) == since


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_status_in_the_panel_is_that_of_any_definition(definition):
    events = frame(an_event(), an_event(event="opening", date="2014-05"))
    changes, places = episodes(events, districts(2)), districts(2)
    days = [date(2013, 1, 31), date(2014, 5, 15), date(2014, 5, 31)]
    passed = pd.concat(standings_on(changes, places, days, definition), ignore_index=True)
    assert panel(changes, places, days)["status"].tolist() == passed["status"].tolist()
