"""Chromium in front of the site, with the helpers of the tests."""

import contextlib
from collections.abc import Iterator

import chromium  # like `browser`, of the tests: see deploy/trial/__init__.py
from browser import FLAGS, WIDE, query, step, watched
from playwright.sync_api import Page, sync_playwright

from deploy.trial.front import PAUSE_S, TrialError
from deploy.trial.site import Site

#: What Streamlit says of its WebSocket.
STATE = """document.querySelector('[data-testid="stApp"]').dataset.testConnectionState"""


@contextlib.contextmanager
def tab(site: Site) -> Iterator[Page]:
    """An empty tab of a visitor nobody has seen; it lists what no page may do (`watched`)."""
    if (path := chromium.find()) is None:
        raise TrialError("Chromium is not installed; `python tests/chromium.py` installs one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        size = {"width": WIDE[0], "height": WIDE[1]}
        context = browser.new_context(base_url=site.address, locale="de-DE", viewport=size)
        page = watched(context)
        page.sockets = 0

        def count(_: object) -> None:
            page.sockets += 1

        page.on("websocket", count)
        yield page
        browser.close()


def way(page: Page) -> str:
    """The cookie of a visitor's way, as it is sent."""
    found = [one for one in page.context.cookies() if one["name"] == "kiz_atlas_way"]
    return "; ".join(f"{one['name']}={one['value']}" for one in found)


def connected(page: Page, before: int) -> bool:
    """Whether a page has opened another WebSocket than the first so many, and has it still.

    Playwright hears of one only while it waits.
    """
    page.wait_for_timeout(PAUSE_S * 1000)
    return page.sockets > before and page.evaluate(STATE) == "CONNECTED"


def moved_on(page: Page) -> bool:
    """Whether a page that is connected anew moves on, its first move in the address too."""
    before = query(page)["tag"]
    step(page)
    return query(page)["tag"] > before
