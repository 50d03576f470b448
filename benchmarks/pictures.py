"""What a picture of the map costs, against an empty sheet and against a browser (Kaleido).

`python -m benchmarks.pictures` prints a table; README.md beside this file explains it. Kaleido
is no requirement of the atlas: without it, or without Chromium, its rows are left out.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import plotly.graph_objects as go

from benchmarks.map_move import naive
from benchmarks.status import measured
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.printed import pictures
from components.printed.finish import DPI, FORMATS, finished
from components.printed.order import Order
from components.printed.paper import SHAPES
from components.words.headline import Headline

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests"))
DAY = date(2015, 9, 24)
SHAPE = "16:9"
#: What an empty sheet says.
NOTHING = Headline("", [])
REPEATS = 7
#: Dots of the figure before Kaleido makes as many of them as a PNG of ours has.
WIDTH = 1067


def browser() -> str:
    """Why Kaleido cannot be measured, in one line; empty if it can."""
    try:
        import kaleido  # noqa: F401
    except ImportError:
        return "Kaleido is not installed; pip install kaleido to compare with it"
    import chromium

    if not (path := chromium.find()):
        return "no Chromium was found; CHROMIUM=/path/to/chromium names one"
    os.environ["BROWSER_PATH"] = path
    return ""


def by_browser(figure: go.Figure) -> dict[str, Callable[[], bytes]]:
    """How Kaleido makes the figure in each format; its browser is running when this returns."""
    import kaleido
    from kaleido import PageGenerator

    # Without this Plotly asks another host for a map of the world and draws nothing.
    empty = '{type:"Topology",objects:{},arcs:[]}'
    assets = Path(tempfile.mkdtemp()) / "assets.js"
    assets.write_text(f"window.PlotlyGeoAssets={{topojson:{{world_110m:{empty}}}}}", "utf-8")
    page = PageGenerator(mathjax=False, others=[assets])
    kaleido.start_sync_server(page_generator=page)
    size = {"width": WIDTH, "height": round(WIDTH * 9 / 16)}
    dots = SHAPES[SHAPE][0] * DPI / WIDTH

    def draw(kind: str) -> Callable[[], bytes]:
        opts = {"format": kind, "scale": dots if kind == "png" else 1, **size}
        return lambda: kaleido.calc_fig_sync(figure, opts=opts)

    return {kind: draw(kind) for kind in FORMATS}


def main() -> None:
    """Measure everything in one run and print it.

    Raises
    ------
    SystemExit
        Kaleido drew no areas: then a comparison says nothing.
    """
    atlas, choice = Atlas.load(), Choice(DAY)
    order = Order("map", choice, SHAPE)
    paper = order.paper(atlas)
    missing = browser()
    theirs, started = {}, None
    if not missing:
        begun = time.perf_counter()
        theirs = by_browser(naive(atlas.standings(DAY, choice.definition)))
        theirs["png"]()
        started = time.perf_counter() - begun
    if theirs and theirs["svg"]().count(b"<path") < len(atlas.areas):
        raise SystemExit("Kaleido drew no areas; see that its page finds the topology")
    print(missing or "Kaleido: a map of Plotly's alone, its browser already running")
    if started:
        print(f"the first PNG, its browser started for it: {started * 1000:,.0f} ms")
    print(f"{'':28}{'ms':>10}{'x floor':>10}{'kaleido ms':>12}{'is':>10}")
    for kind in FORMATS:
        empty = _best(
            lambda kind=kind: finished(paper.sheet(NOTHING), kind, paper.stamp, paper.words)
        )
        ours = _best(lambda kind=kind: pictures.file(order, atlas, kind))
        slow = _best(theirs[kind]) if theirs else None
        _line(f"{kind}: empty sheet (floor)", empty, empty)
        _line(f"{kind}: map with title and legend", ours, empty, slow)
    for name in pictures.PICTURES[1:]:
        other = Order(name, Choice(DAY, ags="05566"), SHAPE)
        taken = _best(lambda other=other: pictures.file(other, atlas, "png"))
        print(f"{f'png: {name}':28}{taken * 1000:>10,.0f}")


def _best(work: Callable[[], object]) -> float:
    """Median seconds, after one run that fills the caches."""
    work()
    return measured(work, REPEATS)


def _line(name: str, seconds: float, lowest: float, slow: float | None = None) -> None:
    text = f"{name:34}{seconds * 1000:>4,.0f}{seconds / lowest:>10,.1f}"
    if slow:
        text += f"{slow * 1000:>12,.0f}{slow / seconds:>8,.2f} x"
    print(text)


if __name__ == "__main__":
    main()
