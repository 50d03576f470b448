"""The two catalogues say the same things, all that the code asks for and nothing more."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
COMPONENTS = ROOT / "components"
#: Keys whose two halves stand apart in the code: words of the codebook, columns of tables.
HALVES = ("form", "group", "knowledge", "reading", "sources")


def sentences(language):
    """The sentence of every key, in the order of the file."""
    with (COMPONENTS / "base" / "locale" / f"{language}.po").open("rb") as text:
        return {entry.id: entry.string for entry in read_po(text, locale=language) if entry.id}


GERMAN, ENGLISH = sentences("de"), sentences("en")
FILES = [
    *COMPONENTS.rglob("*.py"),
    *(path for name in ("adoption", "commands", "edition") for path in (ROOT / name).glob("*.py")),
]
CODE = {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in FILES}
#: What can stand in the blank of a key: a word in quotes, here or in the schema of the tables.
QUOTED = "".join(path.read_text("utf-8") for path in [*FILES, ROOT / "datapackage.json"])


def blanks(sentence):
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def unlike(one, other):
    """Whether one of two sentences is missing or has other blanks."""
    return not (one and other) or blanks(one) != blanks(other)


def pattern(node):
    """What a text in the code can be: itself, or with anything in an f-string's blanks."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part) or "(.+)" for part in node.values)
    return None


def asked(code):
    """The patterns of the keys that `words(...)` is called with."""
    calls = (node for node in ast.walk(code) if isinstance(node, ast.Call) and node.args)
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "words")
    return {found for call in named if (found := pattern(call.args[0]))}


def used(key, texts):
    """Whether the key, or a beginning with a blank that something in quotes fills, is written."""
    fits = (compiled(text).fullmatch(key) for text in texts)
    return any(all(map(fills_a_blank, found.groups())) for found in fits if found)


@cache
def compiled(text):
    """More patterns than `re` keeps by itself."""
    return re.compile(text)


def fills_a_blank(part):
    return part.isdigit() or f'"{part}"' in QUOTED


def test_both_catalogues_have_the_same_keys_in_the_same_order():
    assert list(GERMAN) == list(ENGLISH)


def test_every_sentence_stands_in_both_languages_and_has_the_same_blanks():
    pairs = {key: (GERMAN[key], ENGLISH.get(key, "")) for key in GERMAN}
    assert [key for key, (one, other) in pairs.items() if unlike(one, other)] == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("{n} von {of}", "{of} has {n}", False),
        ("{n} von {of}", "{n} of", True),
        ("{n}, {n}", "{n}", True),
        ("Karte", "", True),
    ],
)
def test_sentences_that_are_not_the_same_would_be_found(one, other, found):
    assert unlike(one, other) == found


def test_no_key_stands_twice_in_a_catalogue():
    for language in ("de", "en"):
        text = (COMPONENTS / "base" / "locale" / f"{language}.po").read_text("utf-8")
        keys = re.findall(r'^msgid "(.+)"', text, re.MULTILINE)
        assert len(keys) == len(set(keys))


def test_every_key_that_the_code_asks_for_has_a_sentence():
    wanted = [(name, key) for name, code in CODE.items() for key in asked(code)]
    keys = "\n".join(GERMAN)
    lost = [at for at in wanted if not re.search(f"^{at[1]}$", keys, re.MULTILINE)]
    assert lost == []


def test_every_sentence_is_asked_for():
    texts = {pattern(node) for tree in CODE.values() for node in ast.walk(tree)}
    texts -= {None, "(.+)", r"(.+)\.(.+)"}
    texts |= {rf"{name}\.(.+)" for name in HALVES}
    assert [key for key in GERMAN if not used(key, texts)] == []


def test_a_key_that_nothing_asks_for_would_be_found():
    texts = {r"status\.(.+)", r"district\.on"}
    assert used("status.open", texts) and used("district.on", texts)
    assert not used("status.lost", texts) and not used("district.lost", texts)


def test_the_abbreviation_that_means_something_else_is_avoided():
    both = [*GERMAN.values(), *ENGLISH.values()]
    assert [sentence for sentence in both if re.search(r"\bKI\b", sentence)] == []
