"""The atlas without a browser: `python export.py status --day 2014-04-25`.

The same functions as the page; `--help` explains every command.
"""

import argparse
import signal
import sys
from datetime import date

from adoption.reconcile import reconcile
from adoption.series import episodes
from adoption.vocabulary import DEFINITIONS, READINGS
from components import changes_table, exports, reconciliation
from components.choice import parse_day, today
from components.wording import LANGUAGES, Wording
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

TOTALS_HELP = """\
Prints every published total ("29 of 54") beside our own counts as CSV (UTF-8):
id,date,count,of,definition,day,certain,possible,lower,upper,verdict,difference,reason,source,source_url

date        the day that the total is true of, EDTF as the source gives it
definition  what it counted: decided, approved, granted or open; empty: something else
day         the day of that date on which it agrees best; the next four are ours of that day
certain     districts that certainly have a KIZ by name
possible    districts that cannot be excluded by name
lower,upper bounds of the number, from the names and from all totals that bind
            (out of 53: the city of Aachen and the StädteRegion count once in all four)
verdict     agrees; agrees within the uncertainty; agrees, other denominator;
            counts something else; contradicts
difference  the districts that it turns on: whose standing is open on the day; of a
            contradiction those still without (total too high) or the last to come (too low)
reason      what speaks against a total that contradicts, and the note on any total
source      who published it; a source that is not on the net has no source_url
"""

CHANGES_HELP = """\
Prints the districts whose status or count differs at the ends of two days as CSV (UTF-8):
ags,name,status_from,status_to,has_kiz_from,has_kiz_to,date,event_id

status_from, status_to    unknown, rejected, debated, decided, approved, open or closed
has_kiz_from, has_kiz_to  true or false, under the definition and in the reading asked for
date      of the event that brought the district into the count, else of the one that
          proves the status at the end; EDTF as the source gives it
event_id  that event in data/events.csv
The rows stand in the order of what happened; without a change there is only the heading.
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
    totals = commands.add_parser(
        "totals",
        help="every published total with its verdict, as CSV",
        description=TOTALS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    totals.add_argument(
        "--language", choices=LANGUAGES, default="de", help="of the reasons; default: de"
    )
    totals.set_defaults(run=_totals)
    changes = commands.add_parser(
        "changes",
        help="what changed between two days, as CSV",
        description=CHANGES_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    changes.add_argument(
        "--from", dest="first", type=_day, required=True, help="the first day, as 2014-04-25"
    )
    changes.add_argument(
        "--to", dest="last", type=_day, default=today(), help="the second day; default: today"
    )
    changes.add_argument(
        "--definition", choices=DEFINITIONS, default="approved", help="default: approved"
    )
    changes.add_argument("--reading", choices=READINGS, default="certain", help="default: certain")
    changes.set_defaults(run=_changes, refuse=changes.error)
    return root


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without repeating the usage."""

    def error(self, message: str) -> None:
        finding = " ".join(message.split())
        self.exit(2, f"{self.prog}: {finding}; see {self.prog} --help\n")


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


def _totals(options: argparse.Namespace, known: tables.Tables) -> None:
    verdicts = reconcile(known.totals, episodes(known.events, known.districts))
    rows = reconciliation.compared(known.totals, verdicts, known.districts, known.sources)
    table = reconciliation.totals_table(rows, Wording(options.language))
    table.to_csv(sys.stdout, index=False, lineterminator="\n")


def _changes(options: argparse.Namespace, known: tables.Tables) -> None:
    if options.last < options.first:
        finding = f"--to {options.last} is before --from {options.first}; swap the two days"
        options.refuse(finding)
    table = changes_table.changes_table(
        known.districts,
        known.events,
        options.first,
        options.last,
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
