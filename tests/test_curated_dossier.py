"""No dossier of the real tables knows, before its "Danach", anything that came after its day."""

from dataclasses import replace
from datetime import date

import curated
import pandas as pd
import pytest

from adoption.known import begun
from components.base.atlas import Atlas
from components.base.wording import Wording
from components.facts.dossier import dossier
from components.words import dossier as words_of

GERMAN = Wording("de")
DAY = date(2015, 9, 24)
#: Days before, between and after most of what happened.
DAYS = (date(2012, 9, 1), date(2013, 6, 12), DAY, date(2016, 5, 1))
AGS = list(curated.tables().districts["ags"])
SOME = AGS[::6]


def told(known):
    """Every sentence and figure that speaks of the day.

    Not the waits for the opening: that an opening is dated later rules out an earlier one
    (data/README.md, undated grants and openings).
    """
    waits = [wait for wait in known.waits if wait.end == "approved"]
    return [
        *words_of.of(known, GERMAN),
        words_of.way(known.way, known.standing["kind"], GERMAN),
        words_of.rank(known, GERMAN),
        words_of.neighbours_now(known, GERMAN),
        words_of.neighbours_then(known, GERMAN),
        *((wait, words_of.wait(wait, GERMAN)) for wait in waits),
        *((row.ags, words_of.neighbour(row, GERMAN)) for row in known.neighbours.itertuples()),
        *known.until["id"],
    ]


@pytest.mark.parametrize("day", [DAYS[1], DAY])
def test_without_what_came_later_the_dossier_of_the_day_says_the_same(day):
    whole = curated.atlas()
    events = begun(whole.tables.events, day)
    early = Atlas(replace(whole.tables, events=events), whole.areas, whole.version)
    for ags in SOME:
        with_later, without = (dossier(atlas, ags, day, "approved") for atlas in (whole, early))
        assert told(with_later) == told(without), ags
        assert without.later.empty and without.way_after == ()


@pytest.mark.parametrize(
    ("day", "definition", "some"),
    [
        (DAY, "approved", AGS),
        *((day, "approved", SOME) for day in DAYS if day != DAY),
        *((DAYS[1], definition, SOME) for definition in ("decided", "granted", "open")),
    ],
)
def test_no_date_of_the_dossier_lies_wholly_after_its_day(day, definition, some):
    end = pd.Timestamp(day)
    for ags in some:
        known = dossier(curated.atlas(), ags, day, definition)
        assert (known.until["first_day"] <= end).all()
        assert (known.later["first_day"] > end).all()
        assert all(event.first_day <= end for step in known.way for event in step.events)
        assert all(event.first_day > end for step in known.way_after for event in step.events)
        near = known.neighbours[["earliest", "latest"]].stack().dropna()
        assert all(when <= day for when in [*near, *_days(known.reached)])
        # A neighbour has a date if, and only if, it has the colour of one with a KIZ.
        assert (known.neighbours["latest"].notna() == known.neighbours["group"].eq("with")).all()
        assert known.then is None or known.then.decision["last_day"] <= end
        assert all(bool(wait.running) == (wait.least is None) for wait in known.waits[:2])


def _days(reached):
    return [when for when in reached[["earliest", "latest"]] if not pd.isna(when)]


def test_kleve_in_2015_had_no_place_no_decision_and_one_neighbour_of_three():
    known = dossier(curated.atlas(), "05154", DAY, "approved")
    assert known.then is None and known.came == 49
    assert "noch keines" in words_of.rank(known, GERMAN)
    assert [words_of.neighbour(row, GERMAN) for row in known.neighbours.itertuples()] == [
        "zwischen 17.10.2013 und 25.04.2014",
        "noch keines: In Beratung, 24.08.2015",
        "noch keines: Abgelehnt (Kreistag), 2012",
    ]


def test_essen_may_have_been_at_work_already_and_cannot_be_ranked():
    known = dossier(curated.atlas(), "05113", DAY, "approved")
    when = known.events.set_index("id")["when"]
    assert when["05113-opening-1"] == "perhaps" and known.way[-1].perhaps
    assert "nicht bestimmbar: keiner kam sicher früher, 47 könnten" in words_of.rank(known, GERMAN)
