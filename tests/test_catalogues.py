"""The two catalogues say the same things, all that the code asks for and nothing more."""

import re
import string
from types import SimpleNamespace

import pytest
from catalogues import ENGLISH, GERMAN, entries, forms
from sentence_keys import CODE, KEYS, PATTERNS, asked, filled

from components.base.wording import LOCALE

#: Stands over a sentence with a number that is right in one form.
INVARIABLE = "the same for every number"
#: Names of blanks that hold a number; of these `n` alone chooses the form.
NUMBERS = "of|m|named|certain|possible|lower|upper|least|most|best|hits"
#: What there are always many of: the districts, and the published totals.
WHOLE = {"Kreise", "Kreisen", "Zahlen"}


#: The page "In Leichter Sprache" is German in both languages.
EASY = "easy."
SPOKEN = {key: forms for key, forms in GERMAN.items() if not key.startswith(EASY)}

ROOTS = {key.partition(".")[0] for key in GERMAN}
WRITTEN = CODE.keys(ROOTS)


def blanks(sentence):
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def whole(texts):
    """The keys among these that have no blank."""
    return {text for text in texts if "{}" not in text}


def unlike(one, other):
    """Whether one of two sentences lacks a form, or has other blanks; one thing needs no `n`."""
    if len(one) != len(other) or not all([*one, *other]):
        return True
    besides = {tuple(name for name in blanks(form) if name != "n") for form in [*one, *other]}
    return len(besides) > 1 or blanks(one[-1]) != blanks(other[-1])


def miscounts(entry):
    """Whether a sentence with a number neither has two forms nor says that it needs none."""
    numbered = any("n" in blanks(form) for form in forms(entry))
    return numbered and not entry.pluralizable and INVARIABLE not in entry.auto_comments


def counted(sentence):
    """The German nouns that stand behind a number which cannot choose their form."""
    return set(re.findall(rf"\{{(?:{NUMBERS})\}} (?:\w+en )?([A-ZÄÖÜ]\w+)", sentence))


def test_both_catalogues_have_the_same_keys_in_the_same_order():
    assert list(SPOKEN) == list(ENGLISH)


def test_every_sentence_stands_in_both_languages_with_the_same_forms_and_blanks():
    pairs = {key: (SPOKEN[key], ENGLISH.get(key, [""])) for key in SPOKEN}
    assert [key for key, (one, other) in pairs.items() if unlike(one, other)] == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (["{n} von {of}"], ["{of} has {n}"], False),
        (["{n} von {of}"], ["{n} of"], True),
        (["{n}, {n}"], ["{n}"], True),
        (["Karte"], [""], True),
        (["Eine: {link}", "{n}: {link}"], ["{n} one: {link}", "{n} ones: {link}"], False),
        (["Eine", "{n}: {link}"], ["One: {link}", "{n} ones: {link}"], True),
        (["Eine", "{n} Karten"], ["{n} maps"], True),
        (["Eine", "{n} Karten"], ["One", "many maps"], True),
    ],
)
def test_sentences_that_are_not_the_same_would_be_found(one, other, found):
    assert unlike(one, other) == found


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_sentence_with_a_number_has_two_forms_or_says_that_it_needs_none(language):
    assert [key for key, entry in entries(language).items() if miscounts(entry)] == []


@pytest.mark.parametrize(
    ("forms", "comments", "found"),
    [
        (("{n} Karte", "{n} Karten"), [], False),
        (("{n} Karten",), [], True),
        (("{n} von {of}",), [INVARIABLE], False),
        (("Karten",), [], False),
    ],
)
def test_a_sentence_that_miscounts_would_be_found(forms, comments, found):
    plural = len(forms) > 1
    text = forms if plural else forms[0]
    entry = SimpleNamespace(string=text, pluralizable=plural, auto_comments=comments)
    assert miscounts(entry) == found


def test_two_forms_differ_in_one_of_the_languages_at_least():
    alike = [key for key in SPOKEN if len({*GERMAN[key]}) == len({*ENGLISH[key]}) == 1]
    assert [key for key in alike if len(GERMAN[key]) > 1] == []


def test_behind_any_other_number_stands_only_what_there_are_always_many_of():
    nouns = {key: set().union(*map(counted, forms)) for key, forms in GERMAN.items()}
    assert {key: found for key, found in nouns.items() if found - WHOLE} == {}


def test_a_noun_behind_such_a_number_would_be_found():
    assert counted("{of} Änderungen, {n} von {of} neuen Zeilen") == {"Änderungen", "Zeilen"}
    assert counted("{n} Änderungen, alle {of} im Überblick") == set()


def test_no_key_stands_twice_in_a_catalogue():
    for language in ("de", "en"):
        text = (LOCALE / f"{language}.po").read_text("utf-8")
        keys = re.findall(r'^msgid "(.+)"', text, re.MULTILINE)
        assert len(keys) == len(set(keys))


def test_a_key_is_written_where_it_is_asked_for_and_never_calculated():
    assert CODE.calculated == []


def test_every_key_that_is_written_out_has_a_sentence():
    assert sorted(whole(WRITTEN) - {*GERMAN, *PATTERNS["{}.label"]}) == []


def test_every_pattern_of_the_code_has_its_closed_list_of_words_and_no_other_has():
    assert sorted(WRITTEN - whole(WRITTEN)) == sorted(PATTERNS)


def test_every_word_of_a_pattern_has_a_sentence():
    keys = {key for keys in KEYS.values() for key in keys}
    assert sorted(keys - set(GERMAN)) == []


def test_every_sentence_is_asked_for():
    asked_for = WRITTEN.union(*KEYS.values())
    assert [key for key in GERMAN if key not in asked_for] == []


@pytest.mark.parametrize(
    ("code", "keys", "calculated"),
    [
        ('words("a.b", n=3)', {"a.b"}, []),
        ('page.words(f"a.{kind}.c")', {"a.{}.c"}, []),
        ('words("title" if one else f"a.{x}")', {"title", "a.{}"}, []),
        ('key = f"a.{kind}"; words(key)', {"a.{}"}, []),
        ('KEYS = ("a.b", "a.c"); words(KEYS[place])', {"a.b", "a.c"}, []),
        ('words("a." + kind)', set(), ["'a.' + kind"]),
        ('open("a.js"), "a sentence", "b.c", f"{x}.d"', set(), []),
        ("f\"<b>{words(f'a.{kind}')}</b>\"", {"a.{}"}, []),
    ],
)
def test_a_key_that_is_asked_for_would_be_found(code, keys, calculated):
    found = asked(code)
    assert (found.keys({"a"}), found.calculated) == (keys, calculated)


def test_a_pattern_has_a_key_for_every_word():
    assert filled("a.{}", ("b", "c d")) == ["a.b", "a.c d"]
    assert filled("a.{}.{}", [("b", "c")]) == ["a.b.c"]
