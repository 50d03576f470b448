"""`python -m data.check`: every table against `datapackage.json` and the rules of meaning.

Lists all problems of all tables as `file:line: finding; repair`; the schema's part is
frictionless's, so that `frictionless validate datapackage.json` agrees. What is wrong with
the columns comes first, then all that can be judged without them. A `warning` is allowed
once the row says that it knows (data/README.md, "The check").
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from data import (  # noqa: F401  register their rules
    agreement_rules,
    body_rules,
    clock,
    confirmation_rules,
    event_rules,
    identity_rules,
    key_rules,
    name_rules,
    order_rules,
    schema,
    source_rules,
    table_rules,
    text_rules,
)
from data.cell_rules import cells
from data.date_rules import dates
from data.findings import RULES, Finding, Findings, Rule
from data.problems import DataError, Problem, address
from data.reading import read, read_in_part
from data.schema import DATA
from data.structure import structure

Frames = dict[str, pd.DataFrame]


def problems(folder: Path = DATA, today: date | None = None) -> list[Problem]:
    """Every problem of the tables in `folder`, by table in the descriptor's order and line.

    A table that cannot be read is named, and the rules that need it wait; so do those that
    need a column that is missing. Without a descriptor there is nothing else to say.
    """
    try:
        return sorted(_found(folder, today or clock.today()), key=_place)
    except DataError as error:
        return list(error.problems)


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


def _place(problem: Problem) -> tuple[int, int]:
    files = [Path(table.file).name for table in schema.tables().values()]
    return files.index(Path(problem.file).name), problem.line or 0


def _found(folder: Path, today: date) -> Iterator[Problem]:
    _require_all_tables()
    frames, found = _read_all(folder)
    yield from found
    files = {name: address(folder / table.file) for name, table in schema.tables().items()}
    for table, line, text in (
        *_form(folder, frames),
        *structure(frames),
        *cells(frames),
        *dates(frames, today),
        *_meaning(frames),
    ):
        yield Problem(files[table], line, text)


def _require_all_tables() -> None:
    needed = dict.fromkeys(name for tables, _ in RULES for name in tables)
    if lacking := [name for name in needed if name not in schema.tables()]:
        raise schema.unusable(None, f"does not describe the tables {', '.join(lacking)}")


def _read_all(folder: Path) -> tuple[Frames, list[Problem]]:
    frames: Frames = {}
    found: list[Problem] = []
    for name, table in schema.tables().items():
        try:
            frames[name], faults = read_in_part(folder / table.file, table)
            found += faults
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
        elif b"\r" in raw:
            yield Finding(name, None, "has old Macintosh line ends (CR alone); run: make tidy")
        if not raw.endswith((b"\n", b"\r")):
            repair = "restore what is missing (git diff), or run: make tidy"
            yield Finding(
                name, raw.count(b"\n") + 1, f"ends within a line, as if cut off; {repair}"
            )
        header = raw.decode("utf-8-sig").splitlines()[0].replace('"', "").split(",")
        if header != table.columns and sorted(header) == sorted(table.columns):
            yield Finding(name, 1, "columns are in another order; run: make tidy")


def _meaning(frames: Frames) -> Findings:
    for tables, function in RULES:
        if frames.keys() >= {*tables}:
            yield from _judged(function, {name: frames[name] for name in tables})


def _judged(function: Rule, frames: Frames) -> list[Finding]:
    """What a rule finds; nothing where it asks for a column that is missing."""
    try:
        return list(function(*frames.values()))
    except KeyError:
        if all([*frame] == schema.tables()[name].columns for name, frame in frames.items()):
            raise
        return []


if __name__ == "__main__":
    sys.exit(main())
