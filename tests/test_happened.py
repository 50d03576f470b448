"""What happened: which events change the status of their district, and which keep it."""

from datetime import date, timedelta

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from histories import DISTRICTS, LENGTH, START, days, histories, quick
from hypothesis import given
from hypothesis import strategies as st

from adoption.happened import HAPPENED_COLUMNS, between, happened, turns
from adoption.series import episodes
from adoption.status import is_act, status_on
from adoption.vocabulary import EFFECTS, ENTRIES
from data import schema, tables

LAW = {"id": "2012-02-08-1", "date": "2012-02-08", "source_id": "law"}
WORKS = {"id": "05001-confirmation-1", "ags": "05001", "date": "2025", "shows": "works"}


def typed(name, *rows):
    """Rows of a table as `data.tables.load` gives them; what is left out is empty."""
    table = schema.tables()[name]
    text = pd.DataFrame(list(rows), columns=table.columns, dtype="string").fillna("")
    return tables.typed(text, table, table.file)


def told(events, confirmations=(), milestones=(), known=DISTRICTS):
    others = typed("confirmations", *confirmations), typed("milestones", *milestones)
    return happened(events, *others, episodes(events, known))


def effects(*events):
    """What each event does: from which status to which, or the one that it keeps."""
    rows = told(frame(*events), known=districts(1))
    return {
        row.id.partition("-")[2]: (row.status_before, row.status_after)
        if row.effect == "changes"
        else row.status_after
        for row in rows.itertuples()
    }


def test_the_first_refusal_changes_the_status_and_the_second_keeps_it():
    first = an_event(1, event="rejection", date="2013-05-01")
    second = an_event(2, event="rejection", date="2014-05-01", body="committee")
    assert effects(first, second) == {
        "rejection-1": ("unknown", "rejected"),
        "rejection-2": "rejected",
    }


def test_a_committee_keeps_what_the_council_decided_and_the_council_undoes_it():
    decided = an_event(event="decision", date="2013-05-01")
    committee = an_event(1, event="rejection", date="2013-06-01", body="committee")
    council = an_event(2, event="rejection", date="2013-07-01")
    assert effects(decided, committee, council) == {
        "decision-1": ("unknown", "decided"),
        "rejection-1": "decided",
        "rejection-2": ("decided", "rejected"),
    }


@pytest.mark.parametrize("later", ["debate", "motion", "decision", "grant", "rejection"])
def test_what_comes_after_an_approval_keeps_it(later):
    approval = an_event(event="approval", date="2013-05-01")
    found = effects(approval, an_event(event=later, date="2014-05-01"))
    assert found[f"{later}-1"] == "approved"


@pytest.mark.parametrize(
    "said",
    [
        {"event": "rejection", "body": "town"},
        {"event": "debate", "body": "church"},
        {"event": "debate", "body": "ministry"},
        {"event": "opening", "confidence": "low"},
        {"event": "planned", "announces": "opening"},
    ],
)
def test_voices_plans_and_what_is_unsure_keep_the_status(said):
    (found,) = effects(an_event(date="2014-05-01", **said)).values()
    assert found == "unknown"


def test_of_two_on_one_day_the_one_without_which_it_would_be_another_status_changes_it():
    approval = an_event(event="approval", date="../2014-04-25")
    opening = an_event(event="opening", date="../2014-04-25")
    assert effects(approval, opening) == {"approval-1": "open", "opening-1": ("unknown", "open")}


def test_of_two_that_say_the_same_on_one_day_only_the_first_changes_the_status():
    first, second = (an_event(number, event="approval", date="2014-04-25") for number in (1, 2))
    assert effects(first, second) == {
        "approval-1": ("unknown", "approved"),
        "approval-2": "approved",
    }


def test_where_it_takes_two_both_change_the_status():
    decided = an_event(event="decision", date="2013-05-01")
    committee = an_event(1, event="rejection", date="2013-07-01", body="committee")
    council = an_event(2, event="rejection", date="2013-07")
    found = effects(decided, committee, council)
    assert found["rejection-1"] == found["rejection-2"] == ("decided", "rejected")


def test_a_refusal_within_a_span_is_told_from_the_status_before_it_to_that_after_it():
    decided = an_event(event="decision", date="2013-05-01")
    refused = an_event(event="rejection", date="2013-07")
    assert effects(decided, refused)["rejection-1"] == ("decided", "rejected")


def test_a_change_is_counted_once_the_span_is_over():
    (row,) = told(frame(an_event(date="2013-05")), known=districts(1)).itertuples()
    assert row.changed_on.date() == date(2013, 5, 31)


def test_all_three_kinds_stand_in_the_order_of_time_and_only_events_have_an_effect():
    rows = told(frame(an_event()), [WORKS], [LAW], districts(1))
    assert list(rows.columns) == HAPPENED_COLUMNS
    assert rows["entry"].tolist() == ["milestone", "event", "confirmation"]
    assert rows["effect"].tolist() == ["none", "changes", "none"]
    assert rows.loc[0, ["ags", "event", "status_after"]].tolist() == ["", "", ""]
    assert rows.loc[2, ["ags", "shows", "body"]].tolist() == ["05001", "works", ""]


def test_days_in_the_wrong_order_are_refused_with_the_repair():
    with pytest.raises(ValueError, match="2013-01-01 is before 2015-01-01; swap the two days"):
        between(told(frame(an_event())), date(2015, 1, 1), date(2013, 1, 1))


@given(histories())
@quick(40)
def test_every_event_either_changes_the_status_or_keeps_it(events):
    rows = told(events, [WORKS], [LAW])
    assert sorted(rows["id"]) == sorted([*events["id"], WORKS["id"], LAW["id"]])
    assert set(rows["entry"]) == set(ENTRIES) and set(rows["effect"]) <= set(EFFECTS)
    of_events = rows[rows["entry"].eq("event")]
    keeps = of_events["effect"].eq("keeps")
    assert (keeps | of_events["effect"].eq("changes")).all()
    assert (keeps == of_events["status_before"].eq(of_events["status_after"])).all()
    assert (keeps == of_events["changed_on"].isna()).all()
    assert set(of_events.loc[~keeps, "id"]) == set(
        turns(events, episodes(events, DISTRICTS)).event_id
    )


@given(histories())
@quick(25)
def test_every_change_of_a_status_is_told_and_nothing_else(events):
    found = turns(events, episodes(events, DISTRICTS))
    shown = {
        day: status_on(events, DISTRICTS, day, "certain").set_index("ags")["status"]
        for day in (START + timedelta(count) for count in range(-1, LENGTH))
    }
    moved = {
        (day, ags, shown[day - timedelta(1)][ags], status)
        for day in list(shown)[1:]
        for ags, status in shown[day].items()
        if status != shown[day - timedelta(1)][ags]
    }
    columns = ["day", "ags", "status_before", "status_after"]
    assert set(found[columns].itertuples(index=False, name=None)) == moved


@given(histories())
@quick(40)
def test_what_changes_a_status_is_an_act_that_begins_or_is_over_on_that_day(events):
    known = events.set_index("id")
    for row in turns(events, episodes(events, DISTRICTS)).itertuples():
        event = known.loc[row.event_id]
        acted = event["announces"] if event["event"] == "planned" else event["event"]
        assert is_act(acted, event["body"]) and event["ags"] == row.ags
        assert row.day in (event["first_day"].date(), event["last_day"].date())


@given(histories())
@quick(40)
def test_the_only_act_of_a_day_on_which_the_status_changes_is_what_changed_it(events):
    found = turns(events, episodes(events, DISTRICTS))
    for (day, ags), causes in found.groupby(["day", "ags"]):
        ends = events["first_day"].eq(pd.Timestamp(day)) | events["last_day"].eq(pd.Timestamp(day))
        come = events.loc[events["ags"].eq(ags) & ends, "id"]
        assert set(causes["event_id"]) <= set(come)
        assert len(come) > 1 or causes["event_id"].tolist() == come.tolist()


@given(histories(), st.randoms(use_true_random=False))
@quick(25)
def test_the_order_of_the_table_changes_nothing(events, chance):
    order = list(range(len(events)))
    chance.shuffle(order)
    shuffled = events.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(told(events), told(shuffled))


@given(histories(), days, days)
@quick(40)
def test_between_two_days_stands_what_has_a_day_in_common_with_them(events, one, other):
    first, last = sorted((one, other))
    wanted = range(first.toordinal(), last.toordinal() + 1)
    ids = {
        event.id
        for event in events.itertuples()
        if set(wanted) & set(range(event.first_day.toordinal(), event.last_day.toordinal() + 1))
    }
    assert set(between(told(events), first, last)["id"]) == ids
