"""A move of the day by key: the time to the frame with another headline, and what is sent for it.

At once is what comes within 100 ms, at rest what has come when nothing comes any more.
"""

from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser

from benchmarks.in_browser import SEEN_FIRST, browser, opened, until, visitor
from benchmarks.parts.first_map import QUERY
from benchmarks.rows import SUBJECTS, Row, percentile
from benchmarks.serving import served

PART = "move"
MOVES, FEW, AT_ONCE_MS = 30, 5, 100
#: Notes how long it takes from a key to the frame in which the headline is another one.
_MOVED = """() => {
  window.moves = [];
  const line = () => document.querySelector("h1, [data-testid=stText], #line").textContent;
  addEventListener("keydown", event => {
    const before = line(), begun = event.timeStamp;
    const look = () => {
      if (line() === before) { requestAnimationFrame(look); return; }
      setTimeout(() => window.moves.push(performance.now() - begun));
    };
    look();
  }, true);
}"""


class Moves(NamedTuple):
    """Of one subject: ms to the frame of a move, and bytes at once and at rest."""

    middle: float
    slow: float
    at_once: float
    at_rest: float


def measure(quick: bool) -> list[Row]:
    """Move the slider of every subject, first with rests and then without."""
    moves, few = (5, 2) if quick else (MOVES, FEW)
    found = {}
    with browser() as running:
        for subject in SUBJECTS:
            with served(subject) as site:
                address = f"{site.address}/{QUERY.get(subject, '')}"
                found[subject] = _moves(running, address, subject, moves, few)

    def of(field: str) -> dict[str, float]:
        return {subject: getattr(one, field) for subject, one in found.items()}

    return [
        Row(PART, "key to frame, median", "ms", **of("middle")),
        Row(PART, "key to frame, p95", "ms", **of("slow")),
        Row(PART, "received at once", "bytes", **of("at_once")),
        Row(PART, "received at rest", "bytes", **of("at_rest")),
    ]


def _moves(running: Browser, address: str, subject: str, moves: int, few: int) -> Moves:
    with visitor(running) as context:
        page, traffic = opened(context, address, *SEEN_FIRST[subject])
        traffic.rest()
        slider = page.get_by_role("slider").first
        slider.focus()
        at_once, at_rest = [], []
        for _ in range(few):
            before = traffic.received
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(AT_ONCE_MS)
            at_once.append(traffic.received - before)
            traffic.rest()
            at_rest.append(traffic.received - before)
        page.evaluate(_MOVED)
        for count in range(moves):
            page.keyboard.press("ArrowLeft")
            until(page, "count => window.moves.length > count", count)
        took = page.evaluate("window.moves")
    return Moves(median(took), percentile(took, 0.95), median(at_once), median(at_rest))
