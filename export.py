"""The atlas without a browser: `python export.py map --day 2015-09-24 -o map.pdf`.

The same composition as the pages: pictures, tables, factsheets, a whole static edition.
`--help` explains every command; each is a file in `commands/`.
"""

import argparse
import signal
import sys

from commands import (
    changes,
    comparison,
    curve,
    edition,
    factsheet,
    film,
    happened,
    map,
    multiples,
    options,
    publish,
    status,
    table,
    timeline,
    totals,
)
from components.base.atlas import Atlas
from data.tables import DataError
from geo.boundaries import BoundaryError

#: In the order of `--help`: pictures, sheets, tables, the whole.
COMMANDS = (
    *(map, curve, multiples, comparison, timeline, film),
    *(factsheet, table, status, changes, happened, totals, publish),
    edition,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 with one line on a bad value, 1 on broken data."""
    chosen = parser().parse_args(arguments)
    try:
        atlas = Atlas.load()
    except (DataError, BoundaryError) as error:
        print(error, file=sys.stderr)
        return 1
    chosen.run(chosen, atlas)
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = options.Parser(prog="export.py", description=__doc__.splitlines()[0])
    commands = root.add_subparsers(dest="command", required=True, parser_class=options.Parser)
    for one in COMMANDS:
        one.register(commands)
    return root


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    # A reader such as `head` may close the pipe early; that is no error.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    raise SystemExit(main())
