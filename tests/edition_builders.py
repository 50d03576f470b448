"""A small edition, built once for all tests that look at one, and the command that writes it."""

import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

from curated import atlas

from commands import edition, options
from components.base.choice import Choice
from edition import factsheets, pictures
from edition.build import build

ROOT = Path(__file__).parents[1]
DAY, EARLY = date(2015, 9, 24), date(2012, 12, 31)
FILMED = date(2012, 3, 31)
#: Two that refused and the city whose key is longer than the others'.
KEYS = ("05154", "05334002", "05566")
#: What can be made quickly; tables, pictures and factsheets have tests of their own.
PARTS = ("pages", "assets", "licences")
SITE = "https://integrationsatlas.example.org/nrw"
_kept = []


@cache
def built(day: date = DAY) -> Path:
    """The folder of an edition, gone with the process."""
    _kept.append(tempfile.TemporaryDirectory())
    folder = Path(_kept[-1].name) / "edition"
    quick(folder, day=day)
    return folder


def quick(folder: Path, workers: int = 1, day: date = DAY) -> None:
    """What can be made quickly, of three districts."""
    build(atlas(), Choice(day), folder, KEYS, parts=PARTS, workers=workers)


def whole(folder: Path, workers: int = 1) -> None:
    """Everything that an edition can hold, of one district and a day with a film of two months;
    what is drawn in one language alone.
    """
    german = ("de",)
    with patch.object(pictures, "LANGUAGES", german), patch.object(factsheets, "LANGUAGES", german):
        build(atlas(), Choice(FILMED), folder, KEYS[-1:], SITE, workers=workers)


def command(arguments: list[str]) -> None:
    """What `export.py edition` does with these arguments."""
    parser = options.Parser(prog="export.py")
    edition.register(parser.add_subparsers(parser_class=options.Parser))
    chosen = parser.parse_args(["edition", *arguments])
    chosen.run(chosen, atlas())


if __name__ == "__main__":
    if len(sys.argv) > 2:
        command(sys.argv[1:])
    else:
        whole(Path(sys.argv[1]), 2)
