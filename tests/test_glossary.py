"""Every sentence of the catalogues uses the words of the glossary and none that it rules out."""

import re

import pytest
from catalogues import ENGLISH, GERMAN
from markup import parsed
from ruled_out import ALLOWED, forbidden, spoiled

from components.base.wording import LANGUAGES, Wording
from components.html.glossary import glossary
from components.words.glossary import NEVER, TERMS, entries, entry

SENTENCES = {"de": GERMAN, "en": ENGLISH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_uses_a_word_that_the_glossary_rules_out(language):
    every = [(key, form) for key, forms in SENTENCES[language].items() for form in forms]
    assert [fault for pair in every for fault in spoiled(language, *pair)] == []


@pytest.mark.parametrize(
    ("language", "sentence", "instead"),
    [
        ("de", "Offene Kreise: 29", "ungeklärt"),
        ("de", "Das KI ist genehmigt", "KIZ"),
        ("de", "Städteregion Aachen", "StädteRegion Aachen"),
        ("de", "im Landkreis", "Kreis"),
        ("en", "Open: 29", "undetermined"),
        ("en", "54 Kreise and cities", "district (Kreis)"),
        ("en", "refused by the council", "rejected"),
        ("en", "a Kreis", "district"),
    ],
)
def test_a_spoiled_sentence_would_be_found_with_its_repair(language, sentence, instead):
    (fault,) = spoiled(language, "some.key", sentence)
    assert fault.endswith(f"; write {instead}")


@pytest.mark.parametrize("sentence", ["Offensichtlich", "Eröffnung", "KIZ", "StädteRegion"])
def test_a_word_that_only_begins_like_it_is_right(sentence):
    assert spoiled("de", "some.key", sentence) == []


def test_every_exception_is_needed():
    for language, key in ALLOWED:
        sentences = SENTENCES[language][key]
        said = [re.search(form, text) for form in forbidden(language) for text in sentences]
        assert any(said), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_explained_and_says_what_it_is_never_called(language):
    words = Wording(language)
    for term in TERMS:
        told = entry(term, words)
        assert told.label and told.meaning.endswith(".")
        assert bool(told.never) == (term in NEVER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_shows_every_term_with_its_meaning(language):
    words = Wording(language)
    shown = parsed(str(glossary(words)))
    assert [term.text for term in shown.select("dt")] == [term.label for term in entries(words)]
    told = [meaning.text for meaning in shown.select("dd")]
    for term, meaning in zip(entries(words), told, strict=True):
        assert meaning.startswith(term.meaning)
        assert all(word in meaning for word in term.never)


def test_english_names_of_events_and_statuses_begin_alike():
    named = [
        form
        for key, forms in ENGLISH.items()
        if re.fullmatch(r"(event|status|kind)\.[^.]+", key)
        for form in forms
    ]
    assert [name for name in named if not name[0].isupper()] == []
