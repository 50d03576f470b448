"""`export.py totals`: every published total with its verdict, as CSV."""

import argparse
from functools import partial
from textwrap import fill

from adoption.vocabulary import DEFINITIONS, VERDICTS
from commands import options, output
from components import downloads
from components.base.atlas import Atlas
from components.base.choice import Choice, today
from components.base.wording import LANGUAGES
from components.downloads import terminal

_VERDICTS = fill(
    "; ".join(VERDICTS), 80, initial_indent=" " * 12, subsequent_indent=" " * 12
).strip()
HELP = f"""\
Prints every published total ("29 of 54") beside our own counts as CSV (UTF-8):
{terminal.heading("totals")}

date        the day that the total is true of, EDTF as the source gives it
of          what it is out of, as published; empty: the text gives no number
definition  what it counted: {options.one_of(DEFINITIONS)}; empty: something else
day         the day of that date on which it agrees best; the next four are ours of that day
certain     districts that certainly have a KIZ by name
possible    districts that cannot be excluded by name
lower,upper bounds of the number, from the names and from all totals that bind
            (out of 53: the city of Aachen and the StädteRegion count once in all four)
verdict     {_VERDICTS}
difference  the districts that it turns on: whose standing is undetermined on the day; of a
            contradiction those still without (total too high) or the last to come (too low)
reason      what speaks against a total that contradicts, and the note on any total
source      who published it; a source that is not on the net has no source_url
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "every published total with its verdict, as CSV"
    parser = options.command(commands, "totals", summary, HELP, run)
    meaning = "of the reasons; default: de"
    parser.add_argument("--lang", "--language", choices=LANGUAGES, default="de", help=meaning)
    output.file(parser, required=False)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the table, which is the same on every day."""
    table = partial(downloads.table, "totals", atlas, Choice(today()))
    output.write_printed(chosen, table, chosen.lang)
