"""The atlas without a browser: `python export.py status --day 2014-04-25`.

The same functions as the page; `--help` explains every command.
"""

import argparse
import signal
import sys
from datetime import date

from adoption.vocabulary import DEFINITIONS, READINGS
from components import exports
from components.choice import parse_day, today
from data import tables

STATUS_HELP = """\
Prints the status of all 54 districts at the end of a day as CSV (UTF-8):
ags,name,kind,regierungsbezirk,status,has_kiz,since,event_id,source,source_url

status    unknown, rejected, debated, decided, approved, open or closed
has_kiz   true or false, under the definition and in the reading asked for
since     the date of the event that proves the status, EDTF as the source gives it
event_id  that event in data/events.csv; source and source_url say who reports it
          (a source that is not on the net has no source_url)
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 with one line on a bad value, 1 on broken data."""
    options = parser().parse_args(arguments)
    try:
        known = tables.load()
    except tables.DataError as error:
        print(error, file=sys.stderr)
        return 1
    options.run(options, known)
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = _Parser(prog="export.py", description=__doc__.splitlines()[0])
    commands = root.add_subparsers(dest="command", required=True, parser_class=_Parser)
    status = commands.add_parser(
        "status",
        help="the 54 districts on a day, as CSV",
        description=STATUS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    status.add_argument("--day", type=_day, default=today(), help="as 2014-04-25; default: today")
    status.add_argument(
        "--definition", choices=DEFINITIONS, default="approved", help="default: approved"
    )
    status.add_argument("--reading", choices=READINGS, default="certain", help="default: certain")
    status.set_defaults(run=_status)
    return root


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without repeating the usage."""

    def error(self, message: str) -> None:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def _status(options: argparse.Namespace, known: tables.Tables) -> None:
    table = exports.status_table(
        known.districts,
        known.events,
        known.sources,
        options.day,
        options.definition,
        options.reading,
    )
    table.to_csv(sys.stdout, index=False, lineterminator="\n")


def _day(text: str) -> date:
    try:
        return parse_day(text, today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    # A reader such as `head` may close the pipe early; that is no error.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    raise SystemExit(main())
