"""`export.py comparison`: two days, or two definitions, and what differs, as a picture."""

import argparse

from adoption.vocabulary import DEFINITIONS
from commands import options, picture
from components.base.atlas import Atlas
from components.facts.compare import USUAL_DAY

TEXT = """\
Writes two maps on one scale and their difference: of --day and --other-day, or of
--definition and --other-definition on one day.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = picture.command(commands, "comparison", "two maps and what differs", TEXT, run)
    other = parser.add_mutually_exclusive_group()
    meaning = f"the day to compare with, {options.A_DAY}; default: {USUAL_DAY}"
    other.add_argument("--other-day", type=options.a_day, help=meaning)
    meaning = "the definition to compare with, instead of a day"
    other.add_argument("--other-definition", choices=DEFINITIONS, default="", help=meaning)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the picture."""
    other = {"other_day": chosen.other_day, "other_definition": chosen.other_definition}
    picture.write("comparison", chosen, atlas, **other)
