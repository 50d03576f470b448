"""What the commands share: options, one-line errors, and files that are whole or not there."""

import argparse
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from adoption.vocabulary import DEFINITIONS, READINGS
from components.base import stamp
from components.base.atlas import Atlas
from components.base.choice import parse_day, today
from components.base.wording import LANGUAGES
from components.printed.sheet import FORMATS, SHAPES

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
    made = commands.add_parser(
        name,
        help=summary,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=run, refuse=made.error)
    return made


def a_day(text: str) -> date:
    """The type of an option that is a day of the atlas."""
    try:
        return parse_day(text, today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def day(to: argparse.ArgumentParser, required: bool = False) -> None:
    """--day"""
    told = "as 2014-04-25" + ("" if required else "; default: today")
    default = None if required else today()
    to.add_argument("--day", type=a_day, required=required, default=default, help=told)


def definition(to: argparse.ArgumentParser) -> None:
    """--definition"""
    told = "what counts as having a KIZ; default: approved"
    to.add_argument("--definition", choices=DEFINITIONS, default="approved", help=told)


def reading(to: argparse.ArgumentParser) -> None:
    """--reading"""
    told = "certain: proved by that day; possible: not excluded; default: certain"
    to.add_argument("--reading", choices=READINGS, default="certain", help=told)


def language(to: argparse.ArgumentParser) -> None:
    """--lang"""
    to.add_argument("--lang", choices=LANGUAGES, default="de", help="default: de")


def site(to: argparse.ArgumentParser) -> None:
    """--site"""
    told = f"address of the atlas, for the link back; default: {stamp.ADDRESS_SETTING}, if set"
    to.add_argument("--site", default=stamp.site(), help=told)


def picture(to: argparse.ArgumentParser) -> None:
    """--format, --shape, --no-title"""
    to.add_argument("--format", choices=FORMATS, help="default: the ending of FILE")
    to.add_argument("--shape", choices=SHAPES, default="16:9", help="default: 16:9")
    told = "without the title block; source and licence stay"
    to.add_argument("--no-title", dest="titled", action="store_false", help=told)


def output(to: argparse.ArgumentParser, name: str = "FILE") -> None:
    """-o"""
    to.add_argument(
        "-o", "--output", type=Path, required=True, metavar=name, help="what is written"
    )


def format_of(options: argparse.Namespace, known: tuple[str, ...]) -> str:
    """The format that was asked for, else the one that the file's ending names."""
    kind = options.format or options.output.suffix.lstrip(".").lower()
    if kind not in known:
        finding = f'{options.output}: no format is called "{kind}"'
        options.refuse(f"{finding}; end the name with one of {', '.join(known)} or add --format")
    return kind


def write(options: argparse.Namespace, content: bytes) -> None:
    """Write the file in one step: it is whole or, when that fails, as it was before."""
    target = options.output
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        os.replace(draft, target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        options.refuse(f"{target}: cannot be written ({error.strerror}); name another file")
