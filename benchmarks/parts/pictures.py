"""A picture of the map in each format: the atlas's, an empty sheet saved (floor), and Kaleido's.

Kaleido (in the column of naive) lets a running browser take a map of Plotly's, without the title,
legend and source that ours have.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import kaleido
import plotly.graph_objects as go
from kaleido import PageGenerator

from benchmarks.in_browser import found
from benchmarks.pages.plain_map import figure
from benchmarks.parts.rules import took
from benchmarks.rows import Row
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.printed import pictures
from components.printed.finish import DPI, FORMATS, finished
from components.printed.order import Order
from components.printed.paper import SHAPES
from components.words.headline import Headline

PART = "pictures"
DAY = date(2015, 9, 24)
SHAPE = "16:9"
#: What an empty sheet says.
NOTHING = Headline("", [])
REPEATS = 5
#: Dots of the figure before Kaleido makes as many of them as a PNG of ours has.
WIDTH = 1067

Draw = Callable[[], bytes]


def measure(quick: bool) -> list[Row]:
    """Draw the map of a day in every format.

    Raises
    ------
    ValueError
        Kaleido drew no areas: then a comparison says nothing.
    """
    atlas, choice = Atlas.load(), Choice(DAY)
    order, repeats = Order("map", choice, SHAPE), 1 if quick else REPEATS
    paper, rows = order.paper(atlas), []
    with _by_browser(figure(atlas.standings(DAY, choice.definition))) as theirs:
        if theirs["svg"]().count(b"<path") < len(atlas.areas):
            raise ValueError("Kaleido drew no areas; see that its page finds the topology")
        for kind in FORMATS:

            def empty(kind: str = kind) -> bytes:
                return finished(paper.sheet(NOTHING), kind, paper.stamp, paper.words)

            def ours(kind: str = kind) -> bytes:
                return pictures.file(order, atlas, kind)

            times = [_took(draw, repeats) for draw in (ours, empty, theirs[kind])]
            rows.append(Row(PART, f"map, {kind.upper()}", "ms", *times))
    return rows


def _took(draw: Draw, repeats: int) -> float:
    """Median milliseconds, after a picture that fills what is kept."""
    draw()
    return took(draw, repeats)


@contextmanager
def _by_browser(shown: go.Figure) -> Iterator[dict[str, Draw]]:
    """How Kaleido makes the figure in each format, its browser running."""
    os.environ["BROWSER_PATH"] = found()
    with tempfile.TemporaryDirectory() as folder:
        # Without this Plotly asks another host for a map of the world and draws nothing.
        empty = '{type:"Topology",objects:{},arcs:[]}'
        assets = Path(folder) / "assets.js"
        assets.write_text(f"window.PlotlyGeoAssets={{topojson:{{world_110m:{empty}}}}}", "utf-8")
        kaleido.start_sync_server(page_generator=PageGenerator(mathjax=False, others=[assets]))
        try:
            yield {kind: _drawing(shown, kind) for kind in FORMATS}
        finally:
            kaleido.stop_sync_server()


def _drawing(shown: go.Figure, kind: str) -> Draw:
    dots = SHAPES[SHAPE][0] * DPI / WIDTH
    size = {"width": WIDTH, "height": round(WIDTH * 9 / 16)}
    opts = {"format": kind, "scale": dots if kind == "png" else 1, **size}
    return lambda: kaleido.calc_fig_sync(shown, opts=opts)
