"""`export.py factsheet`: one page A4 for a district, or for the state on a day, as PDF."""

import argparse
from dataclasses import replace

from commands import options
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
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
    made = options.command(commands, "factsheet", summary, HELP, run)
    told = "key of a district, as 05154; default: NRW, the whole state"
    made.add_argument("--ags", metavar="KEY", default=STATE, help=told)
    options.day(made)
    options.definition(made)
    options.language(made)
    options.site(made)
    options.output(made)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the file."""
    words = Wording(chosen.lang)
    choice = Choice(chosen.day, chosen.definition, language=chosen.lang)
    if chosen.ags.upper() == STATE:
        content = factsheets.state(atlas, choice, words, chosen.site)
    else:
        _check(chosen, atlas)
        choice = replace(choice, ags=chosen.ags)
        content = factsheets.district(atlas, chosen.ags, choice, words, chosen.site)
    options.write(chosen, content)


def _check(chosen: argparse.Namespace, atlas: Atlas) -> None:
    keys = sorted(atlas.known.districts["ags"])
    if chosen.ags not in keys:
        finding = f'--ags: no district has the key "{chosen.ags}"'
        repair = f"take one of data/districts.csv ({keys[0]} to {keys[-1]}) or {STATE}"
        chosen.refuse(f"{finding}; {repair}")
