"""`python -m data.tidy [--check]`: every table in its canonical form.

UTF-8 without a byte order mark, LF, commas, quotes only where needed, the schema's
columns in its order, rows sorted as `orderedBy` in `datapackage.json` says, so that a
difference between two versions shows what changed and nothing else.
"""

import argparse
import difflib
import sys
from datetime import date
from pathlib import Path
from typing import Any

from adoption.dates import DateError, event_span, span
from data import schema, writing
from data.problems import DataError, Problem, address
from data.reading import read
from data.schema import DATA, Table


def canonical(path: Path, table: Table) -> bytes:
    """The table's file as it should be.

    A date sorts by its first, then its last possible day, every other cell as text.

    Raises
    ------
    DataError
        The file or a date to sort by cannot be read.
    """
    frame = read(path, table)
    keys = []
    for line, row in frame.iterrows():
        try:
            keys.append([_key(row, column, table) for column in table.order])
        except DateError as error:
            raise DataError(Problem(address(path), line, f"date {error}")) from error
    order = sorted(range(len(frame)), key=keys.__getitem__)
    return frame.iloc[order].to_csv(index=False, lineterminator="\n").encode()


def main(arguments: list[str] | None = None) -> int:
    """Rewrite what is not canonical; with --check only show it, and return 1 if there is any.

    A file that cannot be read or written is named, left as it is and makes the result 1.
    """
    parser = argparse.ArgumentParser(prog="python -m data.tidy", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, print a diff")
    parser.add_argument("--folder", type=Path, default=DATA, help="folder of the CSV files")
    options = parser.parse_args(arguments)
    try:
        tables = schema.tables().values()
    except DataError as error:
        print(error)
        return 1
    failed = False
    for table in tables:
        path = options.folder / table.file
        try:
            wanted = canonical(path, table)
            if wanted != path.read_bytes():
                failed |= options.check
                _show(path, wanted) if options.check else _tidy(path, wanted)
        except (DataError, writing.WriteError) as error:
            print(error)
            failed = True
    return int(failed)


def _key(row: Any, column: str, table: Table) -> Any:
    if column not in table.dates:
        return row[column]
    if "event" in table.fields:
        return event_span(row[column], row["event"])
    first, last = span(row[column])
    return first or date.min, last


def _show(path: Path, wanted: bytes) -> None:
    """The difference as a unified diff; line ends and a byte order mark count as one."""
    name = address(path)
    before = path.read_bytes().decode().splitlines(keepends=True)
    diff = difflib.unified_diff(before, wanted.decode().splitlines(keepends=True), name, name)
    sys.stdout.writelines(diff)
    print(f"{name}: not in canonical form; run: make tidy")


def _tidy(path: Path, wanted: bytes) -> None:
    writing.write(path, wanted)
    print(f"{address(path)}: tidied")


if __name__ == "__main__":
    sys.exit(main())
