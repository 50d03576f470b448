"""What one move of the day costs in the browser, against a floor and a naive map.

`python -m benchmarks.map_move` prints a table; README.md beside this file explains it. Run by
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
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
MOVES = 6
START_LIMIT_S = 30
STILL_S = 0.5  # longer than Streamlit's widgets wait before they send
#: Each page: how to start it, where to open it, how many areas it draws with no network.
PAGES = {
    "floor": (["benchmarks/map_move.py", "floor"], "", 0),
    "naive": (["benchmarks/map_move.py", "naive"], "", 0),
    "ours": (["app.py"], "?tag=2015-08-31", 54),
    "ours, a district chosen": (["app.py"], "?tag=2015-08-31&kreis=05154", 54),
}


def draw(kind: str) -> None:
    """The page to compare with: a slider over the months, and below it the map one writes first."""
    import plotly.express as px
    import streamlit as st

    from adoption.status import status_on
    from components.choice import day_of, months
    from data import tables

    known = st.cache_resource(tables.load)()
    now = date(2026, 11, 1)
    month = st.select_slider("Monat", months(now), value=date(2015, 8, 1), key="month")
    if kind == "floor":
        return
    (built,) = (ROOT / "static").glob("districts-*.json")
    shown = status_on(known.events, known.districts, day_of(month, now), "certain")
    areas = json.loads(built.read_text("utf-8"))
    figure = px.choropleth(shown, geojson=areas, locations="ags", color="status")
    st.plotly_chart(figure.update_geos(fitbounds="locations", visible=False))


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


def still(page: object, areas: int) -> None:
    """Return once so many areas are there and nothing has come over the wire for a while.

    Unlike the tests' `settled` this needs nothing that only our own page shows.
    """
    from browser import AREA

    there = "([area, wanted]) => document.querySelectorAll(area).length >= wanted"
    page.wait_for_function(there, arg=[AREA, areas])
    before = None
    while before != len(page.ws_bytes) or not before:
        before = len(page.ws_bytes)
        page.wait_for_timeout(STILL_S * 1000)


def measured(browser: object, address: str, areas: int) -> tuple[float, float, int]:
    """Median bytes and seconds to the last frame of a move, and requests to other hosts."""
    from browser import received, watched

    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    page = watched(context)
    frames = []
    listen = lambda frame: frames.append(time.perf_counter())  # noqa: E731
    page.on("websocket", lambda socket: socket.on("framereceived", listen))
    page.goto(address)
    still(page, areas)
    slider = page.locator(".st-key-month input")
    sent, seconds = [], []
    for _ in range(MOVES):
        slider.focus()

        def move() -> None:
            page.keyboard.press("ArrowRight")
            still(page, areas)

        start = time.perf_counter()
        sent.append(received(page, move))
        seconds.append(frames[-1] - start)
    foreign = len(page.foreign_requests)
    context.close()
    return median(sent), median(seconds), foreign


def main() -> None:
    """Measure every page in one run, in one browser, and print the table."""
    import chromium
    from browser import FLAGS
    from playwright.sync_api import sync_playwright

    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        for name, (script, query, areas) in PAGES.items():
            with served(script) as address:
                found[name] = measured(browser, f"{address}/{query}", areas)
        browser.close()
    sent, seconds, _ = found["floor"]
    print(f"{'one move, median of ' + str(MOVES):26}{'bytes':>10}{'x floor':>9}{'s':>7}", end="")
    print(f"{'x floor':>9}{'other hosts':>13}")
    for name, (size, took, foreign) in found.items():
        print(f"{name:26}{size:>10,.0f}{size / sent:>9.1f}{took:>7.2f}", end="")
        print(f"{took / seconds:>9.1f}{foreign:>13}")


if __name__ == "__main__":
    if sys.argv[1:]:
        draw(sys.argv[1])
    else:
        main()
