"""The page "In Leichter Sprache" is true on every day, and keeps to its rules."""

import re
from datetime import date, timedelta

import page_driver
import pytest
from catalogues import GERMAN
from curated import atlas
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markup import parsed, texts
from page_driver import seen

from adoption.vocabulary import DEFINITIONS
from components.base.choice import FIRST_DAY, Choice
from components.html.easy import easy as drawn
from components.html.easy import stressed
from components.words.easy import easy

LAST = date(2026, 11, 28)
days = st.dates(FIRST_DAY, LAST)
definitions = st.sampled_from(DEFINITIONS)
#: The longest sentence, in words.
LONGEST = 12
NOT = re.compile(r"\b(nicht|kein(?:e[mnrs]?)?)\b", re.IGNORECASE)


def numbers(told):
    """What the counts of a text add up to."""
    counts = [re.match(r"(?:Bei |Alle )?(\d+) (?:haben?|hat|wissen)", one) for one in told.counted]
    return sum(int(found[1]) for found in counts if found)


@settings(deadline=None)
@given(days, definitions)
@example(FIRST_DAY, "approved")
@example(FIRST_DAY, "decided")
@example(date(2012, 6, 24), "granted")
@example(date(2018, 3, 28), "open")
@example(LAST, "approved")
def test_the_counts_are_those_of_all_and_exactly_those_without_are_named(day, definition):
    standings = atlas().standings(day, definition)
    told = easy(atlas(), Choice(day, definition))
    group = standings.set_index("name")["group"]
    without = set(group.index[group == "without"])
    if len(without) == len(standings):
        assert "*Kein* Kreis und *keine* Stadt hat ein KIZ." in told.counted and not told.names
    else:
        assert numbers(told) == len(standings)
        assert len(told.names) == len(without) and set(told.names) == without
    unsure = int((group == "undetermined").sum())
    assert (f"Bei {unsure} wissen wir es *nicht* genau." in told.counted) == bool(unsure)
    assert bool(told.known) == (day > atlas().evidence.day)


@settings(deadline=None)
@given(days, definitions)
def test_a_sentence_is_short_says_one_thing_and_stresses_what_says_no(day, definition):
    told = easy(atlas(), Choice(day, definition))
    for sentence in (*told.centre, *told.counted, *told.known, *told.untested):
        assert len(sentence.split()) <= LONGEST, sentence
        assert sentence[-1] in ".:" and "," not in sentence and ";" not in sentence
        assert all(sentence[one.start() - 1] == "*" for one in NOT.finditer(sentence)), sentence


def test_no_sentence_is_in_the_subjunctive_has_a_genitive_or_a_short_form():
    every = " ".join(form for key, forms in GERMAN.items() for form in forms if "easy." in key)
    wrong = r"\b(würden?|könnten?|hätten?|wären?|sei|des|bzw|z\. ?B|ca|usw|lt)\b"
    assert re.findall(wrong, every) == []
    long = [word for word in re.findall(r"[\wäöüß]+", every) if len(word) > 16]
    assert long == []


def test_what_stands_between_asterisks_is_strong():
    assert (
        "".join(map(str, stressed("Wer hat *kein* KIZ?"))) == "Wer hat <strong>kein</strong> KIZ?"
    )
    told = parsed(str(drawn(easy(atlas(), Choice(date(2015, 9, 24))), {"lang": "de"})))
    assert "*" not in told.text


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_is_german_in_both_languages_and_says_that_it_is_not_tested(language):
    page = seen(page_driver.opened("leichte-sprache", tag="2015-09-24", lang=language))
    section = page.select_one(".easy")
    assert section["lang"] == "de"
    assert "Das lange Wort ist: Kommunales Integrations-Zentrum." in section.text
    assert texts(section, ".names li") == [
        *("Kreis Borken", "Kreis Coesfeld", "Kreis Kleve", "Kreis Steinfurt", "Kreis Viersen")
    ]
    assert "Dieser Text ist nicht geprüft." in section.text
    detail = " ".join(texts(page, ".detail"))
    assert ("This page is in German" in detail) == (language == "en")
    assert "Der Tag ist: 24. September 2015." in texts(section, "p")


def test_the_definition_is_told_in_easy_words():
    told = {name: easy(atlas(), Choice(date(2015, 9, 24), name)).counted[3] for name in DEFINITIONS}
    assert len(set(told.values())) == len(DEFINITIONS)
    assert told["open"] == "Wir zählen so: Das KIZ arbeitet schon."


def test_a_day_after_the_last_evidence_says_until_when_it_is_known():
    after = atlas().evidence.day + timedelta(1)
    assert (
        easy(atlas(), Choice(after)).known[0] == "Wir haben Nachrichten bis zum 23. Oktober 2025."
    )
