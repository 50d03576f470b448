"""From the click to the file, for every button of the page "Mitnehmen".

The floor is a file that lies ready.
"""

import time
from statistics import median

from playwright.sync_api import Page

from benchmarks.in_browser import browser, settled, visitor, watched
from benchmarks.rows import Row
from benchmarks.serving import served

PART = "downloads"
PAGE = "mitnehmen?tag=2015-09-24&definition=approved&kreis=05154"
REPEATS = 3
#: The buttons: what they give, and their labels on the German page.
BUTTONS = {
    "table, CSV": "CSV herunterladen",
    "map, SVG": "SVG",
    "map, PNG (300 dpi)": "PNG (300 dpi)",
    "map, PDF": "PDF",
    "sheet of a district, PDF": "Kreis Kleve (PDF)",
    "sheet of the state, PDF": "Ganz Nordrhein-Westfalen (PDF)",
}
#: A file that nobody has to make.
READY = "app/static/data/events.csv"


def measure(quick: bool) -> list[Row]:
    """Press every button, in one browser."""
    repeats = 1 if quick else REPEATS
    with served("atlas") as site, browser() as running, visitor(running) as context:
        page = watched(context)
        page.goto(f"{site.address}/{PAGE}")
        settled(page, areas=0)
        floor = median(_fetched(page, site.address) for _ in range(repeats))
        return [
            Row(PART, name, "s", median(_waited(page, label) for _ in range(repeats)), floor)
            for name, label in BUTTONS.items()
        ]


def _waited(page: Page, label: str) -> float:
    """Seconds from the click on a button until its file is there."""
    start = time.perf_counter()
    with page.expect_download(timeout=120_000) as download:
        page.get_by_role("button", name=label, exact=True).click()
    download.value.path()
    return time.perf_counter() - start


def _fetched(page: Page, address: str) -> float:
    """Seconds until a file that lies ready is there."""
    start = time.perf_counter()
    page.request.get(f"{address}/{READY}").body()
    return time.perf_counter() - start
