"""The one schema: what `datapackage.json` says of every table.

Names, order and types of the columns, word lists, keys and the order of the rows stand
there (Frictionless Data Package v2, https://datapackage.org) and nowhere in the code.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.problems import DataError, Problem

DESCRIPTOR = Path(__file__).parents[1] / "datapackage.json"
DATA = Path(__file__).parent
EDTF = "http://id.loc.gov/datatypes/edtf/"


@dataclass(frozen=True)
class Table:
    """One table of the descriptor.

    `schema` is its Table Schema as it stands there, `fields` the same by column name,
    in column order; `order` names the columns that the rows are sorted by.
    """

    name: str
    file: str
    schema: dict[str, Any]

    @property
    def fields(self) -> dict[str, dict[str, Any]]:
        return {field["name"]: field for field in self.schema["fields"]}

    @property
    def columns(self) -> list[str]:
        return list(self.fields)

    @property
    def dates(self) -> list[str]:
        """The columns that hold an EDTF date."""
        return [n for n, f in self.fields.items() if f.get("rdfType", "").startswith(EDTF)]

    @property
    def order(self) -> list[str]:
        return self.schema["orderedBy"]

    def enum(self, column: str) -> tuple[str, ...]:
        """The words that a column may hold; empty where it is free."""
        return tuple(self.fields[column].get("constraints", {}).get("enum", ()))


#: The bytes of the descriptor that all use, and those that this thread tries before.
_TAKEN: list[bytes] = []
_TRIED: ContextVar[bytes | None] = ContextVar("tried", default=None)


def descriptor() -> dict[str, Any]:
    """The descriptor as it was first read from the file, or as it was last `renewed`.

    Raises
    ------
    DataError
        The file is missing or is not JSON.
    """
    return _parsed(_content())


def tables() -> dict[str, Table]:
    """All tables by name, in the descriptor's order.

    Raises
    ------
    DataError
        The descriptor cannot be read, or does not describe tables as it should.
    """
    return _tables(_content())


@contextmanager
def renewed() -> Iterator[None]:
    """Try the descriptor as its file is now: in the block it holds for this thread alone, and once
    the block has ended well for all.

    Raises DataError where it cannot be read, or lacks what is asked of it for every file.
    """
    token = _TRIED.set(read := _read())
    try:
        _told(descriptor())
        tables()
        yield
        _TAKEN[:] = [read]
    finally:
        _TRIED.reset(token)


def _content() -> bytes:
    if (tried := _TRIED.get()) is not None:
        return tried
    if not _TAKEN:
        _TAKEN[:] = [_read()]
    return _TAKEN[0]


def _read() -> bytes:
    try:
        return DESCRIPTOR.read_bytes()
    except OSError as error:
        raise unusable(None, f"cannot be read ({error.strerror})") from error


@lru_cache(2)
def _parsed(content: bytes) -> dict[str, Any]:
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        raise unusable(error.lineno, f"is cut off or not JSON ({error.msg})") from error
    except UnicodeDecodeError as error:
        raise unusable(None, "is not UTF-8") from error
    except RecursionError as error:
        raise unusable(None, "is not JSON that can be read") from error


def _told(descriptor: dict[str, Any]) -> None:
    """Raise DataError where what all files say of themselves does not stand there."""
    try:
        (licence,) = descriptor["licenses"]
        said = [descriptor["version"], *(licence[field] for field in ("name", "path", "title"))]
        if not all(isinstance(text, str) for text in said):
            raise TypeError("they are texts")
    except (KeyError, TypeError, ValueError) as error:
        raise unusable(None, f"does not tell version and licence ({error})") from error


@lru_cache(2)
def _tables(content: bytes) -> dict[str, Table]:
    try:
        resources = [r for r in _parsed(content)["resources"] if r["type"] == "table"]
        return {resource["name"]: _table(resource) for resource in resources}
    except (KeyError, TypeError) as error:
        raise unusable(None, f"does not describe the tables ({error})") from error


def _table(resource: dict[str, Any]) -> Table:
    """A table with all that is asked of it later; KeyError where something is missing."""
    table = Table(resource["name"], Path(resource["path"]).name, resource["schema"])
    for name in (*table.order, *table.schema["primaryKey"]):
        table.fields[name]["type"]
    return table


def unusable(line: int | None, finding: str) -> DataError:
    """A fault of the descriptor, which is restored rather than mended."""
    repair = "restore it: git checkout datapackage.json"
    return DataError(Problem(DESCRIPTOR.name, line, f"{finding}; {repair}"))
