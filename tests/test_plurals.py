"""With one thing every sentence that counts speaks of one, in both languages."""

import re
import string

import pytest
from catalogues import ENGLISH, GERMAN

from components.base.wording import LANGUAGES, Wording

SENTENCES = {"de": GERMAN, "en": ENGLISH}
#: Of what they count there are always several: the 54, equal matches, motions that follow each
#: other.
ALWAYS_MANY = {"search.choose", "table.caption", "dossier.way.motions", "factsheet.state.kind"}
#: All that is there, or may be put side by side; never one.
WHOLE = r"\{(?:of|most)\}"


def many(language):
    """The nouns that stand behind a number where there are many, and not where there is one."""
    noun = r"\{n\} ([A-ZÄÖÜ]\w+)" if language == "de" else r"\{n\} ([a-z]+s)\b"
    found, alone = set(), set()
    for one, *others in SENTENCES[language].values():
        if others:
            alone |= set(re.findall(noun, one))
            found |= {name for other in others for name in re.findall(noun, other)}
    return found - alone


def said(language, key, n):
    """A sentence with a number in it; other blanks keep their names."""
    names = {
        name
        for form in SENTENCES[language][key]
        for _, name, _, _ in string.Formatter().parse(form)
    }
    return Wording(language)(key, **{name: f"<{name}>" for name in names - {None}} | {"n": n})


def test_words_for_many_are_known():
    assert {"Änderungen", "Ereignisse", "Zeilen"} <= many("de")
    assert {"changes", "events", "rows", "districts"} <= many("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_is_never_said_to_be_many(language):
    wrong = re.compile(rf"(?<![\d.,])1 (?:{'|'.join(many(language))})\b")
    keys = set(SENTENCES[language]) - ALWAYS_MANY
    assert [key for key in keys if wrong.search(said(language, key, 1))] == []


def test_a_number_that_chooses_no_form_stands_before_no_word_for_many():
    """Where words agree with a second number, its part is a sentence of its own."""
    found = [
        (key, blank, word)
        for key, forms in ENGLISH.items()
        for form in forms
        for blank, word in re.findall(r"(\{\w+\}) (\w+)", form)
        if word in many("en")
        and not re.fullmatch(WHOLE, blank)
        and not (blank == "{n}" and len(forms) == 2)
    ]
    assert {key for key, *_ in found} <= ALWAYS_MANY
