"""The word lists of `datapackage.json` are those that the rules know."""

from adoption import vocabulary
from data import schema

EVENTS, TOTALS = schema.tables()["events"], schema.tables()["totals"]


def test_events_have_the_words_of_the_rules():
    assert set(EVENTS.enum("event")) == set(vocabulary.EVENTS)
    assert set(EVENTS.enum("body")) == set(vocabulary.BODIES)
    assert set(EVENTS.enum("announces")) == set(vocabulary.MILESTONES)
    assert EVENTS.enum("confidence") == vocabulary.CONFIDENCES
    assert EVENTS.enum("basis") == vocabulary.BASES


def test_totals_have_the_definitions_of_the_rules():
    assert TOTALS.enum("definition") == vocabulary.DEFINITIONS


def test_every_table_sorts_by_its_own_columns_and_ends_in_its_key():
    for table in schema.tables().values():
        assert set(table.order) <= set(table.columns)
        assert set(table.schema["primaryKey"]) <= set(table.order)


def test_every_column_is_described():
    for table in schema.tables().values():
        assert all(field["description"] for field in table.fields.values()), table.name
