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

WIDE, NARROW = (1440, 900), (390, 844)
THEN, LATE = "tag=2015-09-24", "tag=2026-11-28"
#: Name of a picture: address of the page, how many areas its map has at least, sizes.
PICTURES = {
    "karte": (f"?{THEN}", 54, (WIDE, NARROW)),
    "leichte-sprache": (f"leichte-sprache?{THEN}", 0, (WIDE,)),
    "mitnehmen": (f"mitnehmen?{THEN}", 0, (WIDE, NARROW)),
    "verlauf": (f"verlauf?{THEN}", 0, (WIDE,)),
    "programme": (f"programme?{THEN}", 0, (WIDE,)),
    "kreis-kleve": (f"kreis?{THEN}&kreis=05154", 3, (WIDE,)),
    "karte-spaet": (f"?{LATE}", 54, (WIDE,)),
    "kreis-borken": (f"kreis?{LATE}&kreis=05554", 3, (WIDE,)),
    "kreis-olpe": (f"kreis?{LATE}&kreis=05966", 3, (WIDE,)),
    "kreis-soest": (f"kreis?{LATE}&kreis=05974", 3, (WIDE,)),
}
#: The pictures that are taken in the dark theme too.
THEMES = {"verlauf": ("light", "dark")}


def main(address: str = "http://127.0.0.1:8501") -> None:
    """Write docs/<name>-<width>.png for each picture, size and theme, once all is drawn."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        for name, (path, areas, sizes) in PICTURES.items():
            for width, height in sizes:
                size = {"width": width, "height": height}
                for theme in THEMES.get(name, ("light",)):
                    context = chromium.new_context(
                        viewport=size, locale="de-DE", color_scheme=theme
                    )
                    page = watched(context)
                    page.goto(f"{address.rstrip('/')}/{path}")
                    suffix = "" if theme == "light" else f"-{theme}"
                    settled(page, areas).screenshot(path=DOCS / f"{name}-{width}{suffix}.png")
                    context.close()
        chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
