"""How a fault in a file is said: `data/events.csv:17: finding; repair`."""

import re
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

#: A quoted cell is shown up to here; a whole page in one cell hides the finding.
SHOWN = 80
_LONG = re.compile(rf'"([^"]{{{SHOWN - 20}}})[^"]{{21,}}"')


class Problem(NamedTuple):
    """A finding with its address: `data/events.csv:17: finding; repair`."""

    file: str
    line: int | None
    text: str

    def __str__(self) -> str:
        line = "" if self.line is None else f":{self.line}"
        return f"{self.file}{line}: {_plain(self.text)}"


class DataError(ValueError):
    """Tables that cannot be read; `problems` lists every reason with its address."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def address(path: Path) -> str:
    """How a file is named in a message: with its folder, on every machine alike."""
    return f"{path.resolve().parent.name}/{path.name}"


def visible(text: str) -> str:
    """A text that a terminal cannot misread: what cannot be seen is written as `\\u202e`."""
    return "".join(
        character if category(character)[0] not in "CZ" or character == " " else _code(character)
        for character in text
    )


def _plain(text: str) -> str:
    return _LONG.sub(r'"\1…"', visible(text))


def _code(character: str) -> str:
    return f"\\u{ord(character):04x}"
