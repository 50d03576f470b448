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

from adoption.vocabulary import DEFINITIONS, GROUPS
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


#: Under each definition: of all, of none, of nobody for sure, of one and many that have what it
#: asks for, and of one and many that have not.
SAID = {
    "decided": (
        "Alle haben Ja zu einem KIZ gesagt.",
        "*Kein* Kreis und *keine* Stadt hat Ja zu einem KIZ gesagt.",
        "*Kein* Kreis und *keine* Stadt hat sicher Ja gesagt.",
        "1 Kreis oder 1 Stadt hat sicher Ja zu einem KIZ gesagt.",
        "{n} haben sicher Ja zu einem KIZ gesagt.",
        "1 Kreis oder 1 Stadt hat noch *nicht* Ja gesagt.",
        "{n} haben noch *nicht* Ja gesagt.",
    ),
    "approved": (
        "Alle haben ein KIZ.",
        "*Kein* Kreis und *keine* Stadt hat ein KIZ.",
        "*Kein* Kreis und *keine* Stadt hat sicher ein KIZ.",
        "1 Kreis oder 1 Stadt hat sicher ein KIZ.",
        "{n} haben sicher ein KIZ.",
        "1 Kreis oder 1 Stadt hat *kein* KIZ.",
        "{n} haben *kein* KIZ.",
    ),
    "granted": (
        "Das Land hat allen Geld für das KIZ versprochen.",
        "Das Land hat noch *keinem* Kreis und *keiner* Stadt Geld versprochen.",
        "Das Land hat *keinem* Kreis und *keiner* Stadt sicher Geld versprochen.",
        "Das Land hat 1 Kreis oder 1 Stadt sicher Geld versprochen.",
        "Das Land hat {n} von ihnen sicher Geld versprochen.",
        "Das Land hat 1 Kreis oder 1 Stadt noch *kein* Geld versprochen.",
        "Das Land hat {n} von ihnen noch *kein* Geld versprochen.",
    ),
    "open": (
        "Alle KIZ arbeiten schon.",
        "Noch arbeitet *kein* KIZ.",
        "Von *keinem* KIZ wissen wir sicher: Es arbeitet schon.",
        "1 KIZ arbeitet sicher schon.",
        "{n} KIZ arbeiten sicher schon.",
        "Bei 1 Kreis oder 1 Stadt arbeitet noch *kein* KIZ.",
        "Bei {n} arbeitet noch *kein* KIZ.",
    ),
}
UNSURE = (
    "Bei 1 Kreis oder 1 Stadt wissen wir es *nicht* genau.",
    "Bei {n} wissen wir es *nicht* genau.",
)


def one_or_many(forms, n):
    """The sentence of a number, as a list; empty for none."""
    return [forms[n > 1].format(n=n)] if n else []


def counted(group, definition):
    """What has to be said of the groups of the 54."""
    every, none, nobody, *forms = SAID[definition]
    sure, unsure, without = (int((group == one).sum()) for one in GROUPS)
    if 54 in (sure, without):
        return [every if sure else none]
    return [
        *(one_or_many(forms[:2], sure) or [nobody]),
        *one_or_many(UNSURE, unsure),
        *one_or_many(forms[2:], without),
    ]


@settings(deadline=None)
@given(days, definitions)
@example(FIRST_DAY, "approved")
@example(FIRST_DAY, "decided")
@example(date(2012, 6, 26), "approved")
@example(date(2012, 9, 15), "decided")
@example(date(2012, 6, 24), "granted")
@example(date(2012, 6, 26), "granted")
@example(date(2015, 9, 24), "granted")
@example(LAST, "granted")
@example(date(2012, 6, 26), "open")
@example(date(2018, 3, 28), "open")
@example(date(2018, 3, 28), "approved")
@example(LAST, "approved")
def test_the_counts_are_those_of_all_and_exactly_those_without_are_named(day, definition):
    standings = atlas().standings(day, definition)
    told = easy(atlas(), Choice(day, definition))
    group = standings.set_index("name")["group"]
    without = set(group.index[group == "without"])
    named = set() if len(without) == 54 else without
    assert len(told.names) == len(named) and set(told.names) == named
    ending = one_or_many(("Das ist:", "Das sind:"), len(named))
    assert told.counted[4:] == counted(group, definition) + ending
    assert bool(told.known) == (day > atlas().evidence.day)


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_no_definition_but_the_widest_of_the_ministry_says_that_there_is_a_kiz(definition):
    """A council that has only decided has none yet."""
    said = " ".join([easy(atlas(), Choice(FIRST_DAY, definition)).title, *SAID[definition]])
    has = r"(?:hat|haben) (?:sicher )?(?:ein|\*kein\*) KIZ|hat \*kein\* KIZ"
    assert bool(re.search(has, said)) == (definition == "approved")


@settings(deadline=None)
@given(days, definitions)
def test_a_sentence_is_short_says_one_thing_and_stresses_what_says_no(day, definition):
    told = easy(atlas(), Choice(day, definition))
    for sentence in (*told.centre, told.title, *told.counted, *told.known, *told.untested):
        assert len(sentence.split()) <= LONGEST, sentence
        assert sentence[-1] in ".:?" and "," not in sentence and ";" not in sentence
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
    assert told["decided"] == "Wir zählen so: Der Kreis oder die Stadt hat Ja gesagt."
    assert told["open"] == "Wir zählen so: Das KIZ arbeitet schon."


def test_a_day_after_the_last_evidence_says_until_when_it_is_known():
    after = atlas().evidence.day + timedelta(1)
    assert (
        easy(atlas(), Choice(after)).known[0] == "Wir haben Nachrichten bis zum 23. Oktober 2025."
    )
