"""Take the pictures of the README from a running dashboard: `python docs/screenshots.py`.

Another address: `python docs/screenshots.py http://127.0.0.1:8600`. Starts nothing but a browser.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
sys.path.append(str(DOCS.parent / "tests"))

from browser import FLAGS, settled, watched  # noqa: E402
from chromium import find  # noqa: E402

DAY = "?tag=2015-09-24"
SIZES = ((1440, 900), (390, 844))


def main(address: str = "http://127.0.0.1:8501") -> None:
    """Write docs/karte-<width>.png for each size, once the map is drawn."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        for width, height in SIZES:
            size = {"width": width, "height": height}
            context = chromium.new_context(viewport=size, locale="de-DE")
            page = watched(context)
            page.goto(f"{address.rstrip('/')}/{DAY}")
            settled(page).screenshot(path=DOCS / f"karte-{width}.png")
            context.close()
        chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
