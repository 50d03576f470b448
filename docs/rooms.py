"""Draws the rooms of the house as docs/rooms.svg, from the README's table of who may import whom.

`python docs/rooms.py` after that table or the first line of a room's docstring has changed; a
test compares the picture with what this would draw.
"""

import ast
import re
from pathlib import Path
from typing import NamedTuple

import htpy as h

ROOT = Path(__file__).parents[1]
PICTURE = Path(__file__).parent / "rooms.svg"
HEADER = "| place | may import of ours |"
WIDE, ROW, GAP, EDGE, SIDE = 860, 30, 6, 20, 175
INK, PAPER, LINE, STREAMLIT = "#1b2733", "#ffffff", "#c5ccd2", "#dbe7f3"


class Room(NamedTuple):
    """A row of the table: its places, what it may import, whether it may use Streamlit."""

    places: list[str]
    imports: str
    streamlit: bool


def rooms(readme: str) -> list[Room]:
    """The rows of the table in its order: from what stands on nothing to what stands on all."""
    rows = readme[readme.index(HEADER) :].split("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [
        Room(re.findall(r"`([^`]+)`", places), imports.replace("`", ""), streamlit == "yes")
        for places, imports, streamlit, _ in cells
    ]


def purpose(place: str) -> str:
    """The first line of what a folder or a file says of itself."""
    path = ROOT / place
    text = (path / "__init__.py" if path.is_dir() else path).read_text("utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").splitlines()[0].replace("`", "")


def drawn(rows: list[Room]) -> str:
    """The picture: the ground floor below, every row standing on those under it."""
    high = len(rows) * (ROW + GAP) + 2 * EDGE
    boxes = [_box(row, place, len(rows)) for place, row in enumerate(rows)]
    label = "The rooms of the project: each may import only from those below it"
    picture = h.svg(
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE} {high}",
        role="img",
        aria_label=label,
        font_family="Source Sans 3, Source Sans Pro, Helvetica, Arial, sans-serif",
        font_size="14",
    )[h.rect(width=str(WIDE), height=str(high), fill=PAPER), boxes]
    return f"{picture}\n".replace("<text", "\n<text").replace("<rect", "\n<rect")


def _box(row: Room, place: int, count: int) -> list[h.Element]:
    top = EDGE + (count - 1 - place) * (ROW + GAP)
    frame = {"x": EDGE, "y": top, "width": WIDE - 2 * EDGE, "height": ROW, "rx": 3}
    middle = top + ROW / 2 + 5
    fill = STREAMLIT if row.streamlit else PAPER
    names = ", ".join(row.places)
    told = purpose(row.places[0]) if len(row.places) == 1 else f"imports {row.imports}"
    at = EDGE + 12 + (SIDE if len(names) < 24 else 1.4 * SIDE)
    return [
        h.rect(frame, fill=fill, stroke=LINE),
        h.text(x=str(EDGE + 12), y=str(middle), font_weight="600", fill=INK)[names],
        h.text(x=str(at), y=str(middle), font_size="12.5", fill=INK)[told],
    ]


if __name__ == "__main__":
    PICTURE.write_text(drawn(rooms((ROOT / "README.md").read_text("utf-8"))), "utf-8")
