"""The small parts that several tables and lists share: links, sources, status, swatches."""

from collections.abc import Mapping, Sequence

import htpy as h
import pandas as pd

from components.base.links import Links
from components.base.outside import safe_url
from components.base.wording import Wording
from components.html.german import german, spoken
from components.looks import fills, theme
from components.looks.colour import ink_on
from components.looks.theme import PATTERN_INKS, Fill
from components.words import caveat as caveat_words
from components.words import citing

#: A row of `sources`, and all of them by their ids.
Source = Mapping[str, str]
Sources = Mapping[str, Source]
#: The patterns as backgrounds: of a swatch where no SVG may stand, as in `st.html`.
_BACKGROUNDS = {
    "undetermined": "repeating-linear-gradient(135deg,{ink} 0 3px,{colour} 3px 7px)",
    "possible": "radial-gradient({ink} 1px,{colour} 1.3px) 0 0/6px 6px",
    "refused": "repeating-linear-gradient(45deg,{ink} 0 1px,{colour} 1px 5px)",
}


def link(label: h.Node, address: str, title: str | None = None) -> h.Node:
    """A link with this text; the bare text where there is no address."""
    return h.a(href=address, title=title)[label] if address else label


def district_link(ags: str, name: str, links: Links, words: Wording) -> h.Node:
    """The name of a district as the way to its dossier."""
    address = links.district(ags)
    return h.a(href=address, lang=spoken(words))[name] if address else german(name, words)


def outside_link(
    label: h.Node, address: str, title: str | None = None, lang: str | None = None
) -> h.Node:
    """A link to another site: in a window of its own, and that site is told nothing.

    An address that may be no link stands as text behind its label.
    """
    if not safe_url(address):
        return unlinked(label, address)
    apart = {"target": "_blank", "rel": "noopener noreferrer"}
    return h.a(apart, href=address, title=title, lang=lang)[label]


def by_id(sources: pd.DataFrame) -> Sources:
    """The sources by their ids, for who cites many of them: a row of a frame is slow to find."""
    return {source["id"]: source for source in sources.to_dict("records")}


def cited(source: Source, words: Wording) -> h.Node:
    """A source in one line, linked to where it stands; or that it is not online."""
    line = [german(citing.named(source), words), citing.dated(source, words)]
    return located(line, source["url"], words)


def published(source: Source, words: Wording, title: str | None = None) -> h.Node:
    """Who published a source and when, linked to where it stands; the title on request."""
    name, dated = source["publisher"], citing.day(source["published"], words)
    return located([german(name, words), dated], source["url"], words, title)


def located(line: h.Node, address: str, words: Wording, title: str | None = None) -> h.Node:
    """What names a source, linked to where it stands; or that it is not online.

    The `title` is that of the source, so it is German, and the link is marked as that.
    """
    if not address:
        return unlinked(line, words("source.offline"))
    if title and spoken(words):
        return outside_link(h.span(lang=words.language)[line], address, title, spoken(words))
    return outside_link(line, address, title)


def unlinked(line: h.Node, why: str) -> h.Node:
    """What names a source that no link leads to, and why there is none."""
    return h.fragment[line, " · ", why]


def caveat(basis: str, confidence: str, words: Wording) -> h.Node:
    """The mark as it stands behind a date or a label, with the space before it; or nothing."""
    mark = caveat_words.caveat(basis, confidence, words)
    return mark and h.fragment[" ", h.span(".caveat")[mark]]


def joined(nodes: Sequence[h.Node], between: h.Node) -> list[h.Node]:
    """These with something between each two, such as a dot or a new line."""
    return [(place > 0 and between, node) for place, node in enumerate(nodes)]


def small(text: str) -> h.Element:
    """What is told besides, in smaller type."""
    return h.span(".small")[text]


def status(name: str, label: str) -> h.Element:
    """A status in a word, with its colour and mark from the map before it."""
    mark = theme.REFUSED_MARK if name == "rejected" else ""
    swatch = _swatch(fills.of_status(name), Fill(theme.STATUS_COLOURS[name], mark=mark))
    return h.span(".row-status")[swatch, label]


def plain_swatch(fill: Fill) -> h.Element:
    """The fill as a little box with its mark, without SVG."""
    background = fill.colour.css
    if fill.pattern:
        ink = PATTERN_INKS[fill.pattern](fill.colour)
        background = _BACKGROUNDS[fill.pattern].format(ink=ink.css, colour=fill.colour.css)
    return _swatch(background, fill)


def _swatch(background: str, fill: Fill) -> h.Element:
    ink = f";color:{ink_on(fill.colour).css}" if fill.mark else ""
    return h.span(".swatch", style=f"background:{background}{ink}", aria_hidden="true")[fill.mark]


def picture(
    wide: str, narrow: str, alt: str, kind: str | None = None, lazy: bool = False
) -> h.Element:
    """One picture in two layouts, of which the browser fetches the one that fits."""
    return h.picture(class_=kind)[
        h.source(media="(max-width: 640px)", srcset=narrow),
        h.img(src=wide, alt=alt, loading="lazy" if lazy else None),
    ]
