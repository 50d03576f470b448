"""What a page needs for its first message, named in its head: else the browser asks for it only
when the message comes, one after the other, while the server is busy with the run.
"""

import re
from functools import cache

import htpy as h

from components.map import files
from server.asking import Asked
from server.shell import INDEX

#: The parts of Streamlit's that draw what all pages are made of: HTML and components.
DRAWING = ("Html", "BidiComponent")
#: The pages that have the time, and with it the script and the style of the map; one of them has
#: it once a district is chosen.
TIMED = (
    *("karte", "ohne", "aenderungen", "verlauf", "kreis", "vergleich"),
    *("mitnehmen", "leichte-sprache"),
)
_PARTS = INDEX.parent / "static" / "js"
_IMPORT = re.compile(r'\b(?:from|import)\s*"\./([\w.-]+\.js)"')


def head(asked: Asked) -> h.Fragment:
    """Links that let the browser fetch it all after what the page itself asks for."""
    return h.fragment[
        [_module(f"./static/js/{part}", crossorigin=True) for part in parts()],
        asked.page in TIMED and (asked.page != "kreis" or asked.choice.ags) and _map(),
    ]


def _map() -> h.Fragment:
    script, style = files.addresses()
    return h.fragment[
        _module(f"./{script}"),
        h.link(rel="preload", as_="style", href=f"./{style}", fetchpriority="low"),
    ]


def _module(address: str, **more: bool) -> h.Element:
    return h.link(rel="modulepreload", href=address, fetchpriority="low", **more)


@cache
def parts() -> list[str]:
    """The files of DRAWING and all that they import, without those that Streamlit's page names."""
    named, found = INDEX.read_text("utf-8"), []
    waiting = [file.name for part in DRAWING for file in sorted(_PARTS.glob(f"{part}.*.js"))]
    while waiting:
        part = waiting.pop(0)
        if part not in named and part not in found:
            found.append(part)
            waiting += _IMPORT.findall((_PARTS / part).read_text("utf-8"))
    return found
