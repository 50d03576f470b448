"""`export.py map`: the map of a day as a picture."""

import argparse

from commands import options, picture
from components.base.atlas import Atlas
from components.base.choice import COLOURINGS, LABELS

TEXT = """\
Writes the map of a day with its legend: which of the 54 have a KIZ, how far each has come, or
since when each has its own.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = picture.command(commands, "map", "the map of a day as a picture", TEXT, run)
    meaning = "whether it has one, its status, or since when; default: has"
    parser.add_argument("--colouring", choices=COLOURINGS, default="has", help=meaning)
    meaning = "names of those without while they are few, of all cities, or none; default: few"
    parser.add_argument("--label", choices=LABELS, default=LABELS[0], help=meaning)
    parser.add_argument("--ags", default="", help="a district to outline, as 05566 or Steinfurt")


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the picture."""
    ags = picture.district(chosen, atlas)
    shown = {"colouring": chosen.colouring, "label": chosen.label, "ags": ags}
    picture.write("map", chosen, atlas, **shown)
