"""`export.py curve`: how many have had a KIZ since 2012, as a picture."""

import argparse

from commands import options, picture
from components.base.atlas import Atlas
from components.base.choice import CURVES, ENDS, MEASURES

TEXT = """\
Writes the curve: the band of the number, the named counts, every comparable published total,
the steps of the law, and the day as a line. It ends after the last change, or on the day where
--ends today asks for it.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = picture.command(commands, "curve", "how many since 2012, as a picture", TEXT, run)
    meaning = "number of districts, their share, or that of the population; default: number"
    parser.add_argument("--measure", choices=MEASURES, default="number", help=meaning)
    meaning = "change: after the last change; today: on the day; default: change"
    parser.add_argument("--ends", choices=ENDS, default=ENDS[0], help=meaning)
    meaning = "the band and the documented count alone, each with its name"
    parser.add_argument("--simple", action="store_true", help=meaning)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the picture."""
    curve = CURVES[1 if chosen.simple else 0]
    shown = {"measure": chosen.measure, "ends": chosen.ends, "curve": curve}
    picture.write("curve", chosen, atlas, **shown)
