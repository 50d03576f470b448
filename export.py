"""The atlas without a browser: `python export.py map --day 2015-09-24 -o map.pdf`.

The same composition as the pages: pictures, tables, factsheets, a whole static edition.
`--help` explains every command; each is a file in `commands/`.
"""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # While the libraries are read, which takes a second, Ctrl-C just ends the program: within
    # them it would be a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import argparse
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
from components.base.settings import SettingError
from data.tables import DataError
from geo.boundaries import BoundaryError

#: In the order of `--help`: pictures, sheets, tables, the whole.
COMMANDS = (
    *(map, curve, multiples, comparison, timeline, film),
    *(factsheet, table, status, changes, happened, totals, publish),
    edition,
)
EPILOG = """\
exit code: 0 it worked; 1 the data are broken; 2 a value or a place cannot be used, which one
line on standard error explains; 130 interrupted. Files are written whole or not at all.
"""
UNUSABLE, INTERRUPTED = 2, 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code of EPILOG, where a bad value ends the program."""
    try:
        chosen = parser().parse_args(arguments)
        chosen.run(chosen, Atlas.load())
    except (DataError, BoundaryError) as error:
        print(error, file=sys.stderr)
        return 1
    except SettingError as error:
        print(f"export.py: {error}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("export.py: interrupted", file=sys.stderr)
        return INTERRUPTED
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = options.Parser(prog="export.py", description=__doc__.splitlines()[0], epilog=EPILOG)
    root.add_argument("--version", action=options.Version, nargs=0, help="of program and data")
    commands = root.add_subparsers(dest="command", required=True, parser_class=options.Parser)
    for one in COMMANDS:
        one.register(commands)
    return root


if __name__ == "__main__":
    # A reader such as `head` may close the pipe early; that is no error.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # From here on an interruption is told, and what was begun is cleared away.
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    raise SystemExit(main())
