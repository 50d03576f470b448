"""Fills in the templates beside it, as the image of nginx does with envsubst.

`python3 deploy/nginx/render.py nginx.env /etc/nginx/conf.d` needs nothing but Python. A variable
that the environment has wins over the file; nginx.env.example explains all of them.
"""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
TEMPLATES, EXAMPLE = HERE / "templates", HERE / "nginx.env.example"
ENDING = ".template"
_BLANK = re.compile(r"\$\{([A-Z_]+)\}")
#: What may stay empty: a site that lies under no path.
OPTIONAL = {"ATLAS_PATH"}


class RenderError(ValueError):
    """A value that is missing or unknown; place, finding and repair in one line."""


def values(text: str, place: str = "nginx.env") -> dict[str, str]:
    """The lines NAME=value of a file; raises RenderError for a line that is none."""
    said = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or name not in names():
            known = ", ".join(sorted(names()))
            raise RenderError(f"{place}:{number}: {name!r} is no variable; write one of: {known}")
        said[name] = value.strip()
    return said


def names() -> set[str]:
    """Every variable of the templates."""
    return {name for file in _templates() for name in _BLANK.findall(file.read_text("utf-8"))}


def rendered(said: Mapping[str, str]) -> dict[str, str]:
    """Each file of the configuration by its path below conf.d; raises RenderError."""
    for name in sorted(names() - OPTIONAL):
        if not said.get(name, "").strip():
            raise RenderError(f"{name} is not set; write it as {EXAMPLE.name} does")
    return {
        file.relative_to(TEMPLATES).as_posix().removesuffix(ENDING): _BLANK.sub(
            lambda blank: said.get(blank[1], ""), file.read_text("utf-8")
        )
        for file in _templates()
    }


def write(said: Mapping[str, str], folder: Path) -> None:
    """Write the configuration into a folder, for nginx alone: it has the key."""
    for path, text in rendered(said).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(text, "utf-8")


def _templates() -> list[Path]:
    return sorted(TEMPLATES.rglob(f"*{ENDING}"))


def main(arguments: list[str]) -> int:
    """Render as the command line says; 2 with a line of what is wrong."""
    if len(arguments) != 2:
        print(f"usage: {Path(__file__).name} nginx.env /etc/nginx/conf.d", file=sys.stderr)
        return 2
    file, folder = map(Path, arguments)
    try:
        said = values(file.read_text("utf-8"), file.name)
        write(said | {name: os.environ[name] for name in names() & {*os.environ}}, folder)
    except (RenderError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
