"""Script and style of the map, as page and edition hand them out."""

from pathlib import Path

from components.base import script as scripts

_HERE = Path(__file__).parent


def script() -> bytes:
    """All of `script/` as one classic script; it sets `window.KizMap`."""
    return scripts.classic(_HERE / "script" / "start.mjs")


def style() -> bytes:
    """The style sheet."""
    return (_HERE / "map.css").read_bytes()
