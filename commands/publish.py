"""`export.py publish`: the tables at their addresses for machines, before anybody has asked."""

import argparse
from pathlib import Path

from commands import options
from components.base.atlas import Atlas
from components.base.choice import today
from components.downloads.addresses import publish_tables
from data import writing

#: Where they are written.
FOLDER = Path(__file__).parents[1] / "static" / "data"
HELP = """\
Writes every table as CSV and JSON into static/data, where the dashboard serves it under
app/static/data: addresses that stay. Status and holdouts are of today; run it once a day
where nobody opens the dashboard. `make run` does it before it starts.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "the tables for machines, in static/data"
    parser = options.command(commands, "publish", summary, HELP, run)
    options.site(parser)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the files that have changed."""
    try:
        publish_tables(atlas, today(), FOLDER, chosen.site)
    except writing.WriteError as error:
        chosen.refuse(str(error))
