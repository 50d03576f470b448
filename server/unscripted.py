"""What is read where no script runs: headline and all districts, in both languages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import htpy as h
from markupsafe import Markup

from components.base.atlas import Atlas
from components.base.collation import rows_by_name
from components.base.memory import kept
from components.base.wording import LANGUAGES, Wording
from components.html.easy import easy
from components.html.statements import TEXTS
from components.words import easy as words_easy
from components.words import pages
from server import address
from server.asking import Asked

#: The page whose text is German whatever the language.
EASY = "leichte-sprache"
#: As many tables are kept, those of the days asked for last: 15 kB each.
MOST = 200
_STYLE = Markup(Path(__file__).with_suffix(".css").read_text("utf-8"))


def words_of(asked: Asked, atlas: Atlas) -> h.Element:
    """What is read where no script runs."""
    return h.noscript[read(asked, atlas, lambda words: words("unscripted"))]


def read(asked: Asked, atlas: Atlas, why: Callable[[Wording], str]) -> h.Fragment:
    """The page in its own language, then in the other, the table of all, the ways on.

    `why` says why there is no more.
    """
    own = asked.choice.language
    languages = sorted(LANGUAGES, key=lambda language: language != own)
    return h.fragment[
        h.style[_STYLE],
        [_told(asked, atlas, language, why) for language in languages],
        asked.page == EASY and easy(words_easy.easy(atlas, asked.choice), asked.query),
        table(atlas, asked.choice.day, asked.choice.definition, own),
        [h.nav(lang=language)[links(Wording(language))] for language in languages],
    ]


def broken() -> h.Element:
    """That there is nothing to read, in both languages."""
    return h.noscript[
        [h.p(lang=language)[Wording(language)("broken.title")] for language in LANGUAGES]
    ]


def links(words: Wording, below: str = "./") -> h.Element:
    """The ways to all pages, in the language of the words; `below` is where the site begins."""
    query = urlencode({"lang": words.language})
    return h.ul[
        [
            h.li[h.a(href=f"{below}{address.path(page)}?{query}")[words(f"page.{page}")]]
            for page in pages.FOLLOWS
        ]
    ]


def _told(asked: Asked, atlas: Atlas, language: str, why: Callable[[Wording], str]) -> h.Element:
    words = Wording(language)
    told = pages.told(asked.page, atlas, replace(asked.choice, language=language))
    return h.section(lang=language)[
        h.p[h.strong[words("title")], " · ", words("about")],
        [h.p[sentence] for sentence in asked.wrong(words)],
        h.h1[told.line.sentence],
        h.p[" ".join(told.line.detail)],
        asked.page in TEXTS and TEXTS[asked.page](words),
        h.p[why(words)],
    ]


@kept(MOST)
def table(atlas: Atlas, day: date, definition: str, language: str) -> Markup:
    """All districts with their group on the day, in both languages, the own one first."""
    languages = sorted(map(Wording, LANGUAGES), key=lambda words: words.language != language)
    rows = rows_by_name(atlas.standings(day, definition), "name")
    counted = {"n": len(rows)}
    return Markup(
        h.table[
            h.caption[
                [
                    h.span(lang=words.language)[
                        words("unscripted.table", day=words.day(day), **counted), " "
                    ]
                    for words in languages
                ]
            ],
            h.thead[h.tr[h.th, [_heading(words) for words in languages]]],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[_district(row, day, definition, language)],
                        [
                            h.td(lang=words.language)[words(f"table.group.{row.group}")]
                            for words in languages
                        ],
                    ]
                    for row in rows.itertuples(index=False)
                ]
            ],
        ]
    )


def _heading(words: Wording) -> h.Element:
    return h.th(scope="col", lang=words.language)[words("table.group")]


def _district(row: tuple, day: date, definition: str, language: str) -> h.Element:
    query = {"tag": f"{day}", "definition": definition, "kreis": row.ags, "lang": language}
    return h.a(href=f"kreis?{urlencode(query)}", lang="de")[row.name]
