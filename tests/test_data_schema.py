"""`datapackage.json` is complete: orders, keys and a description of every column."""

from data import schema


def test_every_table_sorts_by_its_own_columns_and_ends_in_its_key():
    for table in schema.tables().values():
        assert set(table.order) <= set(table.columns)
        assert set(table.schema["primaryKey"]) <= set(table.order)


def test_every_column_is_described():
    for table in schema.tables().values():
        assert all(field["description"] for field in table.fields.values()), table.name
