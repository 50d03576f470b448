"""`export.py totals`: every published total with its verdict, as CSV."""

import argparse
import sys

from commands import options
from components.base.atlas import Atlas
from components.base.wording import LANGUAGES, Wording
from components.facts import totals
from components.words import totals as totals_words

HELP = """\
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
difference  the districts that it turns on: whose standing is undetermined on the day; of a
            contradiction those still without (total too high) or the last to come (too low)
reason      what speaks against a total that contradicts, and the note on any total
source      who published it; a source that is not on the net has no source_url
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "every published total with its verdict, as CSV"
    made = options.command(commands, "totals", summary, HELP, run)
    told = "of the reasons; default: de"
    made.add_argument("--lang", "--language", choices=LANGUAGES, default="de", help=told)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Print the table."""
    known = atlas.known
    rows = totals.compared(known.totals, atlas.verdicts, known.districts, known.sources)
    table = totals_words.totals_table(rows, Wording(chosen.lang))
    table.to_csv(sys.stdout, index=False, lineterminator="\n")
