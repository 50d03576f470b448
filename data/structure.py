"""What frictionless finds in the tables, said as a finding with its repair."""

from typing import Any

import pandas as pd
from frictionless import Error, Package, errors

from data import schema
from data.findings import Finding, Findings
from data.schema import Table

#: frictionless stops listing here; its own limit of 1000 hides the rest of a broken file.
LIMIT = 100_000


def structure(frames: dict[str, pd.DataFrame]) -> Findings:
    """Types, required cells, word lists, patterns and keys, as `datapackage.json` has them.

    The frames are those of `reading.read`: frictionless counts rows, their index has the
    lines. A foreign key into a table that could not be read is not checked.
    """
    resources = [_resource(frames, name) for name in frames]
    if not resources:
        return
    package = Package.from_descriptor({"name": "tables", "resources": resources})
    for task in package.validate(limit_errors=LIMIT).tasks:
        table, frame = schema.tables()[task.name], frames[task.name]
        for error in task.errors:
            row = frame.iloc[error.row_number - 2]
            if text := _text(table, frame, row, error):
                yield Finding(table.name, int(row.name), text)


def _resource(frames: dict[str, pd.DataFrame], name: str) -> dict[str, Any]:
    table = schema.tables()[name]
    keys = [
        key for key in table.schema.get("foreignKeys", []) if key["reference"]["resource"] in frames
    ]
    rows = [table.columns, *frames[name].to_numpy(dtype=object).tolist()]
    return {"name": name, "data": rows, "schema": {**table.schema, "foreignKeys": keys}}


def _text(table: Table, frame: pd.DataFrame, row: pd.Series, error: Error) -> str | None:
    """Finding and repair; None for what another finding says better: a date that is not
    EDTF (`date_rules`), a key that is doubled only because it is empty.
    """
    if isinstance(error, errors.PrimaryKeyError):
        key = table.schema["primaryKey"]
        return _repeated(frame, row, key) if any(row[key]) else None
    if isinstance(error, errors.UniqueError):
        return _repeated(frame, row, [error.field_name])
    if isinstance(error, errors.ForeignKeyError):
        (field,) = error.field_names
        file = schema.tables()[error.reference_name].file
        return f'{field} "{row[field]}" is not in {file}; correct it or add it there'
    if not row[error.field_name]:
        return f"{error.field_name} is empty; fill it in"
    if error.field_name in table.dates:
        return None
    field = table.fields[error.field_name]
    return f'{error.field_name} "{row[error.field_name]}" does not fit; write {_allowed(field)}'


def _repeated(frame: pd.DataFrame, row: pd.Series, columns: list[str]) -> str:
    first = frame.index[(frame[columns] == row[columns]).all(axis="columns")][0]
    key = " ".join(row[columns])
    return f'{", ".join(columns)} "{key}" stands in line {first} already; change or delete one'


def _allowed(field: dict[str, Any]) -> str:
    words = field.get("constraints", {}).get("enum")
    return f"one of: {', '.join(words)}" if words else f"it like {field['example']}"
