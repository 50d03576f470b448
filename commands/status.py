"""`export.py status`: the 54 districts on a day, as CSV."""

import argparse
import sys

from commands import options
from components.base.atlas import Atlas
from components.facts import status_table

HELP = """\
Prints the status of all 54 districts at the end of a day as CSV (UTF-8):
ags,name,kind,regierungsbezirk,status,has_kiz,since,event_id,source,source_url

status    unknown, rejected, debated, decided, approved, open or closed
has_kiz   true or false, under the definition and in the reading asked for
since     the date of the event that proves the status, EDTF as the source gives it
event_id  that event in data/events.csv; source and source_url say who reports it
          (a source that is not on the net has no source_url)
`export.py table` gives more columns: what else is possible, how well the event proves it.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    made = options.command(commands, "status", "the 54 districts on a day, as CSV", HELP, run)
    options.day(made)
    options.definition(made)
    options.reading(made)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Print the table."""
    known = atlas.known
    frames = known.districts, known.events, known.sources
    table = status_table.status_table(*frames, chosen.day, chosen.definition, chosen.reading)
    table[status_table.STATUS_COLUMNS].to_csv(sys.stdout, index=False, lineterminator="\n")
