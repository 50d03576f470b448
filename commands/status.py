"""`export.py status`: the 54 districts on a day, as CSV."""

import argparse
from functools import partial

from adoption.vocabulary import STATUSES
from commands import options, output
from components import downloads
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.downloads import terminal

HELP = f"""\
Prints the status of all 54 districts at the end of a day as CSV (UTF-8):
{terminal.heading("status")}

status    {options.one_of(STATUSES)}
has_kiz   true or false, under the definition and in the reading asked for
has_kiz_since
          since when the KIZ that has_kiz counts has been there, EDTF, with the first and the
          last day on which it can have begun (has_kiz_since_first, has_kiz_since_last); empty
          where there is none, or, in the reading "possible", where none is certain
status_since
          the date of the event that proves the status, EDTF as the source gives it; under most
          definitions another event than the one that counts
event_id  that event in data/events.csv; source and source_url say who reports it
          (a source that is not on the net has no source_url)
confirmed when a text last shows the KIZ, EDTF, also after the day; it changes no status,
          and is empty where there is no KIZ on the day or no such text
`export.py table` gives more columns: what else is possible, how well the event proves it,
and which text confirms it.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = options.command(commands, "status", "the 54 districts on a day, as CSV", HELP, run)
    options.day(parser)
    options.definition(parser)
    options.reading(parser)
    output.file(parser, required=False)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the table."""
    choice = Choice(chosen.day, chosen.definition)
    table = partial(downloads.table, "status", atlas, choice, chosen.reading)
    output.write_printed(chosen, table)
