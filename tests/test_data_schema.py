"""`datapackage.json` is complete: orders, keys and a description of every column."""

import re

import pytest

from data import cell_rules, check, schema, tidy


def test_every_table_sorts_by_its_own_columns_and_ends_in_its_key():
    for table in schema.tables().values():
        assert set(table.order) <= set(table.columns)
        assert set(table.schema["primaryKey"]) <= set(table.order)


def test_every_column_is_described():
    for table in schema.tables().values():
        assert all(field["description"] for field in table.fields.values()), table.name


@pytest.fixture
def descriptor(tmp_path, monkeypatch):
    """Puts a spoiled descriptor in the place of the real one."""
    path = tmp_path / "datapackage.json"

    def put(raw: bytes | None) -> None:
        if raw is not None:
            path.write_bytes(raw)
        monkeypatch.setattr(schema, "DESCRIPTOR", path)
        monkeypatch.setattr(schema, "_TAKEN", [])

    return put


CODEBOOK = (schema.DATA / "README.md").read_text("utf-8")
REAL = schema.DESCRIPTOR.read_bytes()
LINES = REAL[:5000].count(b"\n") + 1


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (REAL[:5000], f"datapackage.json:{LINES}: is cut off or not JSON ("),
        (b"", "datapackage.json:1: is cut off or not JSON (Expecting value)"),
        (REAL.replace(b'"id"', b'"id', 1), "datapackage.json:"),
        (REAL.decode().encode("cp1252", "replace"), "datapackage.json: is not UTF-8"),
        (None, "datapackage.json: cannot be read (No such file or directory)"),
        (b"[]", "datapackage.json: does not describe the tables ("),
        (b'{"resources": [{"type": "table"}]}', "datapackage.json: does not describe the tables ("),
        (b'{"resources": []}', "datapackage.json: does not describe the tables events, d"),
        (
            REAL.replace(b'"events"', b'"evens"', 1),
            "datapackage.json: does not describe the tables",
        ),
        (
            REAL.replace(b'"type": "string"', b'"type": "strung"', 1),
            "datapackage.json: does not des",
        ),
        (
            REAL.replace(b'"fields"', b'"felder"', 1),
            "datapackage.json: does not describe the tables",
        ),
    ],
)
def test_a_descriptor_that_cannot_be_used_is_a_finding_with_its_repair(
    descriptor, capsys, raw, text
):
    descriptor(raw)
    (problem,) = check.problems()
    assert str(problem).startswith(text)
    assert str(problem).endswith("; restore it: git checkout datapackage.json")
    assert check.main([]) == 1
    assert capsys.readouterr().out == f"{problem}\ndata: 1 problem\n"


def test_nothing_is_tidied_without_a_descriptor(descriptor, capsys):
    descriptor(REAL[:5000])
    assert tidy.main([]) == 1
    assert capsys.readouterr().out.startswith("datapackage.json:")


def test_every_limit_of_the_check_stands_in_the_codebook():
    (told,) = re.findall(r"^Limits, in characters: (.*)$", CODEBOOK, re.MULTILINE)
    said = {int(number) for number in re.findall(r"\d+", told)}
    label = schema.tables()["days"].fields["label_de"]["constraints"]["maxLength"]
    assert said == {*cell_rules.LIMITS.values(), cell_rules.LIMIT, label}
