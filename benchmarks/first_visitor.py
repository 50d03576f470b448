"""How long the first visitor after a start waits for the map, beside the second.

`python -m benchmarks.first_visitor` prints a table; README.md beside this file explains it.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import chromium  # noqa: E402  of the tests
from browser import FLAGS, until  # noqa: E402

from benchmarks.map_move import PAGES, SEEN, served  # noqa: E402

STARTS, VISITORS = 5, 3


def main() -> None:
    """Start the server several times, and let visitors come one after the other."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        seen = {name: [_visits(browser, name) for _ in range(STARTS)] for name in ("floor", "ours")}
        browser.close()
    print("| page | answers after, ms | 1st visitor, ms | 2nd | 3rd | 1st / 2nd |")
    print("|---|---|---|---|---|---|")
    for name, visits in seen.items():
        start, first, second, third = (median(times) for times in zip(*visits, strict=True))
        ratio = first / second
        print(
            f"| {name} | {start:,.0f} | {first:,.0f} | {second:,.0f} | {third:,.0f} | {ratio:.2f} |"
        )


def _visits(browser: Browser, name: str) -> list[float]:
    """How long the start took, and how long each visitor waited, in ms."""
    script, path, part = PAGES[name]
    began = time.monotonic()
    with served(script) as site:
        started = (time.monotonic() - began) * 1000
        return [started, *(_seen(browser, f"{site}/{path}", part) for _ in range(VISITORS))]


def _seen(browser: Browser, address: str, part: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({SEEN})({json.dumps(part)})")
    page.goto(address)
    until(page, "() => window.seen")
    seen = page.evaluate("window.seen")
    context.close()
    return seen


if __name__ == "__main__":
    main()
