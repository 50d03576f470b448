"""The sentence over the map says what is proved and never more."""

from datetime import date

import pandas as pd
import pytest
from standing_builders import standings, total

from adoption.vocabulary import DEFINITIONS
from components.base.wording import Wording
from components.facts.totals import binding, latest_total
from components.words.headline import MOST_NAMES, headline

DAY = date(2013, 6, 12)


def said(shown, counted=None, definition="approved", language="de"):
    words = Wording(language)
    return headline(shown, counted, words.day(DAY), definition, words)


def group(name, count):
    return [{"group": name}] * count


@pytest.mark.parametrize(
    ("having", "sentence"),
    [
        (0, "hat kein Kreis und keine kreisfreie Stadt"),
        (1, "hat 1 von 54 Kreisen und kreisfreien Städten"),
        (2, "haben 2 von 54 Kreisen und kreisfreien Städten"),
        (54, "haben alle 54 Kreise und kreisfreien Städte"),
    ],
)
def test_where_nothing_is_undetermined_the_sentence_gives_the_number(having, sentence):
    shown = standings(*group("with", having), count=54, group="without")
    assert said(shown).sentence == f"Am 12.06.2013 {sentence} ein genehmigtes KIZ."


def test_while_districts_are_undetermined_the_sentence_says_how_many_are_proved():
    shown = standings(*group("with", 16), *group("undetermined", 29), count=54, group="without")
    line = said(shown, total(29))
    assert line.sentence == (
        "Am 12.06.2013 haben nachweislich 16 von 54 Kreisen und kreisfreien Städten "
        "ein genehmigtes KIZ."
    )
    assert line.detail == [
        "Das Ministerium zählt 29 von 54 (Stand 12.06.2013); welche es sind, ist bei 16 belegt.",
        "Ungeklärt: 29.",
        "Ohne: 9.",
    ]


def test_one_proved_district_has_and_does_not_have_plural():
    shown = standings({"group": "with"}, count=54, group="undetermined")
    assert said(shown).sentence.startswith("Am 12.06.2013 hat nachweislich 1 von 54 ")


@pytest.mark.parametrize("having", [0, 1, 53])
def test_the_undetermined_ones_are_never_said_to_have_none(having):
    line = said(standings(*group("with", having), count=54, group="undetermined"))
    assert "nachweislich" in line.sentence
    assert not any(part.startswith("Ohne") for part in line.detail)


def test_with_nothing_undetermined_no_total_is_needed():
    assert said(standings(count=54, group="without"), total(29)).detail == ["Ohne: 54."]


def test_a_total_that_says_the_same_is_not_repeated():
    shown = standings(*group("with", 16), count=54, group="undetermined")
    assert said(shown, total(16)).detail == ["Ungeklärt: 38."]


def test_a_total_of_somebody_else_names_who_counted():
    line = said(standings(count=54, group="undetermined"), total(45, "other"))
    assert line.detail[0].startswith("Verein: 45 von 54 (Stand 12.06.2013)")


def test_at_most_eight_names_are_told_in_their_order():
    names = [{"group": "without", "short_name": name} for name in "HGFEDCBA"]
    assert said(standings(*names, count=54)).detail == ["Ohne: A, B, C, D, E, F, G, H."]
    more = said(standings(*names, {"group": "without"}, count=54)).detail
    assert more == [f"Ohne: {MOST_NAMES + 1}."]


def test_the_day_is_called_as_it_is_given():
    line = headline(standings(count=54), None, "{day}", "approved", Wording("de"))
    assert line.sentence.startswith("Am {day} ")


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_definition_has_its_own_words(definition, language):
    words = Wording(language)
    line = said(standings(count=54), None, definition, language)
    assert words(f"has.{definition}") in line.sentence


def totals(*rows):
    """Published totals, each binding and the ministry's unless told otherwise."""
    plain = {"definition": "approved", "binds": "yes", "counted_by": "ministry", "source_id": "s"}
    frame = pd.DataFrame([plain | row for row in rows])
    return frame.assign(last_day=pd.to_datetime(frame["day"]))


def latest(*rows, definition="approved"):
    sources = pd.DataFrame({"id": ["s", "t"], "publisher": ["Land", "Verein"]})
    found = latest_total(binding(totals(*rows), sources, definition), DAY)
    return found if found is None else (found["count"], found["publisher"])


def test_the_latest_total_up_to_the_day_is_told():
    rows = [{"day": day, "count": count} for day, count in (("2013-06-12", 2), ("2013-01-01", 1))]
    assert latest(*rows, {"day": "2013-06-13", "count": 3}) == (2, "Land")


def test_of_two_totals_of_a_day_the_ministrys_own_goes_first():
    own, other = {"count": 1}, {"count": 2, "counted_by": "other", "source_id": "t"}
    for rows in ([own, other], [other, own]):
        assert latest(*({"day": "2013-06-12"} | row for row in rows)) == (1, "Land")


@pytest.mark.parametrize("spoiled", [{"binds": "no"}, {"definition": "open"}, {"definition": ""}])
def test_a_total_of_something_else_is_not_told(spoiled):
    assert latest({"day": "2013-01-01", "count": 1} | spoiled) is None
