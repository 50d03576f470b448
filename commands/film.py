"""`export.py film`: the map month by month, as an animation."""

import argparse
from functools import partial

from commands import options, output
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.printed import pictures
from components.printed.order import Order

HELP = """\
Writes the map month by month from the law to the day, as an animated GIF or WebP of 1200 by
675 dots, for what cannot play the page: date and count on each frame, the day held at the end.
The same input gives the same bytes.
"""


def register(commands: options.Commands) -> None:
    """Add the command."""
    parser = options.command(commands, "film", "the map month by month, as GIF or WebP", HELP, run)
    options.day(parser)
    options.definition(parser)
    meaning = "default: the ending of FILE"
    parser.add_argument("--format", choices=pictures.FILMS, help=meaning)
    options.language(parser)
    options.site(parser)
    output.file(parser)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the animation."""
    kind = output.format_of(chosen, pictures.FILMS, "a film")
    choice = Choice(chosen.day, chosen.definition, language=chosen.lang)
    order = Order("film", choice, site=chosen.site)
    output.write(chosen, partial(pictures.film, order, atlas, kind))
