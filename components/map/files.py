"""Script, style and days of the map, as page, embed and edition hand them out."""

import json
from collections.abc import Mapping
from pathlib import Path

from components.base import published
from components.base import script as scripts
from components.base.memory import kept

_HERE = Path(__file__).parent
#: What the script of the days leaves for the other.
DAYS = "KIZ_DAYS"


def script() -> bytes:
    """All of `script/` as one classic script; it sets `window.KizMap`."""
    return scripts.classic(_HERE / "script" / "start.mjs")


def style() -> bytes:
    """The style sheet."""
    return (_HERE / "map.css").read_bytes()


@kept(1)
def addresses() -> tuple[str, str]:
    """The addresses of script and style."""
    return (
        published.publish_code("map", script(), "js"),
        published.publish_code("map", style(), "css"),
    )


def days_script(file: Mapping[str, object]) -> bytes:
    """What `days.day_file` returns as a classic script that sets `window.KIZ_DAYS`.

    It runs before `script`, which then sets the maps of the page in motion by itself.
    """
    content = json.dumps(file, ensure_ascii=False, separators=(",", ":"))
    return f"window.{DAYS}={content};\n".encode()
