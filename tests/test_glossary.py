"""Every sentence of the catalogues uses the words of the glossary and none that it rules out."""

import re

import pytest
from catalogues import ENGLISH, GERMAN
from markup import parsed

from components.base.wording import LANGUAGES, Wording
from components.html.glossary import glossary
from components.words.glossary import NEVER, TERMS, entries, entry

SENTENCES = {"de": GERMAN, "en": ENGLISH}
#: What only its authors know, by language: a pattern, and what to write instead.
JARGON = {
    "de": {
        r"öglicherweise weiter": "vielleicht schon weiter",
        r"\bNenner": "von 53 gezählt",
        r"\bDossier|Geschichte mit allen Quellen": "alle Ereignisse mit Quellen",
        r"einem Tag zwischen": "the sentence of words.since",
        r"Gebietskörperschaft": "Kreise und kreisfreie Städte",
        r"Gesamtzahl|\bSummen?\b": "veröffentlichte Zahl",
        r"nachgewiesen|bewiesen": "belegt",
        r"Recht und Geld": "Gesetz und Förderung",
        r"gezeigt wird (?:decided|approved|granted|open)": "es gilt „genehmigt“ (approved)",
        r"\bin (?:20\d\d|\{year\})": "the year alone, or im Jahr",
        r"\bData altered|data altered": "the line alone, which is German",
    },
    "en": {
        r"possibly further": "perhaps already further",
        r"\bdenominator": "counted out of 53",
        r"\b[Dd]ossier|history with all sources": "all events with sources",
        r"a day between": "the sentence of words.since",
        r"\bKreis\b": "district",
        r"\bkreisfreie": "independent city",
        r"Nordrhein-Westfalen": "North Rhine-Westphalia",
        r"\b[Pp]roved?\b|\b[Dd]emonstrabl": "documented",
        r"\bcar plate": "number plate",
        r"\bat work\b": "in operation",
        r"\b[Tt]ake (?:it )?(?:away|along)|taken away": "download",
        r"[Dd]oubling of structures": "duplicate structures",
        r"\bsilence\b": "where nothing has happened for longest",
        r"\bcalled up\b": "checked",
        r"Daten verändert": "{attribution}, which has it, and then (data altered)",
    },
}
#: Sentences in which such a word is right, with the reason.
ALLOWED = {
    ("en", "about"): "says once what the state is called in German",
    ("en", "control.place.hint"): "has the name of a district",
    ("en", "file.column.days_lower"): "a half-open interval is called so in mathematics",
    ("en", "file.column.kind"): "quotes what stands in the cells",
    ("en", "foot.open"): "is a link that opens the atlas",
}


def pattern(word, language):
    """A word in any of its forms, at the beginning of a sentence too."""
    first = f"[{word[0].lower()}{word[0].upper()}]" if word.islower() else word[0]
    forms = "(?:e[mnrs]?)?" if language == "de" else ""
    return rf"\b{first}{re.escape(word[1:])}{forms}\b"


def forbidden(language):
    """Every pattern that may stand in no sentence, with what to write instead."""
    ruled_out = {
        pattern(word, language): term.label
        for term in entries(Wording(language))
        for word in term.never
    }
    return JARGON[language] | ruled_out


def spoiled(language, key, sentence):
    """What is wrong with a sentence, and the repair."""
    if key.startswith("glossary.") or (language, key) in ALLOWED:
        return []
    return [
        f'{language}.po: {key} says "{said[0]}"; write {instead}'
        for form, instead in forbidden(language).items()
        if (said := re.search(form, sentence))
    ]


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
