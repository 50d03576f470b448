"""`export.py film`: the map month by month, as an animation."""

import argparse

from commands import options
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.printed import pictures

HELP = """\
Writes the map month by month from the law to the day, as an animated GIF or WebP of 1200 by
675 dots, for what cannot play the page: date and count on each frame, the day held at the end.
The same input gives the same bytes.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    made = options.command(commands, "film", "the map month by month, as GIF or WebP", HELP, run)
    options.day(made)
    options.definition(made)
    told = "default: the ending of FILE"
    made.add_argument("--format", choices=pictures.FILMS, help=told)
    options.language(made)
    options.site(made)
    options.output(made)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the animation."""
    kind = options.format_of(chosen, pictures.FILMS)
    choice = Choice(chosen.day, chosen.definition, language=chosen.lang)
    options.write(chosen, pictures.film(atlas, choice, Wording(chosen.lang), kind, chosen.site))
