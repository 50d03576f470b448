"""`export.py publish`: the tables for machines as files, for a host that runs no program."""

import argparse
from pathlib import Path

from commands import options, output, progress
from components.base.atlas import Atlas
from components.base.choice import today
from components.downloads.addresses import publish_tables
from data import writing

#: Where they are written if nothing else is asked for.
FOLDER = Path(__file__).parents[1] / "static" / "data"
HELP = """\
Writes every table as CSV and JSON into a folder, with an index of them: what the dashboard
serves under app/static/data, for any other host. Status and holdouts are of today, so run it
once a day. What has not changed is left alone.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "the tables for machines, as files in a folder"
    parser = options.command(commands, "publish", summary, HELP, run)
    options.site(parser)
    output.folder(parser, FOLDER, "static/data, wherever it is started")


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the files that have changed."""
    try:
        with progress.seconds(str(chosen.output)):
            publish_tables(atlas, today(), chosen.output, chosen.site)
    except writing.WriteError as error:
        chosen.refuse(str(error))
