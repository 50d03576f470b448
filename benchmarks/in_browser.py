"""What a reader of a page waits for and is sent, seen in Chromium."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from json import dumps
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.rows import Unmeasured

sys.path.append(str(Path(__file__).parents[1] / "tests"))

import chromium
from browser import FLAGS, settled, until, watched  # noqa: F401

STILL_S = 0.5  # longer than the script waits before it tells the server
AREAS = 54
#: What of each subject is seen first, and how many of it: a text, or all areas of the map.
SEEN_FIRST = {
    "floor": ("p, label", 1),
    "naive": ("path.choroplethlocation", AREAS),
    "dash": ("path.choroplethlocation", AREAS),
    "atlas": (".map .areas path", AREAS),
}
#: Notes when so many parts are first there, drawn, in ms from the navigation; and by how much
#: things shift in that frame and after it.
_SEEN = """([part, count]) => {
  const shifts = []; let before = 0;
  new PerformanceObserver(list => shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
  window.shifted = () => shifts.filter(one => one.startTime >= window.since)
    .reduce((sum, one) => sum + one.value, 0);
  const look = now => {
    const found = document.querySelectorAll(part);
    if (found.length >= count && found[count - 1].getBoundingClientRect().width > 0) {
      window.since = before;
      requestAnimationFrame(() => { window.seen = performance.now() });
      return;
    }
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""

#: Whether Streamlit says that its script is running.
_RUNNING = """() => document.querySelector('[data-test-script-state="running"]') !== null"""


class Seen(NamedTuple):
    """Of one load: ms to first sight; what was sent and fetched until nothing came any more, and
    the shift of the layout from first sight on.
    """

    ms: float
    sent: int
    files: int
    shift: float


class Traffic:
    """How many bytes a page has received over HTTP and its WebSocket, and in how many files."""

    def __init__(self, page: Page) -> None:
        self._page, self._sizes, self._open = page, [], set()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", lambda one: self._open.add(one["requestId"]))
        network.on("Network.loadingFailed", lambda one: self._open.discard(one["requestId"]))
        network.on("Network.loadingFinished", self._note)

    def _note(self, loaded: dict) -> None:
        self._open.discard(loaded["requestId"])
        self._sizes.append(loaded["encodedDataLength"])

    @property
    def files(self) -> int:
        """Files that were fetched, those from the browser's cache included."""
        return len(self._sizes)

    @property
    def received(self) -> int:
        """Bytes by now."""
        return sum(self._sizes) + sum(self._page.ws_bytes)

    def rest(self) -> None:
        """Return once nothing has come for a while, nothing is asked for and no script runs."""
        before = None
        while self._open or self._page.evaluate(_RUNNING) or before != self.received:
            before = self.received
            self._page.wait_for_timeout(STILL_S * 1000)


def found() -> str:
    """The path of a Chromium; raises Unmeasured without one."""
    if not (path := chromium.find()):
        raise Unmeasured("no Chromium was found; CHROMIUM=/path/to/chromium names one")
    return path


@contextmanager
def browser() -> Iterator[Browser]:
    """A running Chromium that reaches 127.0.0.1 alone; Unmeasured where there is none."""
    path = found()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@contextmanager
def visitor(running: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been anywhere: an empty cache."""
    context = running.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    yield context
    context.close()


def opened(context: BrowserContext, address: str, part: str, count: int) -> tuple[Page, Traffic]:
    """The page once it is seen, and its traffic."""
    page = watched(context)
    traffic = Traffic(page)
    page.add_init_script(f"({_SEEN})({dumps([part, count])})")
    page.goto(address)
    until(page, "() => window.seen")
    return page, traffic


def loaded(context: BrowserContext, address: str, part: str, count: int) -> Seen:
    """What a load costs, all told; the page is closed again."""
    page, traffic = opened(context, address, part, count)
    traffic.rest()
    seen = Seen(
        page.evaluate("window.seen"),
        traffic.received,
        traffic.files,
        page.evaluate("window.shifted()"),
    )
    page.close()
    return seen
