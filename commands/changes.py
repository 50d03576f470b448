"""`export.py changes`: what changed between two days, as CSV."""

import argparse
from functools import partial

from adoption.vocabulary import STATUSES
from commands import options, output
from components import downloads
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.downloads import terminal

HELP = f"""\
Prints the districts whose status or count differs at the ends of two days as CSV (UTF-8):
{terminal.heading("changes")}

status_from, status_to    {options.one_of(STATUSES)}
has_kiz_from, has_kiz_to  true or false, under the definition and in the reading asked for
date      of the event that brought the district into the count, else of the one that
          proves the status at the end; EDTF as the source gives it
event_id  that event in data/events.csv
The rows stand in the order of what happened; without a change there is only the heading.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "what changed between two days, as CSV"
    parser = options.command(commands, "changes", summary, HELP, run)
    options.from_to(parser)
    options.definition(parser)
    options.reading(parser)
    output.file(parser, required=False)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the table."""
    options.in_order(chosen)
    choice = Choice(chosen.last, chosen.definition, since_day=chosen.first)
    table = partial(downloads.table, "changes", atlas, choice, chosen.reading)
    output.write_printed(chosen, table)
