"""What frictionless finds in the tables, said as a finding with its repair."""

from typing import Any

import pandas as pd
from frictionless import Error, FrictionlessException, Package, errors

from data import schema
from data.findings import Finding, Findings
from data.keys import Frames, unknown
from data.nearest import nearest
from data.schema import Table

#: frictionless stops listing here; its own limit of 1000 hides the rest of a broken file.
LIMIT = 100_000


def structure(frames: Frames) -> Findings:
    """Types, required cells, word lists, patterns and keys, as `datapackage.json` has them.

    The frames are those of `reading.read_in_part`: frictionless counts rows, their index
    has the lines. What needs a column or table that is not there is not checked.

    Raises
    ------
    DataError
        frictionless cannot use the descriptor.
    """
    resources = [_resource(frames, name) for name in frames]
    if not resources:
        return
    try:
        package = Package.from_descriptor({"name": "tables", "resources": resources})
        tasks = package.validate(limit_errors=LIMIT).tasks
    except FrictionlessException as error:
        raise schema.unusable(None, f"does not describe the tables ({error})") from error
    for task in tasks:
        for error in task.errors:
            # What is no fault of a row is one of the descriptor.
            if not isinstance(error, errors.RowError):
                raise schema.unusable(None, f"does not describe the tables ({error.message})")
            line = int(frames[task.name].index[error.row_number - 2])
            if text := _text(frames, task.name, line, error):
                yield Finding(task.name, line, text)


def _resource(frames: Frames, name: str) -> dict[str, Any]:
    """A table with that part of its schema that the columns at hand bear."""
    table, frame = schema.tables()[name], frames[name]
    fields = [field for field in table.schema["fields"] if field["name"] in frame]
    keys = [key for key in table.schema.get("foreignKeys", []) if _resolvable(frames, name, key)]
    part = {**table.schema, "fields": fields, "foreignKeys": keys}
    if not {*table.schema["primaryKey"]} <= {*frame}:
        del part["primaryKey"]
    rows = [list(frame), *frame.to_numpy(dtype=object).tolist()]
    return {"name": name, "data": rows, "schema": part}


def _resolvable(frames: Frames, name: str, key: dict[str, Any]) -> bool:
    target = frames.get(key["reference"]["resource"])
    fields = key["reference"]["fields"]
    return target is not None and {*fields} <= {*target} and {*key["fields"]} <= {*frames[name]}


def _text(frames: Frames, name: str, line: int, error: Error) -> str | None:
    """Finding and repair; None for what another finding says better: a date that is not
    EDTF (`date_rules`), a key that is doubled only because it is empty.
    """
    table, frame = schema.tables()[name], frames[name]
    row = frame.loc[line]
    if isinstance(error, errors.PrimaryKeyError):
        key = table.schema["primaryKey"]
        return _repeated(frame, row, key) if any(row[key]) else None
    if isinstance(error, errors.UniqueError):
        return _repeated(frame, row, [error.field_name])
    if isinstance(error, errors.ForeignKeyError):
        (field,) = error.field_names
        if not row[field]:
            return None
        return unknown(frames, field, row[field], error.reference_name, _around(frame, line, field))
    return _cell_text(table, error.field_name, row[error.field_name])


def _cell_text(table: Table, name: str, cell: str) -> str | None:
    if not cell:
        return f"{name} is empty; fill it in"
    if name in table.dates:
        return None
    constraints = table.fields[name].get("constraints", {})
    most = constraints.get("maxLength")
    if most and len(cell) > most:
        return f"{name} has {len(cell)} characters; shorten it to {most}"
    return f'{name} "{cell}" does not fit; write {_allowed(table.fields[name], cell)}'


def _around(frame: pd.DataFrame, line: int, field: str) -> tuple[str, ...]:
    """What the row's own id says of the key, else what the rows before and after have there."""
    if "id" in frame and field == "ags":
        return (frame.at[line, "id"].partition("-")[0],)
    place = frame.index.get_loc(line)
    return tuple(frame[field].iloc[max(place - 1, 0) : place + 2])


def _repeated(frame: pd.DataFrame, row: pd.Series, columns: list[str]) -> str:
    first = frame.index[(frame[columns] == row[columns]).all(axis="columns")][0]
    key = " ".join(row[columns])
    return f'{", ".join(columns)} "{key}" stands in line {first} already; change or delete one'


def _allowed(field: dict[str, Any], cell: str) -> str:
    """The word that may be meant and all that are allowed, or an example."""
    words = field.get("constraints", {}).get("enum")
    if not words:
        return f"it like {field['example']}"
    near = nearest(cell, words)
    meant = f"{near[0]} if that is meant, else " if len(near) == 1 else ""
    return f"{meant}one of: {', '.join(words)}"
