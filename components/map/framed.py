"""The `<iframe>` that puts the map of a day into another page."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import htpy as h

#: Where the map for other pages is, below the address of the site (`server/embed.py`).
PAGE = "embed"
#: The lines by which the page around the map makes each of its frames as high as what is in it.
FITTING = Path(__file__).with_name("fitting.html").read_text("utf-8")
#: The width of the column of an article.
COLUMN = 700
#: Up to which width the map is at most how high without a district chosen, in pixels: below
#: 801 the legend stands under the map. Wider than the last it does not get.
_HEIGHTS = {320: 1480, 390: 1410, COLUMN: 1550, 800: 1620, 1000: 1080, 1200: 1180, 1440: 1370}


def height(width: int) -> int:
    """How high a frame of this width has to be so that nothing in it is scrolled."""
    fitting = [high for wide, high in _HEIGHTS.items() if width <= wide]
    return fitting[0] if fitting else _HEIGHTS[max(_HEIGHTS)]


def frame(site: str, query: Mapping[str, str], title: str, width: str, high: int) -> h.Element:
    """The frame; `query` says what it shows, `width` is in pixels or has a `%`."""
    return h.iframe(
        src=f"{site.rstrip('/')}/{PAGE}?{urlencode(query)}",
        title=title,
        width=width,
        height=str(high),
        style="border: 0",
        loading="lazy",
    )
