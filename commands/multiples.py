"""`export.py multiples`: the ends of the years 2012 to 2018 side by side, as a picture."""

import argparse

from commands import options, picture
from components.base.atlas import Atlas

TEXT = """\
Writes the maps of the ends of the years 2012 to 2018 on one sheet, whatever the day.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    picture.command(commands, "multiples", "the years 2012 to 2018, as a picture", TEXT, run)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the picture."""
    picture.write("multiples", chosen, atlas)
