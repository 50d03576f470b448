"""What the page's pure parts make of the real tables."""

from datetime import date

import curated
import pytest

from adoption.coverage import population_share
from adoption.vocabulary import DEFINITIONS
from components.base.wording import LANGUAGES, Wording
from components.facts.totals import binding_of, latest_total
from components.words.headline import MOST_NAMES, headline

ATLAS = curated.atlas()
KNOWN = ATLAS.tables
DISTRICTS = KNOWN.districts


def standings(day, definition="approved"):
    return ATLAS.standings(date.fromisoformat(day), definition)


def line(day, definition="approved", language="de"):
    when = date.fromisoformat(day)
    counted = latest_total(binding_of(ATLAS, definition), when)
    words = Wording(language)
    return headline(standings(day, definition), counted, words.day(when), definition, words)


def test_on_2014_04_25_the_five_without_are_named():
    told = line("2014-04-25")
    assert told.sentence == (
        "Am 25.04.2014 haben 49 von 54 Kreisen und kreisfreien Städten ein genehmigtes KIZ."
    )
    assert told.detail == ["Ohne: Borken, Coesfeld, Kleve, Steinfurt, Viersen."]


def test_on_2013_06_12_it_says_what_is_proved_what_was_counted_and_what_is_undetermined():
    told = line("2013-06-12")
    groups = standings("2013-06-12")["group"].value_counts()
    assert f"nachweislich {groups['with']} von 54" in told.sentence
    assert told.detail[0].startswith("Das Ministerium zählt 29 von 54 (Stand 12.06.2013)")
    assert told.detail[1] == f"Ungeklärt: {groups['undetermined']}."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("day", ["2012-02-08", "2012-12-10", "2013-12-05", "2016-06-29"])
def test_on_any_day_what_is_said_of_the_groups_is_true(day, definition, language):
    told, groups = line(day, definition, language), standings(day, definition)["group"]
    words = Wording(language)
    listed = {"undetermined": "headline.undetermined.names", "without": "headline.without"}
    for name, key in listed.items():
        start = words(key, names="|").split("|")[0]
        (said,) = [part for part in told.detail if part.startswith(start)] or [""]
        assert bool(said) == groups.eq(name).any()
        assert said.count(",") < MOST_NAMES


def test_the_share_of_the_people_has_its_year():
    share = population_share(standings("2017-10-05"), KNOWN.population, date(2017, 10, 5))
    assert share.counted_on == date(2015, 12, 31)
    assert 0.9 < share.certain < 1
