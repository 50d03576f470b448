"""Between two turns nothing changes that is kept from one to the next."""

from datetime import date, timedelta
from itertools import pairwise

import curated
import pandas as pd
import pytest

from adoption import comparison, known
from adoption.changes import changes_between
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS
from components.base.collation import rows_by_name

ATLAS = curated.atlas()
EVENTS, DISTRICTS = ATLAS.tables.events, ATLAS.tables.districts
END = date(2026, 1, 1)
ONE_DAY = timedelta(1)
#: The last day before each turn, until which what is kept of the one before must hold; and the end.
DAYS = [*(turn - ONE_DAY for turn in ATLAS.turns), END]


def same(kept, made):
    pd.testing.assert_frame_equal(kept[list(made.columns)], made, check_dtype=False)


def test_a_turn_is_the_last_day_up_to_a_day_on_which_an_act_may_begin_to_count():
    for before, after in pairwise(ATLAS.turns):
        assert [ATLAS.turn(day) for day in (before, after - ONE_DAY)] == [before, before]
    assert ATLAS.turn(ATLAS.turns[0] - ONE_DAY) == date.min
    assert ATLAS.turn(END) == ATLAS.turns[-1]


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_what_is_kept_is_what_the_rules_say_of_the_day(definition):
    reached, begin = ATLAS.reached(definition), DEFINITIONS.index(definition)
    for day in DAYS[begin :: len(DEFINITIONS)]:  # the turns are those of every definition
        held = holders_on(EVENTS, DISTRICTS, day, definition, ATLAS.histories)
        same(ATLAS.standings(day, definition), held)
        had = known.reached_by(reached, day)
        same(ATLAS.reached_by(day, definition), had)
        same(ATLAS.ranks(day, definition), comparison.ranks(had))
        same(ATLAS.waits(day, definition), comparison.waits(known.begun(EVENTS, day), had))


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_so_is_what_differs_between_two_days(definition):
    districts = rows_by_name(DISTRICTS)
    for first, last in zip(DAYS[::9], DAYS[4::9], strict=False):
        made = changes_between(EVENTS, districts, first, last, definition, acts=ATLAS.histories)
        same(ATLAS.changed(first, last, definition), made)
