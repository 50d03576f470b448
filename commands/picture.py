"""What the commands share that write a picture."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from commands import options, output
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.printed import pictures
from components.printed.finish import FORMATS
from components.printed.order import Order

HELP = """\
The same input gives the same bytes. PNG has 300 dpi; text is text in SVG and PDF, and both
hold the fonts that they use. Day, definition, source, licence and a link back stand on it.
"""


def command(
    commands: options.Commands,
    name: str,
    summary: str,
    description: str,
    run: Callable[[argparse.Namespace, Atlas], None],
) -> argparse.ArgumentParser:
    """A new command with the options of every picture."""
    parser = options.command(commands, name, summary, f"{description}\n{HELP}", run)
    options.day(parser)
    options.definition(parser)
    options.picture(parser)
    options.language(parser)
    options.site(parser)
    output.file(parser)
    return parser


def write(name: str, chosen: argparse.Namespace, atlas: Atlas, **choice: object) -> None:
    """Write the picture of that name; `choice` is what the command adds to day and definition."""
    kind = output.format_of(chosen, FORMATS, "a picture")
    settled = replace(Choice(chosen.day, chosen.definition, language=chosen.lang), **choice)
    order = Order(name, settled, chosen.shape, chosen.titled, chosen.site)
    output.write(chosen, partial(pictures.file, order, atlas, kind))


def district(chosen: argparse.Namespace, atlas: Atlas) -> str:
    """The key of the district that --ags means; empty where it was left out."""
    return options.district("--ags", chosen.ags, chosen, atlas) if chosen.ags else ""
