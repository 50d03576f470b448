"""The frame of every page of an edition: head, name, navigation, what it rests on, foot."""

import htpy as h

from components.base.wording import Wording
from components.html import parts
from components.html.german import german, sentence, terms
from components.html.styles import THEMES
from edition import preview
from edition.links import PageLinks
from edition.model import ASSETS, CHECKSUMS, DATA, INDEX, Page
from edition.preview import About

#: The pages of the navigation and the keys of their names.
MENU = {INDEX: "page.karte", "verlauf.html": "page.verlauf", DATA: "edition.data"}
STYLE, MAP_STYLE, THEME = f"{ASSETS}edition.css", f"{ASSETS}map.css", f"{ASSETS}theme.js"
#: What a page may load and do: files of its own, styles in its markup, and nothing else. Some
#: browsers do not take a file of the same folder for its own, so files from disk are named.
POLICY = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self' file:" for kind in ("script", "font")),
        "img-src 'self' file: data:",
        "style-src 'self' file: 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
#: The one part of a page that is its own, where a skip link leads.
MAIN = "inhalt"


def document(page: Page, about: About, body: h.Node, scripts: tuple[str, ...] = ()) -> bytes:
    """A whole page.

    Parameters
    ----------
    body
        What stands between navigation and foot, its only h1 included.
    scripts
        Files of the edition, run in this order once the page is read.
    """
    words = page.words
    whole = h.html(lang=words.language)[
        _head(page, about, scripts),
        h.body(class_=_kind(page))[
            h.a(".skip", href=f"#{MAIN}")[words("edition.skip")],
            _top(page),
            h.main(id=MAIN, tabindex="-1")[body],
            _foot(page, about.live),
        ],
    ]
    return f"{whole}\n".encode()


def headline(sentence: str, detail: h.Node = None) -> h.Fragment:
    """The sentence of the page as its only h1; below it what is told besides."""
    return h.fragment[h.h1(".headline")[sentence], detail and h.p(".detail")[detail]]


def _head(page: Page, about: About, scripts: tuple[str, ...]) -> h.Element:
    return h.head[
        h.meta(charset="utf-8"),
        h.meta(http_equiv="Content-Security-Policy", content=POLICY),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="referrer", content="no-referrer"),
        h.meta(name="color-scheme", content="light dark"),
        h.script(src=page.to(THEME)),
        preview.described(page, about),
        h.link(rel="icon", href="data:,"),
        [h.link(rel="stylesheet", href=page.to(style)) for style in (STYLE, MAP_STYLE)],
        [h.script(defer=True, src=page.to(path)) for path in page.there(list(scripts))],
    ]


def _kind(page: Page) -> str:
    """The name of a page for the style: index, verlauf, daten, kreise."""
    return page.name.partition("/")[0].removesuffix(".html")


def _top(page: Page) -> h.Element:
    words, other = page.words, page.words("edition.other.code")
    ways = {name: page.page(name) for name in MENU}
    return h.header(".top")[
        h.p(".brand")[
            h.strong[parts.link(words("title"), page.page(INDEX))], h.span[_edition(page)]
        ],
        h.nav(aria_label=words("edition.pages"))[
            h.ul[
                [
                    h.li[h.a(href=way, aria_current=_current(name, page))[words(MENU[name])]]
                    for name, way in ways.items()
                    if way
                ]
            ]
        ],
        h.a(".language", href=page.elsewhere, lang=other, hreflang=other)[words("edition.other")],
        _themes(words),
    ]


def _themes(words: Wording) -> h.Element:
    """The switch of the theme, which the script shows."""
    options = [h.option(value=name)[words(f"theme.{name}")] for name in THEMES]
    return h.label(".theme", hidden=True)[h.span[words("theme.label")], " ", h.select[options]]


def _current(name: str, page: Page) -> str | None:
    return "page" if name == page.name else None


def _edition(page: Page) -> str:
    """Day and definition in one line."""
    choice = page.edition.choice
    counted = page.words(f"definition.{choice.definition}")
    return page.words("edition.of", day=page.words.day(choice.day), definition=counted)


def _foot(page: Page, live: tuple[str, str]) -> h.Element:
    """What KIZ means, what counts, the three dates, source, licences, checksums, the live atlas."""
    words, edition = page.words, page.edition
    stamp, line = edition.stamp(words, *live), german(edition.atlas.attribution, words)
    ways = [
        parts.link(words("foot.words"), PageLinks(page).words()),
        parts.link(words("reading.title"), PageLinks(page).reading()),
        parts.link(words("edition.checksums"), page.to(CHECKSUMS)),
    ]
    if edition.site:
        ways.append(parts.link(words("edition.live"), stamp.link))
    return h.footer(".foot")[
        h.p[terms(words("about"), words)],
        h.p[f"{stamp.counted(words)} {stamp.dates(words)}"],
        h.p[f"{stamp.source(words)}."],
        h.p[sentence(words, "foot.licence", attribution=line)],
        h.p[words("edition.closed")],
        h.p[parts.joined(ways, " · ")],
    ]
