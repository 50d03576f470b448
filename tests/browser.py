"""What a test needs to drive the page: watching it, waiting until it stands still, its traffic."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    TimeoutError,
    WebSocket,
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
PROBE = re.compile(r"^http://127\.0\.0\.1:\d+/[a-z]+/_stcore/(health|host-config)$")
AREA = "path.choroplethlocation"
STILL_S = 0.5  # longer than the pause that Streamlit's widgets wait before they send
#: How long a busy machine may take for one step before a test gives up on it.
PATIENCE_S = 60

STATE = f"""() => ({{
  script: document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState ?? "not loaded",
  skeletons: document.querySelectorAll('[data-testid="stSkeleton"]').length,
  areas: [...document.querySelectorAll("{AREA}")].filter(a => a.getBBox().width > 0).length,
}})"""


def watched(context: BrowserContext) -> Page:
    """A new page that lists what it should not do and how much it is sent.

    It gets `foreign_requests` (addresses on other hosts than 127.0.0.1; FLAGS see to it that
    none gets through), `console_errors` (texts, uncaught exceptions included) and `ws_bytes`
    (the size in bytes of each WebSocket frame received). Nothing is intercepted: that would
    turn off the browser's cache, and every test would load all scripts again.
    """
    page = context.new_page()
    page.set_default_timeout(PATIENCE_S * 1000)
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


def size(frame: str | bytes) -> int:
    """Bytes of a WebSocket frame."""
    return len(frame.encode() if isinstance(frame, str) else frame)


def settled(page: Page, areas: int = 54, timeout_s: float = PATIENCE_S) -> Page:
    """The page once Streamlit has run, nothing has come for half a second and the map is drawn.

    `areas` is how many areas the map must show at least; 0 for a page without a map.
    Raises AssertionError that says what is still missing after `timeout_s`.
    """
    end = time.monotonic() + timeout_s
    before, since = None, time.monotonic()
    while True:
        seen = page.evaluate(STATE) | {"frames": len(page.ws_bytes)}
        if seen != before:
            before, since = seen, time.monotonic()
        ready = seen["script"] == "notRunning" and not seen["skeletons"] and seen["areas"] >= areas
        if ready and time.monotonic() - since >= STILL_S:
            return page
        if time.monotonic() > end:
            raise AssertionError(
                f"not settled after {timeout_s} s: script {seen['script']}, "
                f"{seen['areas']} of {areas} areas drawn, {seen['skeletons']} parts still loading, "
                f"console errors {page.console_errors}"
            )
        page.wait_for_timeout(100)


def received(page: Page, act: Callable[[], object], areas: int = 54) -> int:
    """Bytes that came over the WebSocket from `act()` until the page stands still again."""
    before = len(page.ws_bytes)
    act()
    settled(page, areas)
    return sum(page.ws_bytes[before:])


def choose(page: Page, field: str, option: str, typed: str | None = None) -> None:
    """Choose an option of a selection field by its name; `typed` narrows the list first.

    A list that a late rerun closes again is opened once more.
    """
    box = page.get_by_role("combobox", name=field)
    wanted = page.get_by_role("option", name=option, exact=True)
    for last in (False, False, True):
        box.click()
        if typed is not None:
            box.fill(typed)
        try:
            return wanted.click(timeout=PATIENCE_S * 1000 if last else 5_000)
        except TimeoutError:
            if last:
                raise
            box.press("Escape")


def complaints(page: Page) -> list[str]:
    """What the page did that no page may do, one line each; empty when all is well."""
    foreign = [f"request to another host: {address}" for address in page.foreign_requests]
    return foreign + [f"console error: {text}" for text in page.console_errors]
