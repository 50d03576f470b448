"""First sight: the frame in which all areas stand (floor: the first text), cold and warm.

Cold is a fresh browser, warm one that has been there; the server has made what it keeps.
"""

from collections.abc import Sequence
from statistics import median

from playwright.sync_api import Browser

from benchmarks.in_browser import SEEN_FIRST, Seen, browser, loaded, visitor
from benchmarks.rows import SUBJECTS, Row
from benchmarks.serving import served

PART = "first-map"
LOADS, QUERY = 4, {"atlas": "?tag=2015-08-31"}
#: The same with a district chosen.
DISTRICT = "?tag=2015-08-31&kreis=05154"


def measure(quick: bool) -> list[Row]:
    """Load every subject several times, each in browsers of its own."""
    loads = 1 if quick else LOADS
    cold, warm, chosen = {}, {}, {}
    with browser() as running:
        for subject in SUBJECTS:
            with served(subject, at_rest=True) as site:
                address = f"{site.address}/{QUERY.get(subject, '')}"
                cold[subject], warm[subject] = _loads(running, address, subject, loads)
                if subject == "atlas":
                    address = f"{site.address}/{DISTRICT}"
                    chosen[subject], _ = _loads(running, address, subject, loads)
    chosen["floor"] = cold["floor"]
    return [
        Row(PART, "cold", "ms", **_medians(cold, "ms")),
        Row(PART, "warm", "ms", **_medians(warm, "ms")),
        Row(PART, "cold, a district chosen", "ms", **_medians(chosen, "ms")),
        Row(PART, "received, cold", "kB", **_medians(cold, "sent", 1000)),
        Row(PART, "files, cold", "", **_medians(cold, "files")),
        Row(PART, "shift of the layout", "", **_medians(cold, "shift"), better=""),
    ]


def _loads(
    running: Browser, address: str, subject: str, loads: int
) -> tuple[Sequence[Seen], Sequence[Seen]]:
    """The loads of browsers that have never been there, and their second ones."""
    pairs = []
    for _ in range(loads + 1):
        with visitor(running) as context:
            pairs.append([loaded(context, address, *SEEN_FIRST[subject]) for _ in range(2)])
    # The first load let the server make what it keeps.
    cold, warm = zip(*pairs[1:], strict=True)
    return cold, warm


def _medians(loads: dict[str, Sequence[Seen]], field: str, unit: int = 1) -> dict[str, float]:
    return {
        subject: median(getattr(one, field) for one in seen) / unit
        for subject, seen in loads.items()
    }
