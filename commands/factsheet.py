"""`export.py factsheet`: one page A4 for a district, or for the state on a day, as PDF."""

import argparse
from functools import partial

from commands import options, output
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.printed import factsheets

#: The key that means the whole state, the default.
STATE = "NRW"
HELP = """\
Writes a factsheet as PDF, always one page A4.

--ags 05154   the district: status and headline of the day, key figures, neighbours, the
              way as a drawing, the newest events with their sources; the history is whole,
              what came after the day says so
--ags NRW     the state on the day, as without --ags: map, counts, coverage, curve, who has
              none, the latest changes

The same input gives the same bytes.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "one page A4 for a district or the state, as PDF"
    parser = options.command(commands, "factsheet", summary, HELP, run)
    meaning = "key or name of a district, as 05154 or Kleve; default: NRW, the whole state"
    parser.add_argument("--ags", metavar="KEY", default=STATE, help=meaning)
    options.day(parser)
    options.definition(parser)
    options.language(parser)
    options.site(parser)
    output.file(parser)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the file."""
    output.agree(chosen, "pdf")
    choice = Choice(chosen.day, chosen.definition, _ags(chosen, atlas), chosen.lang)
    output.write(chosen, partial(factsheets.file, atlas, choice, chosen.site))


def _ags(chosen: argparse.Namespace, atlas: Atlas) -> str:
    """The key of the district that --ags means; empty for the state."""
    if chosen.ags.upper() == STATE:
        return ""
    return options.district("--ags", chosen.ags, chosen, atlas)
