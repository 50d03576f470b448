"""`export.py timeline`: the way of one district, as a picture."""

import argparse

from commands import options, picture
from components.base.atlas import Atlas

TEXT = """\
Writes the way of one district: a row per event, a bar where only a span of days is known.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = picture.command(commands, "timeline", "the way of one district", TEXT, run)
    parser.add_argument("--ags", required=True, help="the district, as 05566 or Steinfurt")


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the picture."""
    picture.write("timeline", chosen, atlas, ags=picture.district(chosen, atlas))
