"""The theme of a page before its first paint: a style and a script that the head waits for."""

from pathlib import Path

import htpy as h

from components.base import published, script
from components.base.memory import kept
from components.html import styles

_SHEET = Path(__file__).with_name("first.css")
_SCRIPT = Path(styles.__file__).parents[1] / "first.mjs"


def head() -> h.Fragment:
    """What stands in the head; the paper is dark from the start where the theme is."""
    style, first = files()
    return h.fragment[
        h.meta(name="color-scheme", content="light dark"),
        h.link(rel="stylesheet", href=f"./{style}"),
        h.script(src=f"./{first}"),
    ]


@kept(1)
def files() -> tuple[str, str]:
    """The addresses of the style and of the script."""
    sheet = styles.colours() + _SHEET.read_text("utf-8")
    return (
        published.publish_code("first", sheet.encode(), "css"),
        published.publish_code("theme", script.classic(_SCRIPT), "js"),
    )
