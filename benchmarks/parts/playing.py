"""Playing: frames that come late, and what is sent; beside the same page (floor) at rest."""

import time

from playwright.sync_api import Browser, Page

from benchmarks.in_browser import SEEN_FIRST, browser, opened, visitor
from benchmarks.rows import Row
from benchmarks.serving import served

PART = "playing"
SECONDS, QUERY = 15, "?tag=2015-08-31&farbe=has"
#: Later than this is a frame that was left out.
LATE_MS = 2.1 * 1000 / 60
#: Notes how far the frames lie apart.
_FRAMES = """() => {
  window.frames = []; let last = performance.now();
  const look = now => { window.frames.push(now - last); last = now; requestAnimationFrame(look) };
  requestAnimationFrame(look);
}"""


def measure(quick: bool) -> list[Row]:
    """Play the atlas for a while, and look at it for as long while it rests."""
    seconds = 3 if quick else SECONDS
    with served("atlas") as site, browser() as running:
        address = f"{site.address}/{QUERY}"
        still, _ = _watched(running, address, seconds, playing=False)
        moving, received = _watched(running, address, seconds, playing=True)
    return [
        Row(
            PART,
            "frames drawn",
            "a second",
            len(moving) / seconds,
            len(still) / seconds,
            better="higher",
        ),
        Row(
            PART, "frames late", "a minute", *(_late(one) * 60 / seconds for one in (moving, still))
        ),
        Row(PART, "longest pause between frames", "ms", max(moving), max(still)),
        Row(PART, "received", "bytes", received, 0),
    ]


def _late(pauses: list[float]) -> int:
    return sum(pause > LATE_MS for pause in pauses)


def _watched(
    running: Browser, address: str, seconds: float, playing: bool
) -> tuple[list[float], int]:
    """The pauses between the frames in ms, and the bytes received."""
    with visitor(running) as context:
        page, traffic = opened(context, address, *SEEN_FIRST["atlas"])
        page.locator(".stage[data-ready]").wait_for()
        traffic.rest()
        before = traffic.received
        if playing:
            page.get_by_label("Tempo").select_option("langsam")
            _play(page)
        page.evaluate(_FRAMES)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if playing:
                _play(page)
            page.wait_for_timeout(250)
        return page.evaluate("window.frames"), traffic.received - before


def _play(page: Page) -> None:
    """Press the button that plays, unless it plays already."""
    press = page.get_by_role("button", name="Abspielen")
    if press.count():
        press.click()
