"""`export.py curve`: how many have had a KIZ since 2012, as a picture."""

import argparse

from commands import options, picture
from components.base.atlas import Atlas
from components.base.choice import MEASURES

TEXT = """\
Writes the curve: the band of the number, the named counts, every comparable published total,
the steps of the law, and the day as a line. It ends with the year of the last change, or on
the day if that is later.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = picture.command(commands, "curve", "how many since 2012, as a picture", TEXT, run)
    meaning = "number of districts, their share, or that of the population; default: number"
    parser.add_argument("--measure", choices=MEASURES, default="number", help=meaning)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the picture."""
    picture.write("curve", chosen, atlas, measure=chosen.measure)
