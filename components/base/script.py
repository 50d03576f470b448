"""Scripts in several parts, joined into one file.

Each part is a module that imports what it uses, with the path where that lies. The browser gets
one file: from file:// no module loads, and a file with a hash in its name cannot be imported by
the name that stands in a part.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def module(file: Path) -> bytes:
    """A part and all that it imports as one module, each before those that use it."""
    return "\n".join(_bare(part) for part in parts(file)).encode()


def classic(file: Path) -> bytes:
    """The same as a classic script, which leaves no name behind but those that it gives away."""
    return b'"use strict";\n(function () {\n' + module(file) + b"}());\n"


def parts(file: Path) -> list[Path]:
    """The files of a script, this one last."""
    imported = [file.parent / path for path in _IMPORT.findall(file.read_text("utf-8"))]
    before = [part for one in imported for part in parts(one.resolve())]
    return list(dict.fromkeys([*before, file]))


def _bare(part: Path) -> str:
    """A part without what only a module may say."""
    return _EXPORT.sub("", _IMPORT.sub("", part.read_text("utf-8")))
