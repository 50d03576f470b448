"""Where a command writes: a file, standard output or a folder; and in which format."""

import argparse
from collections.abc import Callable
from pathlib import Path

from commands import options, progress
from components import downloads
from components.downloads import terminal
from components.printed import pictures
from components.printed.finish import FORMATS
from data import writing

#: Every ending that says what is in a file of the atlas.
ENDINGS = frozenset((*FORMATS, *pictures.FILMS, *downloads.FORMATS))
#: What stands for standard output.
STANDARD = "-"


def file(to: argparse.ArgumentParser, required: bool = True) -> None:
    """-o FILE; None is standard output, which is the default where it is not required."""
    meaning = f"a file, or {STANDARD} for standard output" + ("" if required else ", the default")
    to.add_argument("-o", "--output", type=_a_file, required=required, metavar="FILE", help=meaning)


def folder(to: argparse.ArgumentParser, default: Path | None = None, usual: str = "") -> None:
    """-o DIR; `usual` is what the help calls the default."""
    meaning = "the folder that is written" + (f"; default: {usual}" if usual else "")
    required = default is None
    to.add_argument(
        *("-o", "--output"),
        type=_a_folder,
        required=required,
        default=default,
        metavar="DIR",
        help=meaning,
    )


def format_of(chosen: argparse.Namespace, formats: tuple[str, ...], what: str) -> str:
    """The format that was asked for, else the one that the file's ending names.

    One that `what` is not written in, and an ending that says another, end the program.
    """
    kind = chosen.format or _ending(chosen)
    if not kind:
        named = chosen.output or "standard output"
        chosen.refuse(f"{named}: no ending says the format; add --format {options.one_of(formats)}")
    if kind not in formats:
        finding = f'{what} has no format "{kind}", but {", ".join(formats)}'
        chosen.refuse(f"{finding}; end the name with one of these or add --format")
    agree(chosen, kind)
    return kind


def agree(chosen: argparse.Namespace, kind: str) -> None:
    """End the program if the file's ending says that it holds something else than `kind`."""
    ending = _ending(chosen)
    if ending in ENDINGS - {kind}:
        finding = f"{chosen.output}: would be {kind} under a name that ends with .{ending}"
        chosen.refuse(f"{finding}; end it with .{kind}, or ask for another format")


def write(chosen: argparse.Namespace, make: Callable[[], bytes]) -> None:
    """Make a file and write it to -o, whole or not at all; what cannot be ends the program."""
    try:
        if chosen.output:
            writing.check(chosen.output)
        with progress.seconds(chosen.output.name if chosen.output else "standard output"):
            content = make()
        if chosen.output:
            writing.write(chosen.output, content)
        else:
            writing.print_out(content)
    except writing.WriteError as error:
        chosen.refuse(str(error))


def write_printed(
    chosen: argparse.Namespace, make: Callable[[], downloads.Table], language: str = "de"
) -> None:
    """Write what is printed of a table, as CSV."""
    agree(chosen, "csv")
    write(chosen, lambda: terminal.printed(make(), language).encode())


def _ending(chosen: argparse.Namespace) -> str:
    """What the file's name ends with, in small letters and without the dot."""
    return chosen.output.suffix.lstrip(".").lower() if chosen.output else ""


def _a_file(text: str) -> Path | None:
    return None if text == STANDARD else Path(text)


def _a_folder(text: str) -> Path:
    if text == STANDARD:
        raise argparse.ArgumentTypeError("many files cannot be printed; name a folder")
    return Path(text)
