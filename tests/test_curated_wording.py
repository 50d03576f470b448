"""The real tables are said in no form that misleads, and in the words of the glossary."""

import re

import curated
import pytest
from ruled_out import spoiled

from adoption.dates import TALK_FLOOR, edtf_of, span
from adoption.vocabulary import DEFINITIONS
from components.base.wording import LANGUAGES, Wording
from data import schema

#: What may stand nowhere: "for one day", an end that is a bare year or month, one year twice.
FORBIDDEN = {
    "de": re.compile(
        r"einem Tag|spätestens (?:seit )?(?:\d{4}|[A-ZÄ]\w+ \d{4})\b(?<!Ende \d{4})"
        r"|und \d{4}\)|zwischen [^,]*(\d{4}) und [^,]*\1"
    ),
    "en": re.compile(r"a day between|by (?:\d{4}|[A-Z]\w+ \d{4})|between [^,]*(\d{4}) and [^,]*\1"),
}
#: Where "open" is none of the statuses.
OPENED = "officially open the|open day|open to visitors"


def written():
    """Every date of every table, and of when each got its KIZ under each definition."""
    tables = {name: getattr(curated.tables(), name) for name in schema.tables()}
    dates = {
        date
        for name, table in schema.tables().items()
        for column in table.dates
        if column in tables[name]
        for date in tables[name][column]
    }
    for definition in DEFINITIONS:
        reached = curated.atlas().reached(definition).dropna()
        pairs = zip(reached["earliest"], reached["latest"], strict=True)
        dates |= {edtf_of(*pair) for pair in pairs}
    return sorted(dates - {""})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_date_is_said_in_a_form_that_misleads(language):
    words = Wording(language)
    said = [text for date in written() for text in (words.date(date), words.since(date))]
    assert [text for text in said if FORBIDDEN[language].search(text)] == []


def test_no_date_is_said_to_begin_before_the_law_and_end_after_it():
    words = Wording("de")
    begun = [date for date in written() if (first := span(date).first) and first <= TALK_FLOOR]
    ranges = [date for date in begun if "/" in date and span(date).last > TALK_FLOOR]
    assert {words.date(date).split()[0] for date in ranges} <= {"spätestens"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "seit einem Tag zwischen 20.03. und 25.04.2014"),
        ("de", "spätestens 2013"),
        ("de", "spätestens seit Mai 2013"),
        ("de", "zwischen 15.03.2015 und 10.07.2015"),
        ("en", "by May 2013"),
        ("en", "between 15 March 2015 and 10 July 2015"),
    ],
)
def test_a_form_that_misleads_would_be_found(language, text):
    assert FORBIDDEN[language].search(text)


def own_words():
    """Every English cell of the tables, with its place, but for names of districts, what is
    quoted, and where "open" is the verb or said of a door.
    """
    names = sorted(curated.tables().districts["name"], key=len, reverse=True)
    others = "|".join([*map(re.escape, names), "“[^”]*”", '"[^"]*"', OPENED])
    for name in schema.tables():
        table = getattr(curated.tables(), name)
        for column in table.filter(like="_en"):
            for line, text in enumerate(table[column], start=2):
                yield f"data/{name}.csv:{line}: {column}", re.sub(others, "", text)


def test_the_english_of_the_tables_uses_the_words_of_the_glossary():
    texts = list(own_words())
    assert len(texts) > 1000
    assert [fault for text in texts for fault in spoiled("en", *text)] == []
