"""What the commands share: options and one-line errors."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from adoption.vocabulary import DEFINITIONS, READINGS
from components.base import VERSION, places, settings, stamp
from components.base.atlas import Atlas
from components.base.choice import SHAPES, parse_day, today
from components.base.wording import LANGUAGES, Wording
from components.printed.finish import FORMATS
from data import tables, writing
from data.problems import visible

#: How the help says what a day may be.
A_DAY = "as 2014-04-25, today or yesterday"
#: What `add_parser` returns for all commands.
Commands = argparse._SubParsersAction


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without repeating the usage."""

    def error(self, message: str) -> None:
        """Exit with 2 and finding and repair on standard error."""
        finding = visible(" ".join(message.split()))
        self.exit(2, f"{self.prog}: {finding}; see {self.prog} --help\n")

    def print_help(self, file: None = None) -> None:
        """Print it; what cannot be printed is an error like any other."""
        self.tell(self.format_help())

    def tell(self, text: str) -> None:
        """Print a text on standard output, in UTF-8."""
        try:
            writing.print_out(text.encode())
        except writing.WriteError as error:
            self.error(str(error))


class Version(argparse.Action):
    """--version: the program's and that of the data, which is computed only then."""

    def __call__(self, parser: Parser, *given: object) -> None:
        """Print them and exit."""
        try:
            data = tables.version()
        except OSError as error:
            parser.error(f"{error.filename}: cannot be read ({error.strerror}); restore it")
        parser.tell(f"{Wording('en')('title')} {VERSION}, data {data}\n")
        parser.exit()


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
    """The type of an option that is a day of the atlas: `today`, `yesterday`, 2014-04-25."""
    last = today()
    named = {"today": last, "yesterday": last - timedelta(days=1)}
    try:
        return named[text] if text in named else parse_day(text, last)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def day(to: argparse.ArgumentParser) -> None:
    """--day"""
    meaning = f"{A_DAY}; default: today"
    to.add_argument("--day", type=a_day, default=today(), help=meaning)


def from_to(to: argparse.ArgumentParser) -> None:
    """--from, --to"""
    meaning = f"the first day, {A_DAY}"
    to.add_argument("--from", dest="first", type=a_day, required=True, help=meaning)
    meaning = "the second, likewise; default: today"
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
    meaning = "certain: documented by that day; possible: not excluded; default: certain"
    to.add_argument("--reading", choices=READINGS, default="certain", help=meaning)


def language(to: argparse.ArgumentParser) -> None:
    """--lang"""
    to.add_argument("--lang", choices=LANGUAGES, default="de", help="default: de")


def a_site(text: str) -> str:
    """The type of an option that is the address of an atlas; empty is none."""
    try:
        return settings.site(text) if text else ""
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def site(to: argparse.ArgumentParser) -> None:
    """--site"""
    variable = settings.variable("address")
    meaning = f"address of the atlas, for the link back; default: {variable}, if set"
    to.add_argument("--site", type=a_site, default=stamp.site(), help=meaning)


def picture(to: argparse.ArgumentParser) -> None:
    """--format, --shape, --no-title"""
    to.add_argument("--format", choices=FORMATS, help="default: the ending of FILE")
    meaning = "A4 is as high as the picture needs; default: 16:9"
    to.add_argument("--shape", choices=SHAPES, default=SHAPES[0], help=meaning)
    meaning = "without the title block; source and licence stay"
    to.add_argument("--no-title", dest="titled", action="store_false", help=meaning)


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
