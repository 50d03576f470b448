"""The page "In Leichter Sprache" as HTML: a line per sentence, in large type."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import htpy as h

from components.words.easy import GERMAN, Easy

#: Where more is told, which is not easy to read.
MORE = {"karte": "./", "ohne": "ohne"}


def easy(told: Easy, query: Mapping[str, str]) -> h.Element:
    """The whole text, marked as German; `query` is what the ways on keep."""
    names = h.ul(".names")[[h.li[name] for name in told.names]] if told.names else None
    return h.section(".easy", lang=GERMAN.language)[
        h.div[_lines(told.centre), h.div[_lines(told.untested)], h.div[_more(query)]],
        h.div[
            h.h2[stressed(told.title)],
            _lines(told.counted, "counted"),
            names,
            _lines(told.known),
        ],
    ]


def stressed(sentence: str) -> list[h.Node]:
    """A sentence with what stands between asterisks in strong type."""
    parts = sentence.split("*")
    return [h.strong[part] if place % 2 else part for place, part in enumerate(parts)]


def _lines(sentences: Sequence[str], news: str | None = None) -> list[h.Element]:
    """A paragraph each; what is `news` is said when it changes (page/nav_assets/keeper.mjs)."""
    return [h.p(data_news=news)[stressed(one)] for one in sentences]


def _more(query: Mapping[str, str]) -> list[h.Element]:
    return [
        h.p[h.a(href=f"{page}?{urlencode(query)}")[GERMAN(f"easy.more.{name}")]]
        for name, page in MORE.items()
    ]
