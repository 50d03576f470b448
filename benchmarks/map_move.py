"""What the map costs in the browser: first sight, a move of the day, playing; against a floor.

`python -m benchmarks.map_move` prints tables; README.md beside this file explains them. Run by
Streamlit with the word `naive` or `floor` behind it, this file is itself the page to compare with.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import geopandas as gpd
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
LOADS, MOVES, FEW = 5, 30, 6
PLAYED_S = 60
START_LIMIT_S = 120
STILL_S = 0.5  # longer than the script waits before it tells the server
#: Each page: how to start it, where to open it, and what is there once it is first seen.
PAGES = {
    "floor": (["benchmarks/map_move.py", "floor"], "", "p, label"),
    "naive": (["benchmarks/map_move.py", "naive"], "", "p, label"),
    "ours": (["app.py"], "?tag=2015-08-31", ".map .areas path:nth-child(54)"),
    "ours, a district": (
        ["app.py"],
        "?tag=2015-08-31&kreis=05154",
        ".map .areas path:nth-child(54)",
    ),
}
#: Notes when the part is first there, drawn, in ms from the navigation; and by how much
#: things shift in that frame and after it.
SEEN = """part => {
  const shifts = []; let before = 0;
  new PerformanceObserver(list => shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
  window.shifted = () => shifts.filter(one => one.startTime >= window.since)
    .reduce((sum, one) => sum + one.value, 0);
  const look = now => {
    if (document.querySelector(part)?.getBoundingClientRect().width > 0) {
      window.since = before;
      requestAnimationFrame(() => { window.seen = performance.now() });
      return;
    }
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
#: Notes how long it takes from a key to the frame in which the headline is another one.
MOVED = """() => {
  window.moves = [];
  const line = () => document.querySelector("h1, [data-testid=stText]").textContent;
  addEventListener("keydown", event => {
    const before = line(), begun = event.timeStamp;
    const look = () => {
      if (line() === before) { requestAnimationFrame(look); return; }
      setTimeout(() => window.moves.push(performance.now() - begun));
    };
    look();
  }, true);
}"""
#: Notes how far the frames lie apart.
FRAMES = """() => {
  window.frames = []; let last = performance.now();
  const look = now => { window.frames.push(now - last); last = now; requestAnimationFrame(look) };
  requestAnimationFrame(look);
}"""
OURS = """() => performance.getEntriesByType("resource")
  .filter(one => one.name.includes("/app/static/"))
  .reduce((sum, one) => sum + one.encodedBodySize, 0)"""
PLOTLY = """() => performance.getEntriesByType("resource")
  .filter(one => /plotly/i.test(one.name)).length"""


def draw(kind: str) -> None:
    """The page to compare with: a slider over the months, and below it the map one writes first."""
    import streamlit as st

    from adoption.status import status_on
    from components.base.choice import day_of, months
    from data import tables

    known = st.cache_resource(tables.load)()
    now = date(2026, 11, 1)
    month = st.select_slider("Monat", months(now), value=date(2015, 8, 1), key="month")
    st.text(f"{month:%m/%Y}")
    if kind == "floor":
        return
    st.plotly_chart(naive(status_on(known.events, known.districts, day_of(month, now), "certain")))


def naive(shown: pd.DataFrame) -> go.Figure:
    """The map that one writes first, of a frame with ags and status: all geometry in it."""
    areas = gpd.read_file(ROOT / "geo" / "districts.geojson").set_index("ags").geometry
    # Against RFC 7946 Plotly takes a ring that runs counter-clockwise for the rest of the world.
    areas = json.loads(areas.orient_polygons(exterior_cw=True).to_json())
    figure = px.choropleth(shown, geojson=areas, locations="ags", color="status")
    return figure.update_geos(fitbounds="locations", visible=False)


@contextmanager
def served(script: list[str]) -> Iterator[str]:
    """The address of a page, started for as long as it is measured."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = [sys.executable, "-m", "streamlit", "run", *options, *script]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ, **quiet)
    try:
        address = f"http://127.0.0.1:{port}"
        await_health(address)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def await_health(address: str) -> None:
    """Return once the server answers; raises TimeoutError when it does not in time."""
    end = time.monotonic() + START_LIMIT_S
    while time.monotonic() < end:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"{address}: no answer after {START_LIMIT_S} s; does the page start alone?")


def still(page: object) -> None:
    """Return once nothing has come over the wire for a while."""
    before = None
    while before != len(page.ws_bytes) or not before:
        before = len(page.ws_bytes)
        page.wait_for_timeout(STILL_S * 1000)


class Measured(NamedTuple):
    """Of one page: ms to first sight, cold and with a full cache; of a move the ms to the frame
    that shows it (median, 95th percentile), the bytes before and after the rest, the messages
    that a row of keys sends; bytes of ours, files of Plotly's and the shift of the first load.
    """

    cold: float
    warm: float
    moved: float
    slowest: float
    before: float
    after: float
    asked: float
    ours: float
    plotly: float
    shifted: float
    foreign: float


def measured(browser: object, address: str, part: str) -> Measured:
    """What the page at this address costs."""
    from browser import until, watched

    cold, warm = [], []
    for load in range(LOADS + 1):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
        for seen in (cold, warm):
            page = watched(context)
            page.add_init_script(f"({SEEN})({json.dumps(part)})")
            page.goto(address)
            until(page, "() => window.seen")
            seen.append(page.evaluate("window.seen"))
            still(page)
            loaded = page.evaluate(OURS), page.evaluate(PLOTLY), page.evaluate("window.shifted()")
            if seen is cold:
                first = loaded
                page.close()
        if load < LOADS:
            context.close()
    moves = _moves(page)
    foreign = len(page.foreign_requests)
    context.close()
    # The first load let the server make what it keeps.
    return Measured(median(cold[1:]), median(warm[1:]), *moves, *first, foreign)


def _moves(page: object) -> tuple[float, float, float, float, float]:
    from browser import until

    page.evaluate(MOVED)
    slider = page.get_by_role("slider").first
    before, after = [], []
    for _ in range(FEW):
        slider.focus()
        received = len(page.ws_bytes)
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        before.append(sum(page.ws_bytes[received:]))
        still(page)
        after.append(sum(page.ws_bytes[received:]))
    for _ in range(MOVES):
        count = page.evaluate("window.moves.length")
        page.keyboard.press("ArrowLeft")
        until(page, "count => window.moves.length > count", count)
    took = sorted(page.evaluate("window.moves"))
    still(page)
    runs = len(page.ws_bytes)
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    still(page)
    asked = sum(size > 0 for size in page.ws_bytes[runs:])
    percentile = took[int(len(took) * 0.95)]
    return median(took), percentile, median(before), median(after), asked


def played(browser: object, address: str) -> tuple[int, int, int, float]:
    """A minute of playing: bytes received, frames drawn and late ones (more than two intervals),
    and the longest pause between two in ms.
    """
    from browser import watched

    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    page = watched(context)
    page.goto(address)
    page.locator(".stage[data-ready]").wait_for()
    still(page)
    received = len(page.ws_bytes)
    page.get_by_label("Tempo").select_option("langsam")
    page.evaluate(FRAMES)
    end = time.monotonic() + PLAYED_S
    while time.monotonic() < end:
        press = page.get_by_role("button", name="Abspielen")
        if press.count():
            press.click()
        page.wait_for_timeout(250)
    frames = page.evaluate("window.frames")
    sizes = page.ws_bytes[received:]
    context.close()
    late = sum(pause > 2.1 * 1000 / 60 for pause in frames)
    return sum(sizes), len(frames), late, max(frames)


def main() -> None:
    """Measure every page in one run, in one browser, and print the tables."""
    import chromium
    from browser import FLAGS
    from playwright.sync_api import sync_playwright

    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        for name, (script, query, part) in PAGES.items():
            with served(script) as address:
                found[name] = measured(browser, f"{address}/{query}", part)
                if name == "ours":
                    minute = played(browser, f"{address}/{query}&farbe=has")
        browser.close()
    floor = found["floor"]
    print(f"{'':18}{'first sight, ms':>24}{'a move, ms':>18}{'bytes':>14}{'messages':>10}")
    print(f"{'':18}{'cold':>8}{'x':>6}{'warm':>10}{'median':>9}{'p95':>9}", end="")
    print(f"{'at once':>8}{'rest':>7}{'12 keys':>9}{'ours kB':>9}", end="")
    print(f"{'plotly':>7}{'shift':>7}{'hosts':>6}")
    for name, one in found.items():
        print(f"{name:18}{one.cold:>8.0f}{one.cold / floor.cold:>6.2f}{one.warm:>10.0f}", end="")
        print(f"{one.moved:>9.1f}{one.slowest:>9.1f}{one.before:>8.0f}{one.after:>7.0f}", end="")
        print(f"{one.asked:>9.0f}{one.ours / 1000:>9.1f}{one.plotly:>7.0f}", end="")
        print(f"{one.shifted:>7.3f}{one.foreign:>6.0f}")
    sent, frames, late, longest = minute
    print(f"{PLAYED_S} s of playing: {sent} bytes received, {frames} frames, {late} late,", end="")
    print(f" longest pause {longest:.0f} ms")


if __name__ == "__main__":
    if sys.argv[1:]:
        draw(sys.argv[1])
    else:
        main()
