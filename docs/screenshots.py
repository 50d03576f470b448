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
#: Address of a page and how many areas its map has.
PAGES = {"karte": ("", 54), "mitnehmen": ("mitnehmen", 0)}


def main(address: str = "http://127.0.0.1:8501") -> None:
    """Write docs/<page>-<width>.png for each page and size, once all is drawn."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        for width, height in SIZES:
            for name, (path, areas) in PAGES.items():
                size = {"width": width, "height": height}
                context = chromium.new_context(viewport=size, locale="de-DE")
                page = watched(context)
                page.goto(f"{address.rstrip('/')}/{path}{DAY}")
                settled(page, areas).screenshot(path=DOCS / f"{name}-{width}.png")
                context.close()
        chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
