"""`python -m data.check`: every table against `datapackage.json` and the rules of meaning.

Lists all problems of all tables as `file:line: finding; repair`; the schema's part is
frictionless's, so that `frictionless validate datapackage.json` agrees.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

import pandas as pd

from data import event_rules, schema, table_rules, text_rules  # noqa: F401  register their rules
from data.date_rules import dates
from data.findings import RULES, Finding, Findings
from data.reading import DataError, Problem, address, read
from data.schema import DATA
from data.structure import structure

Frames = dict[str, pd.DataFrame]


def problems(folder: Path = DATA, today: date | None = None) -> list[Problem]:
    """Every problem of the tables in `folder`, by table in the descriptor's order and line.

    A table that cannot be read is named, and the rules that need it wait.
    """
    frames, found = _read_all(folder)
    findings = [*_form(folder, frames), *structure(frames), *_meaning(frames, today)]
    files = {name: address(folder / table.file) for name, table in schema.tables().items()}
    found += [Problem(files[table], line, text) for table, line, text in findings]
    order = list(files.values())
    return sorted(found, key=lambda problem: (order.index(problem.file), problem.line or 0))


def main(arguments: list[str] | None = None) -> int:
    """Print all problems and their number, or one line that there are none; 1 on any."""
    parser = argparse.ArgumentParser(prog="python -m data.check", description=main.__doc__)
    parser.add_argument("--folder", type=Path, default=DATA, help="folder of the CSV files")
    folder = parser.parse_args(arguments).folder
    found = problems(folder)
    for problem in found:
        print(problem)
    if found:
        print(f"data: {len(found)} problem{'s' if len(found) > 1 else ''}")
        return 1
    tables = schema.tables().values()
    rows = sum(len(read(folder / table.file, table)) for table in tables)
    print(f"data: {len(tables)} tables, {rows} rows, no problems")
    return 0


def _read_all(folder: Path) -> tuple[Frames, list[Problem]]:
    frames: Frames = {}
    found: list[Problem] = []
    for name, table in schema.tables().items():
        try:
            frames[name] = read(folder / table.file, table)
        except DataError as error:
            found += error.problems
    return frames, found


def _form(folder: Path, frames: Frames) -> Findings:
    """What can be read all the same and `data.tidy` repairs."""
    for name in frames:
        table = schema.tables()[name]
        raw = (folder / table.file).read_bytes()
        if raw.startswith(b"\xef\xbb\xbf"):
            yield Finding(name, 1, "begins with a byte order mark; run: make tidy")
        if b"\r\n" in raw:
            yield Finding(name, None, "has Windows line ends; run: make tidy")
        header = raw.decode("utf-8-sig").partition("\n")[0].strip().replace('"', "")
        if header.split(",") != table.columns:
            yield Finding(name, 1, "columns are in another order; run: make tidy")


def _meaning(frames: Frames, today: date | None) -> Findings:
    yield from dates(frames, today or date.today())
    for tables, function in RULES:
        if all(name in frames for name in tables):
            yield from function(*(frames[name] for name in tables))


if __name__ == "__main__":
    sys.exit(main())
