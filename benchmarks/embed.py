"""How soon the map of an embed stands, and how much is sent for it, against the page of the atlas.

`python -m benchmarks.embed` prints a table; README.md beside this file explains it. Addresses
behind it, such as those of an older version that is being served, are measured in the same run.
"""

import json
import sys
from statistics import median
from typing import NamedTuple

from benchmarks.map_move import SEEN, served

LOADS = 5
#: The last of the 54 areas.
PART = ".map .areas path:nth-child(54)"
PAGES = {"page": "?tag=2015-09-24", "embed": "embed?tag=2015-09-24"}


class Load(NamedTuple):
    """Of one load in a fresh browser: ms to the frame with all areas, bytes and files at rest."""

    seen: float
    sent: int
    files: int


def load(browser: object, address: str) -> Load:
    """What a page costs somebody who has never been there."""
    from browser import until, watched

    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    page, sizes = watched(context), []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
    page.add_init_script(f"({SEEN})({json.dumps(PART)})")
    page.goto(address)
    until(page, "() => window.seen")
    page.locator(".stage[data-ready]").wait_for()
    page.wait_for_load_state("networkidle")
    found = Load(page.evaluate("window.seen"), sum(sizes) + sum(page.ws_bytes), len(sizes))
    context.close()
    return found


def main() -> None:
    """Measure all pages in turn, so that all have the same machine, and print the table."""
    import chromium
    from browser import FLAGS
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, served(["app.py"]) as site:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        addresses = {name: f"{site}/{query}" for name, query in PAGES.items()}
        addresses |= {address: address for address in sys.argv[1:]}
        loads = {name: [] for name in addresses}
        for _ in range(LOADS + 1):  # the first lets the server make what it keeps
            for name, address in addresses.items():
                loads[name].append(load(browser, address))
        browser.close()
    page = median(one.seen for one in loads["page"][1:])
    print(f"{'first sight, ms':>40}{'x':>8}{'kB':>10}{'files':>8}")
    for name, all_of_it in loads.items():
        seen, sent, files = (median(part) for part in zip(*all_of_it[1:], strict=True))
        print(f"{name[-25:]:26}{seen:>14.0f}{seen / page:>8.2f}{sent / 1000:>10.1f}{files:>8.0f}")


if __name__ == "__main__":
    main()
