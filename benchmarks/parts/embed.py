"""The map in a frame: how soon `/embed` stands and what is sent for it, in a fresh browser."""

from statistics import median

from benchmarks.in_browser import SEEN_FIRST, Seen, browser, loaded, visitor
from benchmarks.rows import Row
from benchmarks.serving import served

PART = "embed"
LOADS = 4
#: The floor is as much as a page of Streamlit needs for a text.
PATHS = {"floor": "", "atlas": "embed?tag=2015-09-24"}


def measure(quick: bool) -> list[Row]:
    """Load both in turn, so that both have the same machine."""
    loads: dict[str, list[Seen]] = {subject: [] for subject in PATHS}
    with browser() as running, served("floor") as plain, served("atlas") as atlas:
        addresses = {"floor": plain.address, "atlas": atlas.address}
        for _ in range(2 if quick else LOADS + 1):
            for subject, path in PATHS.items():
                with visitor(running) as context:
                    address = f"{addresses[subject]}/{path}"
                    loads[subject].append(loaded(context, address, *SEEN_FIRST[subject]))

    def of(field: str, unit: int = 1) -> dict[str, float]:
        # The first load let the server make what it keeps.
        return {
            subject: median(getattr(one, field) for one in found[1:]) / unit
            for subject, found in loads.items()
        }

    return [
        Row(PART, "first sight, cold", "ms", **of("ms")),
        Row(PART, "received, cold", "kB", **of("sent", 1000)),
        Row(PART, "files, cold", "", **of("files")),
    ]
