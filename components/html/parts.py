"""The small parts that several tables and lists share: links, sources, status, swatches."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import htpy as h
import pandas as pd

from components.base.choice import Choice
from components.base.wording import Wording
from components.looks import theme
from components.looks.theme import PATTERN_INKS, Fill, ink_on
from components.words.caveat import caveat
from components.words.citing import cited

#: A cell of a table: its HTML, and what it is sorted by.
Cell = tuple[str, object]
#: The patterns as backgrounds: of a swatch where no SVG may stand, as in `st.html`.
_BACKGROUNDS = {
    "undetermined": "repeating-linear-gradient(135deg,{ink} 0 3px,{colour} 3px 7px)",
    "possible": "radial-gradient({ink} 1px,{colour} 1.3px) 0 0/6px 6px",
    "refused": "repeating-linear-gradient(45deg,{ink} 0 1px,{colour} 1px 5px)",
}


def caveat_html(basis: str, confidence: str, words: Wording) -> str:
    """The mark as it stands behind a date or a label, with the space before it; or nothing."""
    mark = caveat(basis, confidence, words)
    return f' <span class="caveat">{escape(mark)}</span>' if mark else ""


def cited_html(source: pd.Series, words: Wording) -> str:
    """A source in one line, linked to where it stands; or that it is not online."""
    line = escape(cited(source, words))
    if not source["url"]:
        return f"{line} · {escape(words('source.offline'))}"
    return f'<a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{line}</a>'


def picture_html(wide: str, narrow: str, alt: str) -> str:
    """One picture in two layouts, of which the browser fetches the one that fits."""
    return (
        f'<picture class="years"><source media="(max-width: 640px)" srcset="{escape(narrow)}">'
        f'<img src="{escape(wide)}" alt="{escape(alt)}" loading="lazy"></picture>'
    )


def district_link(ags: str, name: str, address: Mapping[str, str]) -> str:
    """A link to a district's dossier that keeps day, definition and language."""
    query = urlencode({**address, "kreis": ags})
    return f'<a href="kreis?{escape(query)}" target="_self">{escape(name)}</a>'


def dossier_link(ags: str, name: str, choice: Choice) -> str:
    """The name of a district as the way to its dossier, with the day and all else kept."""
    query = urlencode({**choice.address(), "kreis": ags})
    return f'<a href="kreis?{escape(query)}">{escape(name)}</a>'


def status_html(status: str, label: str) -> str:
    """A status in a word, with its colour and mark from the map before it."""
    fill = theme.STATUS_COLOURS[status]
    mark = theme.REFUSED_MARK if status == "rejected" else ""
    return (
        f'<span class="row-status"><span class="swatch" aria-hidden="true" '
        f'style="background:{fill};color:{theme.ink_on(fill)}">{mark}</span>{escape(label)}</span>'
    )


def small(text: str) -> str:
    """What is told besides, in smaller type."""
    return f'<span class="small">{escape(text)}</span>'


def plain_swatch(fill: Fill) -> h.Element:
    """The fill as a little box with its mark, without SVG."""
    background = fill.colour
    if fill.pattern:
        ink = PATTERN_INKS[fill.pattern](fill.colour)
        background = _BACKGROUNDS[fill.pattern].format(ink=ink, colour=fill.colour)
    style = f"background:{background};color:{ink_on(fill.colour)}"
    return h.span(".swatch", style=style, aria_hidden="true")[fill.mark]
