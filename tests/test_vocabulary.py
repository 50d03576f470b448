"""One vocabulary: schema, codebook, guide and catalogues have the words of the rules, no others."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from adoption import vocabulary as rules
from components.base.wording import LANGUAGES, Wording
from components.downloads.columns import COLUMNS
from components.words.vocabulary import PLAIN, VOCABULARY, label, meaning
from data import schema

ROOT = Path(__file__).parents[1]
README, CODEBOOK, GUIDE = (
    (ROOT / name).read_text("utf-8") for name in ("README.md", "data/README.md", "CONTRIBUTING.md")
)
GERMAN = Wording("de")
EVENTS = schema.tables()["events"]
#: The columns of the tables in which the words of the rules stand.
WORDS = {
    "event": rules.EVENTS,
    "announces": rules.MILESTONES,
    "body": rules.BODIES,
    "reasons": rules.REASONS,
    "basis": rules.BASES,
    "confidence": rules.CONFIDENCES,
    "definition": rules.DEFINITIONS,
    "shows": rules.SHOWN,
}
CONSTRAINED = [
    (table.name, column)
    for table in schema.tables().values()
    for column in table.columns
    if table.enum(column)
]


def table(text, *heads):
    """The rows of the one table with these heads, as lists of cells."""
    head = re.escape("| " + " | ".join(heads) + " |")
    (rows,) = re.findall(rf"^{head}\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]


def codes(text):
    """What stands in backticks."""
    return tuple(re.findall(r"`([^`]+)`", text))


def keys(language):
    """All keys of a catalogue."""
    path = ROOT / "components" / "base" / "locale" / f"{language}.po"
    with path.open("rb") as text:
        ids = [entry.id for entry in read_po(text, locale=language) if entry.id]
    return {key if isinstance(key, str) else key[0] for key in ids}


@pytest.mark.parametrize(("name", "column"), CONSTRAINED)
def test_the_schema_has_the_words_of_the_rules(name, column):
    words = schema.tables()[name].enum(column)
    assert words == WORDS.get(column, words)


def test_every_list_of_the_rules_is_one_of_the_schema():
    constrained = {column for _, column in CONSTRAINED}
    assert set(WORDS) - constrained == {"reasons"}  # of which a cell may hold several
    field = EVENTS.fields["reasons"]
    (listed,) = re.findall(r"\((.*?)\)", field["description"])
    assert tuple(listed.split(", ")) == rules.REASONS
    assert set(field["example"].split()) <= set(rules.REASONS)


@pytest.mark.parametrize(("name", "column"), CONSTRAINED)
def test_the_codebook_names_every_word_that_the_schema_allows(name, column):
    (section,) = re.findall(rf"^### {name}\n(.*?)^##", CODEBOOK, re.MULTILINE | re.DOTALL)
    text = section + CODEBOOK.partition("\n## Vocabulary\n")[2].partition("\n## ")[0]
    words = schema.tables()[name].enum(column)
    assert [word for word in words if not re.search(rf"\b{re.escape(word)}\b", text)] == []


def test_the_codebook_lists_the_reasons():
    (row,) = re.findall(r"^\| `reasons` \|(.*?)\|", CODEBOOK, re.MULTILINE)
    assert codes(row) == rules.REASONS


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("event", ("event", "German", "is", "is not")),
        ("body", ("body", "is")),
        ("status", ("status", "German", "follows from")),
    ],
)
def test_the_codebook_explains_the_words_of_the_rules_as_the_site_calls_them(name, heads):
    rows = table(CODEBOOK, *heads)
    assert tuple(code for row in rows for code in codes(row[0])) == VOCABULARY[name]
    if "German" in heads:
        shown = [label(name, code, GERMAN) for code in VOCABULARY[name]]
        assert [row[1] for row in rows] == shown


def test_the_codebook_explains_the_small_words_in_one_table():
    rows = table(CODEBOOK, "word", "German", "means")
    names = ("reading", "definition", "group", "confidence", "basis")
    assert [row[0] for row in rows] == [
        f"{name} `{code}`" for name in names for code in VOCABULARY[name]
    ]
    shown = [label(name, code, GERMAN) for name in names for code in VOCABULARY[name]]
    assert [row[1] for row in rows] == shown


def test_the_codebook_lists_the_verdicts_and_the_forms_of_a_date():
    verdicts = table(CODEBOOK, "verdict", "totals", "the number published")
    assert tuple(row[0] for row in verdicts) == rules.VERDICTS
    forms = table(CODEBOOK, "form", "example", "span")
    assert len(forms) == len(VOCABULARY["form"])


def test_the_readme_lists_the_definitions():
    rows = table(README, "definition", "German", "counts")
    assert tuple(code for row in rows for code in codes(row[0])) == rules.DEFINITIONS
    assert [row[1] for row in rows] == [label("definition", d, GERMAN) for d in rules.DEFINITIONS]


@pytest.mark.parametrize("column", ["event", "body", "reasons", "basis", "confidence"])
def test_the_guide_lists_the_words_of_an_event(column):
    rows = {row[0]: row for row in table(GUIDE, "field", "example", "what it is")}
    _, example, text = rows[f"`{column}`"]
    assert codes(text) == WORDS[column]
    assert set(codes(example)) <= set(WORDS[column])


def test_the_guide_quotes_the_check_as_it_speaks():
    (quoted,) = re.findall(r'body "mayor" does not fit; write mayors .* one of: (.*)', GUIDE)
    assert tuple(quoted.split(", ")) == EVENTS.enum("body")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VOCABULARY)
def test_the_catalogues_call_and_explain_every_word(language, name):
    words = Wording(language)
    for code in VOCABULARY[name]:
        assert label(name, code, words)
        assert meaning(name, code, words) or name in PLAIN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VOCABULARY)
def test_the_catalogues_explain_no_word_that_is_none(language, name):
    stem = {"verdict": "total.verdict", "reason": "reason"}.get(name, f"codebook.{name}")
    found = {key.removeprefix(f"{stem}.") for key in keys(language) if key.startswith(f"{stem}.")}
    assert {key.removesuffix(".help") for key in found} <= set(VOCABULARY[name])


def test_every_vocabulary_of_a_column_is_one_of_the_lists():
    named = {column.vocabulary for columns in COLUMNS.values() for column in columns} - {""}
    assert named <= set(VOCABULARY)
    kept = {column.name: column.vocabulary for column in (*COLUMNS["events"], *COLUMNS["totals"])}
    for column, words in WORDS.items():
        if column not in kept:  # of a table that is not taken away
            continue
        assert set(words) <= set(VOCABULARY[kept[column]])
