"""`export.py happened`: all that happened between two days, as CSV."""

import argparse
from functools import partial

from adoption.vocabulary import EFFECTS, ENTRIES, SHOWN
from commands import options, output
from components import downloads
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.downloads import terminal

HELP = f"""\
Prints every event, confirmation and step of the law from one day to another, both included,
as CSV (UTF-8):
{terminal.heading("happened")}

date        EDTF as the source gives it; first_day and last_day are its span. What is dated
            imprecisely is listed where its span and the days overlap
entry       {options.one_of(ENTRIES)} (of the law or its funding)
ags, name   the district; empty for a milestone
event, body what happened and who acted; of an event
shows       {options.one_of(SHOWN)}; of a confirmation
effect      {options.one_of(EFFECTS)} (no event): whether it changes
            what is certain of the district's status
status_before, status_after
            the certain status around the event; the same where it keeps it
changed_on  the day from which the change counts: for an imprecise date the end of its span
summary     in the language asked for
The rows stand in the order of first day, last day and id.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "all that happened between two days, as CSV"
    parser = options.command(commands, "happened", summary, HELP, run)
    options.from_to(parser)
    options.language(parser)
    output.file(parser, required=False)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the table."""
    options.in_order(chosen)
    choice = Choice(chosen.last, since_day=chosen.first)
    table = partial(downloads.table, "happened", atlas, choice)
    output.write_printed(chosen, table, chosen.lang)
