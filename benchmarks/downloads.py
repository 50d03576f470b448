"""How long a reader waits from the click to the finished file, against a file that lies ready.

`python -m benchmarks.downloads` prints a table; README.md beside this file explains it.
"""

import time
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.map_move import served

PAGE = "mitnehmen?tag=2015-09-24&definition=approved&kreis=05154"
REPEATS = 5
#: The buttons by their labels on the German page.
BUTTONS = (
    *("PNG (300 dpi)", "SVG", "PDF", "CSV herunterladen"),
    *("Kreis Kleve (PDF)", "Ganz Nordrhein-Westfalen (PDF)"),
)
#: A file that nobody has to make.
READY = "app/static/data/events.csv"


def waited(page: Page, label: str) -> float:
    """Seconds from the click on a button until its file is there."""
    start = time.perf_counter()
    with page.expect_download(timeout=120_000) as download:
        page.get_by_role("button", name=label, exact=True).click()
    download.value.path()
    return time.perf_counter() - start


def fetched(page: Page, address: str) -> float:
    """Seconds until a file that lies ready is there."""
    start = time.perf_counter()
    page.request.get(f"{address}/{READY}").body()
    return time.perf_counter() - start


def main() -> None:
    """Measure every button in one run, in one browser, and print the table."""
    import chromium
    from browser import FLAGS, settled, watched

    with served(["app.py"]) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        page = watched(browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE"))
        page.goto(f"{address}/{PAGE}")
        settled(page, areas=0)
        floor = median(fetched(page, address) for _ in range(REPEATS))
        rows = [("a file that lies ready", floor)]
        for label in BUTTONS:
            rows.append((label, median(waited(page, label) for _ in range(REPEATS))))
        browser.close()
    print(f"{'click to file, median of ' + str(REPEATS):34}{'s':>8}{'x floor':>9}")
    for name, seconds in rows:
        print(f"{name:34}{seconds:>8.2f}{seconds / floor:>9.0f}")


if __name__ == "__main__":
    main()
