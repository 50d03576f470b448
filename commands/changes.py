"""`export.py changes`: what changed between two days, as CSV."""

import argparse
import sys

from commands import options
from components.base.atlas import Atlas
from components.base.choice import today
from components.facts import changes

HELP = """\
Prints the districts whose status or count differs at the ends of two days as CSV (UTF-8):
ags,name,status_from,status_to,has_kiz_from,has_kiz_to,date,event_id

status_from, status_to    unknown, rejected, debated, decided, approved, open or closed
has_kiz_from, has_kiz_to  true or false, under the definition and in the reading asked for
date      of the event that brought the district into the count, else of the one that
          proves the status at the end; EDTF as the source gives it
event_id  that event in data/events.csv
The rows stand in the order of what happened; without a change there is only the heading.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "what changed between two days, as CSV"
    made = options.command(commands, "changes", summary, HELP, run)
    made.add_argument(
        "--from",
        dest="first",
        type=options.a_day,
        required=True,
        help="the first day, as 2014-04-25",
    )
    made.add_argument(
        "--to", dest="last", type=options.a_day, default=today(), help="the second; default: today"
    )
    options.definition(made)
    options.reading(made)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Print the table."""
    if chosen.last < chosen.first:
        finding = f"--to {chosen.last} is before --from {chosen.first}; swap the two days"
        chosen.refuse(finding)
    days = chosen.first, chosen.last
    frames = atlas.known.districts, atlas.known.events
    table = changes.changes_table(*frames, *days, chosen.definition, chosen.reading)
    table.to_csv(sys.stdout, index=False, lineterminator="\n")
