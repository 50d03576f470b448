"""The one schema: what `datapackage.json` says of every table.

Names, order and types of the columns, word lists, keys and the order of the rows stand
there (Frictionless Data Package v2, https://datapackage.org) and nowhere in the code.
"""

import json
from dataclasses import dataclass
from functools import cache
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


@cache
def descriptor() -> dict[str, Any]:
    """The descriptor as it is read from the file.

    Raises
    ------
    DataError
        The file is missing or is not JSON.
    """
    try:
        return json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise unusable(error.lineno, f"is cut off or not JSON ({error.msg})") from error
    except UnicodeDecodeError as error:
        raise unusable(None, "is not UTF-8") from error
    except OSError as error:
        raise unusable(None, f"cannot be read ({error.strerror})") from error


@cache
def tables() -> dict[str, Table]:
    """All tables by name, in the descriptor's order.

    Raises
    ------
    DataError
        The descriptor cannot be read, or does not describe tables as it should.
    """
    try:
        resources = [r for r in descriptor()["resources"] if r["type"] == "table"]
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
