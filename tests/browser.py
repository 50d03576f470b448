"""What a test needs to drive the page: watching it, waiting for what it shows, its traffic."""

import re
import time
from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Frame,
    Page,
    Request,
    WebSocket,
    expect,
)

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
FOREIGN = re.compile(r"^(?:https?|wss?)://(?!127\.0\.0\.1[:/])")
#: Streamlit asks below the page's own path for its server before it asks at the root, and
#: the browser notes the 404: its way of finding a base path, on every page but the first.
PROBE = re.compile(r"^http://127\.0\.0\.1:\d+/[a-z-]+/_stcore/(health|host-config)$")
#: An area of a map; the time has its own control, on every page that has a day.
AREA = ".map .areas path"
CLOCK = ".clock"
#: The search field, label and hits included.
SEARCH = ".st-key-place"
WIDE, NARROW = (1440, 900), (390, 844)
#: How long a busy machine may take for one step before a test gives up on it; no test waits so
#: long for anything but a failure.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)

#: Ends when the browser has drawn and has nothing else to do. What is not drawn at all (a frame
#: off the screen) might never say so; what is missing there is then named by who asked.
IDLE = (
    "() => new Promise(idle => { requestAnimationFrame(() => requestIdleCallback(idle)); "
    "setTimeout(idle, 10000); })"
)
#: What of the page is not finished then, by name.
UNFINISHED = f"""async wanted => {{
  await ({IDLE})();
  // The map for other pages has no Streamlit around it.
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = [...document.querySelectorAll("{AREA}")].filter(area => area.getBBox().width > 0);
  // Our components begin with buttons, links and fields to which only their scripts give names.
  const shadows = [...document.querySelectorAll("*")].map(part => part.shadowRoot).filter(Boolean);
  const ours = [...shadows, ...document.querySelectorAll(".tools")];
  const nameless = ours.flatMap(part => [...part.querySelectorAll("button, a, input")])
    .find(part => part.checkVisibility() && !part.ariaLabel
      && !(part.labels?.[0] ?? part).textContent.trim());
  const styles = shadows.flatMap(shadow => [...shadow.styleSheets])
    .flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSImportRule);
  // Map and time come with a script and a style of their own, and are ready when it has painted.
  const placed = [...document.querySelectorAll(
    ".st-key-stage, .st-key-time, .st-key-maps, main:has([data-embed])")];
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')];
  const parts = {{
    "the foot is not there": !document.querySelector("p.foot"),
    "map or time is not painted": placed.some(part => !part.querySelector("[data-ready]")),
    "the script runs": app && app.dataset.testScriptState !== "notRunning",
    "parts are loading": document.querySelector('[data-testid="stSkeleton"]'),
    "parts are of the last run": document.querySelector('[data-stale="true"]'),
    "a button, a link or a field has no name": nameless,
    "styles are loading": styles.some(rule => !rule.styleSheet) || sheets.some(one => !one.sheet),
    "fonts are loading": document.fonts.status !== "loaded",
    [`${{drawn.length}} of ${{wanted}} areas are drawn`]: drawn.length < wanted,
  }};
  return Object.keys(parts).filter(name => parts[name]);
}}"""

#: Whether the address names the day that the page shows.
FOLLOWED = f"""() => {{
  const shown = document.querySelector("{CLOCK}")?.dataset.day;
  return !shown || new URLSearchParams(location.search).get("tag") === shown;
}}"""


def watched(context: BrowserContext) -> Page:
    """A new page that lists what it should not do and how much it is sent.

    It gets `foreign_requests` (addresses on other hosts than 127.0.0.1; FLAGS see to it that
    none gets through), `console_errors` (texts, uncaught exceptions included) and `ws_bytes`
    (the size in bytes of each WebSocket frame received). Nothing is intercepted: that would
    turn off the browser's cache, and every test would load all scripts again.
    """
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.foreign_requests, page.console_errors, page.ws_bytes = [], [], []

    def note_foreign(request: Request) -> None:
        if FOREIGN.match(request.url):
            page.foreign_requests.append(request.url)

    def note_error(message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBE.match(message.location.get("url", "")):
            page.console_errors.append(message.text)

    def listen(socket: WebSocket) -> None:
        if FOREIGN.match(socket.url):
            page.foreign_requests.append(socket.url)
        socket.on("framereceived", lambda frame: page.ws_bytes.append(size(frame)))

    page.on("request", note_foreign)
    page.on("console", note_error)
    page.on("pageerror", lambda error: page.console_errors.append(str(error)))
    page.on("websocket", listen)
    return page


def emptied(page: Page) -> Page:
    """The page as if it were a new one, but for the scripts that its tab has ready to run."""
    page.goto("about:blank")
    page.emulate_media(
        media="null", reduced_motion="null", forced_colors="null", color_scheme="null"
    )
    for noted in (page.foreign_requests, page.console_errors, page.ws_bytes):
        noted.clear()
    return page


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the window this width and height."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})


def size(frame: str | bytes) -> int:
    """Bytes of a WebSocket frame."""
    return len(frame.encode() if isinstance(frame, str) else frame)


def settled(page: Page | Frame, areas: int = 54) -> Page | Frame:
    """The page, or a frame of it, once what Streamlit has begun is finished and drawn.

    `areas` is how many areas of maps the page must show at least; 0 for a page without a map.
    It does not know of a click on which Streamlit has not begun to work: see `changed`.
    Raises AssertionError that says what is still missing.
    """
    end = time.monotonic() + PATIENCE_MS / 1000
    while missing := page.evaluate(UNFINISHED, areas):
        if time.monotonic() > end:
            errors = getattr(page, "console_errors", [])
            raise AssertionError(f"not settled: {missing}, errors {errors}")
    return page


def until(page: Page | Frame, function: str, arg: object = None) -> None:
    """Wait until a function of the page, given `arg`, answers with something true.

    Playwright's `wait_for_function` has the page evaluate a text, which its Content-Security-Policy
    forbids.
    """
    end = time.monotonic() + PATIENCE_MS / 1000
    asked = f"async arg => {{ await ({IDLE})(); return Boolean(({function})(arg)); }}"
    while not page.evaluate(asked, arg):
        assert time.monotonic() < end, f"never true: {function}"


def changed(page: Page, act: Callable[[], object], areas: int = 54) -> Page:
    """The page, settled, after `act()` has changed its headline: it has the day in it.

    A day that is chosen in the page is shown at once; then the address follows it.
    """
    headline = page.locator("h1")
    before = headline.inner_text()
    act()
    expect(headline).not_to_have_text(before, use_inner_text=True)
    until(page, FOLLOWED)
    return settled(page, areas)


def step(page: Page, way: str = "later", areas: int = 54) -> Page:
    """The page, settled, on the day of the next change: the one "later" or "earlier"."""
    return changed(page, page.locator(f"{CLOCK} .{way}").click, areas)


def received(page: Page, act: Callable[[], object]) -> int:
    """Bytes that came over the WebSocket while `act()` ran, which itself waits for its effect."""
    before = len(page.ws_bytes)
    act()
    return sum(page.ws_bytes[before:])


def press(page: Page, name: str) -> None:
    """Press the button of this name."""
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, field: str, option: str) -> None:
    """Choose an option of a list by its name."""
    page.get_by_role("combobox", name=field, exact=True).select_option(option)


def look_for(page: Page, text: str) -> None:
    """Type a text into the search field, as one does, and press Enter at once."""
    field = page.locator(f"{SEARCH} input")
    field.fill(text)
    field.press("Enter")


def query(page: Page) -> dict[str, str]:
    """What stands in the address behind the question mark."""
    return dict(parse_qsl(urlsplit(page.url).query))


def wider_than_the_screen(page: Page) -> bool:
    """Whether the reader has to move the page sideways."""
    return page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
          .some(part => part && part.scrollWidth > part.clientWidth)"""
    )


def complaints(page: Page) -> list[str]:
    """What the page did that no page may do, one line each; empty when all is well."""
    foreign = [f"request to another host: {address}" for address in page.foreign_requests]
    return foreign + [f"console error: {text}" for text in page.console_errors]
