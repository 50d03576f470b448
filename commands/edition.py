"""`export.py edition`: a whole static site of a day, for a file system or any static host."""

import argparse
import os
import signal
import sys

from commands import options, output, progress
from components.base.atlas import Atlas
from components.base.choice import Choice
from edition.build import PARTS, build
from edition.folder import FolderError

HELP = """\
Writes a self-contained static site of a day into a folder: map with its time, curve, a page
per district, tables, pictures, factsheets and checksums, in German and in English.

It opens from the file system (index.html) and from any static host, and asks no other host
for anything. The same day, tables and packages give the same bytes; `sha256sum -c SHA256SUMS`
in the folder checks them. The folder takes its place only when it is whole: an interrupted
run leaves nothing behind, and an edition that stands there already is replaced at the end.
"""
#: How a shell names a program that was interrupted.
INTERRUPTED = 130


def register(commands: options.Commands) -> None:
    """Add the command."""
    summary = "a whole static site of a day, with everything to take along"
    parser = options.command(commands, "edition", summary, HELP, run)
    options.day(parser)
    options.definition(parser)
    meaning = "pages and factsheets of these only, as 05154,Steinfurt,LEV; the map stays whole"
    parser.add_argument("--only", metavar="KEY,KEY", default="", help=meaning)
    options.site(parser)
    parser.add_argument(
        "--quiet", action="store_true", help="without progress, which only a terminal gets"
    )
    output.folder(parser)


def run(chosen: argparse.Namespace, atlas: Atlas) -> None:
    """Write the edition; a terminal is told of each part."""
    keys = _keys(chosen, atlas)
    # Whoever ends the program politely gets the same as with Ctrl-C: nothing left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    report = (lambda part, done, of: None) if chosen.quiet else _tell
    choice = Choice(chosen.day, chosen.definition)
    try:
        workers = os.cpu_count() or 1
        build(atlas, choice, chosen.output, keys, chosen.site, report, workers=workers)
    except FolderError as error:
        chosen.refuse(str(error))
    except KeyboardInterrupt:
        progress.show("")
        print(f"{chosen.output}: interrupted, nothing was written", file=sys.stderr)
        sys.exit(INTERRUPTED)


def _keys(chosen: argparse.Namespace, atlas: Atlas) -> tuple[str, ...]:
    """The districts asked for by key or name; what means none ends the program."""
    districts = list(atlas.tables.districts["ags"])
    asked = filter(None, (text.strip() for text in chosen.only.split(",")))
    keys = [options.district("--only", text, chosen, atlas) for text in asked]
    return tuple(key for key in districts if key in keys)


def _tell(part: str, done: int, of: int) -> None:
    """One line per part, which stays once it is whole."""
    place = list(PARTS).index(part) + 1
    progress.show(f"{place}/{len(PARTS)} {part}: {done} of {of}", "\n" if done == of else "")
