"""A table as the bytes of a file: which formats there are, and what the file is called."""

from collections.abc import Sequence

from components.base import taken
from components.base.choice import Choice
from components.base.wording import Wording
from components.downloads import columnar, delimited, geodata, records, workbook
from components.downloads.tables import ON_THE_MAP, Table, begun

FORMATS = ("csv", "xlsx", "json", "geojson", "gpkg", "parquet")


def formats_of(name: str) -> tuple[str, ...]:
    """The formats that make sense for a table: on a map only what is one row per district."""
    if name in ON_THE_MAP:
        return FORMATS
    return tuple(kind for kind in FORMATS if kind not in ("geojson", "gpkg"))


def written(
    table: Table, kind: str, words: Wording, numbers: str = "international", bom: bool = False
) -> bytes:
    """The table in a format of FORMATS; the same table gives the same bytes.

    Explanations, title and citation are in the language of `words`, in JSON in both. `numbers`
    (one of `delimited.NUMBERS`) and `bom` are for CSV; the other formats have types of their own.

    Raises
    ------
    ValueError
        The table has no such format, or no numbers are written so.
    """
    if kind not in formats_of(table.name):
        formats = ", ".join(formats_of(table.name))
        raise ValueError(f'table {table.name} has no format "{kind}"; use one of {formats}')
    if numbers not in delimited.NUMBERS:
        ways = ", ".join(delimited.NUMBERS)
        raise ValueError(f'no numbers are written "{numbers}"; use one of {ways}')
    if kind == "csv":
        return delimited.csv(table, words, numbers, bom)
    if kind == "json":
        return records.json(table)
    makers = {
        "xlsx": workbook.xlsx,
        "geojson": geodata.geojson,
        "gpkg": geodata.gpkg,
        "parquet": columnar.parquet,
    }
    return makers[kind](table, words)


def file_name(table: Table, kind: str) -> str:
    """What a file of this table is called: `named`."""
    choice, version = table.stamp.choice, table.stamp.version
    return _named(table.name, table.scope, choice, version, kind, table.reading)


def named(table: str, choice: Choice, version: str, kind: str) -> str:
    """Such as `kiz-atlas-status-2015-09-24-approved.csv`; the table need not be made for it.

    The reading stands there where it is not the certain one. A table that is the same on
    every day has the data version, without its plus sign, which addresses misread.
    """
    return _named(table, taken.TABLES[table].scope, begun(table, choice), version, kind)


def _named(
    table: str,
    scope: Sequence[str],
    choice: Choice,
    version: str,
    kind: str,
    reading: str = "certain",
) -> str:
    parts = {
        "from": choice.since_day.isoformat() if choice.since_day else "",
        "day": choice.day.isoformat(),
        "definition": choice.definition,
        "reading": "" if reading == "certain" else reading,
    }
    scoped = [parts[name] for name in scope if parts[name]]
    if "day" not in scope:
        scoped.append(version.replace("+", "-"))
    return f"{'-'.join(['kiz-atlas', table, *scoped])}.{kind}"
