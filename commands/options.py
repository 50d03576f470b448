"""What the commands share: options, one-line errors, the file that they write."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from adoption.vocabulary import DEFINITIONS, READINGS
from components.base import places, stamp
from components.base.atlas import Atlas
from components.base.choice import SHAPES, parse_day, today
from components.base.wording import LANGUAGES
from components.printed.finish import FORMATS
from data import writing

#: What `add_parser` returns for all commands.
Commands = argparse._SubParsersAction


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without repeating the usage."""

    def error(self, message: str) -> None:
        """Exit with 2 and finding and repair on standard error."""
        finding = " ".join(message.split())
        self.exit(2, f"{self.prog}: {finding}; see {self.prog} --help\n")


def command(
    commands: Commands,
    name: str,
    summary: str,
    description: str,
    run: Callable[[argparse.Namespace, Atlas], None],
) -> argparse.ArgumentParser:
    """A new command; `options.refuse(finding)` ends it with one line and exit code 2."""
    parser = commands.add_parser(
        name,
        help=summary,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run, refuse=parser.error)
    return parser


def one_of(words: Sequence[str]) -> str:
    """The words of a list as a sentence has them: `unknown, rejected or open`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def a_day(text: str) -> date:
    """The type of an option that is a day of the atlas."""
    try:
        return parse_day(text, today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def day(to: argparse.ArgumentParser, required: bool = False) -> None:
    """--day"""
    meaning = "as 2014-04-25" + ("" if required else "; default: today")
    default = None if required else today()
    to.add_argument("--day", type=a_day, required=required, default=default, help=meaning)


def from_to(to: argparse.ArgumentParser) -> None:
    """--from, --to"""
    meaning = "the first day, as 2014-04-25"
    to.add_argument("--from", dest="first", type=a_day, required=True, help=meaning)
    meaning = "the second; default: today"
    to.add_argument("--to", dest="last", type=a_day, default=today(), help=meaning)


def in_order(chosen: argparse.Namespace) -> None:
    """End the program if the second of the two days is before the first."""
    if chosen.last < chosen.first:
        finding = f"--to {chosen.last} is before --from {chosen.first}; swap the two days"
        chosen.refuse(finding)


def definition(to: argparse.ArgumentParser) -> None:
    """--definition"""
    meaning = "what counts as having a KIZ; default: approved"
    to.add_argument("--definition", choices=DEFINITIONS, default="approved", help=meaning)


def reading(to: argparse.ArgumentParser) -> None:
    """--reading"""
    meaning = "certain: proved by that day; possible: not excluded; default: certain"
    to.add_argument("--reading", choices=READINGS, default="certain", help=meaning)


def language(to: argparse.ArgumentParser) -> None:
    """--lang"""
    to.add_argument("--lang", choices=LANGUAGES, default="de", help="default: de")


def site(to: argparse.ArgumentParser) -> None:
    """--site"""
    meaning = f"address of the atlas, for the link back; default: {stamp.ADDRESS_SETTING}, if set"
    to.add_argument("--site", default=stamp.site(), help=meaning)


def picture(to: argparse.ArgumentParser) -> None:
    """--format, --shape, --no-title"""
    to.add_argument("--format", choices=FORMATS, help="default: the ending of FILE")
    meaning = "A4 is as high as the picture needs; default: 16:9"
    to.add_argument("--shape", choices=SHAPES, default=SHAPES[0], help=meaning)
    meaning = "without the title block; source and licence stay"
    to.add_argument("--no-title", dest="titled", action="store_false", help=meaning)


def output(to: argparse.ArgumentParser, name: str = "FILE") -> None:
    """-o"""
    to.add_argument(
        "-o", "--output", type=Path, required=True, metavar=name, help="what is written"
    )


def district(option: str, text: str, chosen: argparse.Namespace, atlas: Atlas) -> str:
    """The key of the district that a text calls by key, name, municipality or plate.

    What is not called exactly so, or is by several, ends the program with the nearest.
    """
    found = places.find(text, places.places(atlas.tables))
    if key := places.meant(found, places.ALSO):
        return key
    names = atlas.tables.districts.set_index("ags")["name"]
    near = [f"{names[key]} ({key})" for key in found["ags"].unique()[: places.NEAREST]]
    finding = f'{option}: "{text}" is not the key or name of one district'
    repair = f"write {one_of(near)}" if near else "write a key, as 05566"
    chosen.refuse(f"{finding}; {repair}")


def format_of(options: argparse.Namespace, formats: tuple[str, ...]) -> str:
    """The format that was asked for, else the one that the file's ending names."""
    kind = options.format or options.output.suffix.lstrip(".").lower()
    if kind not in formats:
        finding = f'{options.output}: no format is called "{kind}"'
        options.refuse(f"{finding}; end the name with one of {', '.join(formats)} or add --format")
    return kind


def write(options: argparse.Namespace, content: bytes) -> None:
    """Write the file of -o, whole or not at all; what cannot be written ends the program."""
    try:
        writing.write(options.output, content)
    except writing.WriteError as error:
        options.refuse(str(error))
