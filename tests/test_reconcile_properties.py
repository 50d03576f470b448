"""What holds of bounds and verdicts whatever happened, if the sources are right.

A truth is drawn first: when each district really got what. Events and totals tell of it
with dates of any imprecision, so that the true number is known beside the bounds.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd
from event_builders import an_event, districts, frame
from histories import quick
from hypothesis import given
from hypothesis import strategies as st
from total_builders import a_total, totals

from adoption.reconcile import COUNTED_ONCE, band, reconcile
from adoption.series import episodes
from adoption.vocabulary import BOUNDS_ABOVE, BOUNDS_BELOW, COUNTED, DEFINITIONS, MILESTONES

START, LENGTH = date(2014, 2, 1), 12
EVERY_DAY = [START + timedelta(count) for count in range(-2, LENGTH + 2)]
AGS = (*COUNTED_ONCE, "05001", "05002")
DISTRICTS = districts(len(AGS)).assign(ags=pd.array(AGS, dtype="string"))
moments = st.integers(0, LENGTH - 1)


class World(NamedTuple):
    """True days by district and kind, the changes that the events tell, and the totals."""

    truth: list[tuple[str, str, int]]
    changes: pd.DataFrame
    totals: pd.DataFrame

    def number(self, definition, day, once=False):
        """How many districts really have a KIZ; with `once`, Aachen and the region are one."""
        held = {
            ags
            for ags, kind, true in self.truth
            if kind in COUNTED[definition] and START + timedelta(true) <= day
        }
        return len(held) - int(once and held.issuperset(COUNTED_ONCE))


def spans(moment):
    """The days within which a source places what happened at this moment."""
    return st.tuples(st.integers(0, moment), st.integers(moment, LENGTH - 1))


def rows(like, cells):
    """As many rows like the first of a typed frame as there are cells and spans to put in.

    Copied, not typed anew: to read and parse as many texts takes most of the time.
    """
    changed = pd.DataFrame([own for own, _ in cells], columns=list(cells[0][0]) if cells else [])
    ends = [[START + timedelta(count) for count in span] for _, span in cells]
    days = pd.DataFrame(ends, columns=["first_day", "last_day"])
    days["date"] = [f"{first}/{last}" for first, last in ends]
    found = like.iloc[[0] * len(cells)].reset_index(drop=True)
    new = changed.join(days).astype({name: like[name].dtype for name in [*changed, *days]})
    return found.assign(**{name: new[name] for name in new})


AN_EVENT, A_TOTAL = frame(an_event()), totals(a_total(0))


@st.composite
def worlds(draw):
    """A truth with its sources.

    Some of what happened is told with little confidence, some of that is not even true, and
    some grants and openings of approved districts nobody tells.
    """
    facts = st.tuples(st.sampled_from((*COUNTED_ONCE, *AGS)), st.sampled_from(MILESTONES), moments)
    told = draw(
        st.lists(
            st.tuples(facts, st.sampled_from(("high", "high", "low", "untrue"))),
            min_size=2,
            max_size=9,
        )
    )
    events = [
        (
            {"id": f"e{n}", "ags": ags, "event": kind, "body": "council"}
            | {"confidence": level.replace("untrue", "low")},
            draw(spans(true)),
        )
        for n, ((ags, kind, true), level) in enumerate(told)
    ]
    truth = [fact for fact, level in told if level != "untrue"]
    firm = [fact for fact, level in told if level == "high" and fact[1] in COUNTED["approved"]]
    dated = {(ags, kind) for (ags, kind, _), _ in told}
    for ags, kind, true in draw(st.lists(facts, max_size=2)):
        approved = any(own == ags and day <= true for own, _, day in firm)
        if kind in ("grant", "opening") and (ags, kind) not in dated and approved:
            truth.append((ags, kind, true))
    world = World(truth, episodes(rows(AN_EVENT, events), DISTRICTS), A_TOTAL[:0])
    return world._replace(totals=draw(published(world, 4)))


@st.composite
def published(draw, world, most, prefix="t"):
    """True totals: the number of a day, under some definition, somewhere within a span."""
    drawn = draw(st.lists(st.tuples(moments, st.sampled_from(DEFINITIONS)), max_size=most))
    told = [
        (
            {
                "id": f"{prefix}{n}",
                "count": world.number(name, START + timedelta(moment)),
                "definition": name,
            },
            draw(spans(moment)),
        )
        for n, (moment, name) in enumerate(drawn)
    ]
    return rows(A_TOTAL, told)


def daily(world, definition, known=None):
    """The band of every day: certain, possible, lower, upper."""
    steps = band(world.changes, world.totals if known is None else known, definition)
    return steps.set_index("first_day").reindex(EVERY_DAY, method="ffill")


definitions = st.sampled_from(DEFINITIONS)


@quick(60)
@given(worlds(), definitions)
def test_the_band_holds_the_true_number_and_lies_within_the_names(world, definition):
    for day, row in daily(world, definition).iterrows():
        assert row["certain"] <= row["lower"] <= row["upper"] <= row["possible"]
        assert row["lower"] <= world.number(definition, day) <= row["upper"]


@quick(30)
@given(worlds(), definitions)
def test_the_band_is_as_narrow_as_names_and_totals_make_it(world, definition):
    """The two sentences of the rule, asked of each day on its own."""
    told = list(world.totals.itertuples(index=False))
    for day, row in daily(world, definition).iterrows():
        now = pd.Timestamp(day)
        below = [
            total.count
            for total in told
            if total.last_day <= now and definition in BOUNDS_BELOW[total.definition]
        ]
        above = [
            total.count
            for total in told
            if total.first_day >= now and definition in BOUNDS_ABOVE[total.definition]
        ]
        assert row["lower"] == max([row["certain"], *below])
        assert row["upper"] == min([row["possible"], *above])


@quick(30)
@given(worlds(), definitions)
def test_the_band_meets_the_names_where_nothing_is_undetermined(world, definition):
    days = daily(world, definition)
    known = days[days["certain"] == days["possible"]]
    assert (known["lower"].eq(known["certain"]) & known["upper"].eq(known["certain"])).all()


@quick(30)
@given(worlds())
def test_a_wider_definition_has_bounds_that_are_no_lower(world):
    decided, approved, *stricter = (daily(world, name) for name in DEFINITIONS)
    for bound in ("lower", "upper"):
        assert (decided[bound] >= approved[bound]).all()
        assert all((approved[bound] >= other[bound]).all() for other in stricter)


@quick(30)
@given(worlds(), definitions, st.data())
def test_a_further_total_never_loosens_the_band(world, definition, data):
    more = data.draw(published(world, 2, prefix="more"))
    before = daily(world, definition)
    after = daily(world, definition, pd.concat([world.totals, more], ignore_index=True))
    assert (after["lower"] >= before["lower"]).all()
    assert (after["upper"] <= before["upper"]).all()


@quick(20)
@given(worlds(), definitions, st.data())
def test_totals_that_do_not_bind_change_nothing(world, definition, data):
    count, span = data.draw(st.integers(0, 9)), data.draw(spans(4))
    loose = rows(A_TOTAL, [({"id": "loose", "count": count, "binds": "no"}, span)])
    known = pd.concat([world.totals, loose], ignore_index=True)
    assert daily(world, definition, known).equals(daily(world, definition))
    verdicts = reconcile(known, world.changes).to_dict("records")[:-1]
    assert verdicts == reconcile(world.totals, world.changes).to_dict("records")


@quick(20)
@given(worlds(), definitions, st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(world, definition, chance):
    order = chance.sample(range(len(world.totals)), len(world.totals))
    shuffled = world.totals.iloc[order]
    assert daily(world, definition, shuffled).equals(daily(world, definition))
    verdicts = reconcile(shuffled, world.changes).drop(columns="against")
    before = reconcile(world.totals, world.changes).drop(columns="against").iloc[order]
    assert verdicts.equals(before.reset_index(drop=True))


@quick(60)
@given(worlds())
def test_a_true_total_agrees_and_lies_in_the_band_of_a_day_of_its_span(world):
    found = reconcile(world.totals, world.changes)
    for total, row in zip(world.totals.itertuples(), found.itertuples(), strict=True):
        exact = row.certain == row.possible
        assert row.verdict == ("agrees" if exact else "agrees within the uncertainty")
        assert total.first_day.date() <= row.day <= total.last_day.date()
        there = daily(world, total.definition).loc[row.day]
        assert there.to_dict() == {name: getattr(row, name) for name in there.index}
        assert there["lower"] <= total.count <= there["upper"]


@quick(50)
@given(worlds(), definitions, moments)
def test_a_true_total_out_of_one_less_is_never_a_contradiction(world, definition, moment):
    day = START + timedelta(moment)
    count = world.number(definition, day, once=True)
    cells = {"id": "once", "count": count, "of": len(AGS) - 1, "binds": "no"}
    told = rows(A_TOTAL, [(cells | {"definition": definition}, (moment, moment))])
    known = pd.concat([world.totals, told], ignore_index=True)
    found = reconcile(known, world.changes).iloc[-1]
    assert found["verdict"] == "agrees, other denominator"
    assert found["certain"] <= found["lower"] <= found["upper"] <= found["possible"]


@quick(50)
@given(worlds(), definitions, moments, st.integers(0, len(AGS)))
def test_what_lies_outside_the_band_contradicts_and_says_with_whom(
    world, definition, moment, count
):
    day = START + timedelta(moment)
    cells = {"id": "wrong", "count": count, "definition": definition, "binds": "no"}
    told = rows(A_TOTAL, [(cells, (moment, moment))])
    known = pd.concat([world.totals, told], ignore_index=True)
    found = reconcile(known, world.changes).iloc[-1]
    row = daily(world, definition).loc[day]
    outside = not row["lower"] <= count <= row["upper"]
    assert (found["verdict"] == "contradicts") == outside
    if outside:
        by_name = not row["certain"] <= count <= row["possible"]
        missing = max(count - row["possible"], row["certain"] - count, 1)
        assert by_name or found["against"]
        assert len(found["difference"]) >= missing
