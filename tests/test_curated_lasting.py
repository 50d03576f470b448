"""How long the real KIZ are known to have lasted."""

from datetime import timedelta

import curated
import pytest

from adoption.vocabulary import DEFINITIONS
from components.base.wording import LANGUAGES, Wording
from components.facts import lasting
from components.words import headline
from components.words import lasting as sentences

ATLAS = curated.atlas()
KNOWN = ATLAS.tables


def test_each_confirmation_that_is_told_is_the_districts_latest_and_after_its_start():
    told = ATLAS.confirmed.set_index("ags")
    assert told.index.is_unique and not told.empty
    for ags, rows in KNOWN.confirmations.groupby("ags"):
        if ags in told.index:
            assert told.loc[ags, "first_day"] == rows["first_day"].max()


def test_nothing_that_is_dated_begins_after_the_end_of_the_evidence():
    day = ATLAS.evidence.day
    counted = KNOWN.totals[KNOWN.totals["definition"].ne("")]
    for table in (KNOWN.events, KNOWN.confirmations, counted):
        assert table["first_day"].dropna().dt.date.max() <= day
    assert day.isoformat() <= ATLAS.researched


def test_nothing_changes_after_the_end_of_the_evidence():
    """So a day after it can be drawn as that day was."""
    before, after = ATLAS.evidence.day, ATLAS.evidence.day + timedelta(400)
    for definition in DEFINITIONS:
        groups = [ATLAS.standings(day, definition)["group"] for day in (before, after)]
        assert groups[0].tolist() == groups[1].tolist()


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_all_are_said_to_have_one_where_all_certainly_do(definition):
    known = lasting.of_all(ATLAS, definition)
    groups = ATLAS.standings(ATLAS.evidence.day, definition)["group"]
    assert bool(known.since) == groups.eq("with").all()
    assert known.closed == []
    assert known.total["count"] == len(groups)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("definition", DEFINITIONS)
def test_after_the_evidence_no_headline_names_the_day(definition, language):
    words, day = Wording(language), ATLAS.evidence.day + timedelta(1)
    assert words.day(day) not in headline.on_day(ATLAS, day, definition, words).sentence
    before = headline.on_day(ATLAS, ATLAS.evidence.day, definition, words).sentence
    assert words.day(ATLAS.evidence.day) in before


def test_what_is_taken_along_tells_how_long_it_lasts():
    words = Wording("de")
    line = headline.alone(ATLAS, ATLAS.evidence.day, "approved", words)
    known = lasting.of_all(ATLAS, "approved")
    assert line.detail[-2:] == sentences.told(known, ATLAS.evidence.day, words)
