"""The workbench of a day: who acted last, what was tried, what the neighbours have."""

from datetime import date

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from histories import DISTRICTS, days, definitions, histories, quick
from hypothesis import given

from adoption.holdouts import (
    attempts,
    holdouts,
    last_acts,
    latecomers,
    neighbour_share,
    reason_events,
    reasons,
    workbench,
)
from adoption.series import episodes, reached
from adoption.status import holders_on
from adoption.vocabulary import OWN_BODIES, TALK

DAY = date(2014, 1, 1)
#: 05001 borders all others, which border nobody else.
STAR = [("05001", f"0500{number}") for number in (2, 3, 4)]


def borders(*pairs):
    both = [*pairs, *((other, one) for one, other in pairs)]
    return pd.DataFrame(both, columns=["ags", "neighbour"], dtype="string")


def bench(*events, count=4, day=DAY, definition="approved", pairs=STAR):
    happened, places = frame(*events), districts(count)
    standings = places.merge(holders_on(happened, places, day, definition), on="ags")
    since = reached(episodes(happened, places), definition)
    return workbench(standings, happened, borders(*pairs), since, day), since


def act(*events, day=DAY):
    found = last_acts(frame(*events), day)
    return found.iloc[0] if len(found) else None


def test_the_last_act_says_who_did_what_when_and_how_long_ago():
    row = act(an_event(1), an_event(2, event="rejection", body="committee", date="2013-12-30"))
    assert row[["event", "body", "date"]].tolist() == ["rejection", "committee", "2013-12-30"]
    assert (row["days_least"], row["days_most"]) == (2, 2)


def test_how_long_ago_is_a_range_where_the_date_is_a_span():
    row = act(an_event(date="2013-12"))
    assert (row["days_least"], row["days_most"]) == (1, 31)


@pytest.mark.parametrize("body", ["town", "church", "ministry", "other"])
def test_what_others_say_is_no_act_of_the_district(body):
    assert act(an_event(body=body)) is None


@pytest.mark.parametrize(
    "overrides",
    [{"confidence": "low"}, {"event": "planned"}, {"date": "2014-01-02"}, {"date": "2013/2014"}],
)
def test_what_is_doubtful_planned_or_not_certainly_over_is_no_act_yet(overrides):
    assert act(an_event(**overrides)) is None


def test_of_two_acts_of_a_day_the_refusal_is_the_last():
    assert act(an_event(event="rejection"), an_event(event="debate"))["event"] == "rejection"


def test_attempts_are_the_motions_made_so_far_also_by_towns():
    events = [
        an_event(1, event="motion", date="2013-01-01"),
        an_event(2, event="motion", body="town", date="2013-12"),
        an_event(3, event="motion", date="2014-02-01"),
        an_event(4, event="motion", confidence="low"),
        an_event(5, event="debate"),
    ]
    assert attempts(frame(*events), DAY).to_dict() == {"05001": 2}


def test_reasons_are_those_the_own_bodies_had_given_each_once_in_their_order():
    events = [
        an_event(1, reasons="task_of_towns cost", body="mayors"),
        an_event(2, reasons="cost", event="rejection"),
        an_event(3, reasons="doubling", body="town"),
        an_event(4, reasons="other", date="2014-02-01"),
        an_event(5, ags="05002"),
    ]
    assert reasons(frame(*events), DAY) == {"05001": ("cost", "task_of_towns")}


def test_the_acts_that_gave_reasons_are_those_of_the_own_bodies_the_latest_first():
    events = [
        an_event(1, reasons="cost", body="mayors", date="2012-05"),
        an_event(2, reasons="other", event="rejection", date="2013-05-01"),
        an_event(3, reasons="doubling", body="town"),
        an_event(4, reasons="other", date="2014-02-01"),
    ]
    found = reason_events(frame(*events), DAY)
    assert found["id"].tolist() == ["05001-rejection-2", "05001-debate-1"]


def test_neighbours_are_counted_in_three_groups_and_dated_by_the_first_proof():
    events = [
        an_event(event="approval", ags="05002", date="2013-05-05"),
        an_event(event="approval", ags="05003", date="../2013-02"),
        an_event(event="approval", ags="05004", date="2013-06/2015-01"),
    ]
    table, _ = bench(*events)
    centre = table.set_index("ags").loc["05001"]
    counted = centre[["neighbours", "neighbours_with", "neighbours_undetermined"]].tolist()
    assert counted == [3, 2, 1]
    assert centre["neighbours_since"] == date(2013, 2, 28)


def test_a_neighbour_that_has_none_gives_no_day():
    table, _ = bench(an_event(), pairs=[("05001", "05002")])
    centre = table.set_index("ags").loc["05001"]
    assert (centre["neighbours"], centre["neighbours_with"]) == (1, 0)
    assert pd.isna(centre["neighbours_since"])


def test_a_neighbour_whose_kiz_was_closed_has_none():
    events = [
        an_event(event="opening", ags="05002", date="2012-07-01"),
        an_event(event="closure", ags="05002", date="2013-07-01"),
    ]
    table, _ = bench(*events)
    assert table.set_index("ags").loc["05001", "neighbours_with"] == 0


def test_a_district_without_neighbours_is_not_left_out():
    table, _ = bench(an_event(), count=5)
    assert table.set_index("ags").loc["05005", "neighbours"] == 0


def test_holdouts_come_first_the_undetermined_after_them_and_who_has_one_not_at_all():
    events = [
        an_event(ags="05001", event="approval", date="2013-05/2015-01"),
        an_event(ags="05002", date="2013-05-01"),
        an_event(ags="05003", date="2013-02-01"),
        an_event(ags="05004", event="approval"),
    ]
    found = holdouts(bench(*events, count=5)[0])
    assert found["ags"].tolist() == ["05005", "05003", "05002", "05001"]
    assert found["group"].tolist() == ["without"] * 3 + ["undetermined"]


def test_a_latecomer_has_one_but_got_it_after_the_day():
    events = [
        an_event(ags="05001", event="approval", date="2013-08-01"),
        an_event(ags="05002", event="approval", date="2013-06/2013-07"),
        an_event(ags="05003", event="approval", date="2013-02-01"),
        an_event(ags="05004", event="approval", date="2014-02-01"),
    ]
    found = latecomers(*bench(*events), date(2013, 5, 31))
    assert found["ags"].tolist() == ["05002", "05001"]
    assert found["earliest"].tolist() == [date(2013, 6, 1), date(2013, 8, 1)]
    assert found["latest"].tolist() == [date(2013, 7, 31), date(2013, 8, 1)]


def test_who_may_have_been_in_time_is_not_called_late():
    found = latecomers(*bench(an_event(event="approval", date="../2013-08")), date(2013, 5, 31))
    assert found.empty


@given(histories(), days, definitions)
@quick(20)
def test_every_district_is_with_a_holdout_or_undetermined_and_only_once(events, day, definition):
    standings = DISTRICTS.merge(holders_on(events, DISTRICTS, day, definition), on="ags")
    since = reached(episodes(events, DISTRICTS), definition)
    table = workbench(standings, events, borders(*STAR), since, day)
    assert table["ags"].tolist() == DISTRICTS["ags"].tolist()
    having = set(table.loc[table["group"].eq("with"), "ags"])
    assert having | set(holdouts(table)["ags"]) == set(DISTRICTS["ags"])
    assert not having & set(holdouts(table)["ags"])


@given(histories(), days, definitions)
@quick(20)
def test_neighbours_add_up(events, day, definition):
    standings = holders_on(events, DISTRICTS, day, definition)
    since = reached(episodes(events, DISTRICTS), definition)
    table = neighbour_share(borders(*STAR), standings, since).set_index("ags")
    groups = standings.set_index("ags")["group"]
    around = groups[["05002", "05003", "05004"]]
    centre = table.loc["05001"]
    assert centre["neighbours_with"] == (around == "with").sum()
    assert centre["neighbours_undetermined"] == (around == "undetermined").sum()
    possible = table["neighbours_with"] + table["neighbours_undetermined"]
    assert (possible <= table["neighbours"]).all()


@given(histories(), days)
@quick(30)
def test_where_only_own_talk_happened_the_last_act_proves_the_status(events, day):
    talk = events[events["event"].isin(TALK) & events["body"].isin(OWN_BODIES)]
    proofs = holders_on(talk, DISTRICTS, day, "approved").set_index("ags")["event_id"]
    acts = last_acts(talk, day).set_index("ags")["event_id"]
    assert acts.to_dict() == proofs[proofs != ""].to_dict()
