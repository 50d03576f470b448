"""The head of a page: what search engines and messengers tell of it, in its language."""

import htpy as h

from components.base.atlas import Atlas
from components.base.wording import LANGUAGES, Wording
from components.words import link_preview, pages
from components.words.link_preview import LOCALES
from components.words.pages import Told
from server import address, early, oembed, previews, theme
from server.asking import Asked

ICONS = h.fragment[
    h.link(rel="icon", type="image/svg+xml", href="./icon.svg"),
    h.link(rel="icon", type="image/png", sizes="180x180", href="./icon.png"),
    h.link(rel="apple-touch-icon", href="./icon.png"),
]


def head(asked: Asked, atlas: Atlas) -> h.Node:
    """Title, description, icon, addresses, and how the page looks where it is linked."""
    words, told = Wording(asked.choice.language), pages.told(asked.page, atlas, asked.choice)
    about = description(asked, told, words)
    here = located(asked, asked.choice.language)
    return h.fragment[
        h.title[told.title],
        h.meta(name="description", content=about),
        asked.problems and h.meta(name="robots", content="noindex"),
        theme.head(),
        ICONS,
        h.link(rel="canonical", href=here),
        _others(asked),
        _feeds(asked, words),
        _frame(asked, told),
        _card(asked, atlas, told),
        early.head(asked),
    ]


def bare(words: Wording) -> h.Node:
    """The head while there is nothing to tell: name and icon of the site."""
    return h.fragment[
        h.title[words("title")],
        h.meta(name="description", content=words("broken.title")),
        theme.head(),
        ICONS,
    ]


def description(asked: Asked, told: Told, words: Wording) -> str:
    """What the address got wrong, then what stands below the headline, and what KIZ means."""
    return link_preview.description([*asked.wrong(words), *told.line.detail, words("about")])


def located(asked: Asked, language: str = "") -> str:
    """The one address of the page in a language; without one each browser has its own there."""
    query = {name: value for name, value in asked.query.items() if name != "lang"}
    named = {"lang": language} if language else {}
    return address.full(asked.site, address.path(asked.page), query | named)


def _others(asked: Asked) -> list[h.Element]:
    """The same in each language, and where the browser's own decides."""
    named = {**{language: language for language in LANGUAGES}, "x-default": ""}
    return [
        h.link(rel="alternate", hreflang=name, href=located(asked, language))
        for name, language in named.items()
    ]


def _feeds(asked: Asked, words: Wording) -> list[h.Element]:
    """What became known, of all and of the district of the page."""
    files = {"feed.atom": words("feed.title")}
    if asked.page == "kreis" and asked.choice.ags:
        files = {f"feed/{asked.choice.ags}.atom": words("feed.title.district"), **files}
    query = {"lang": words.language}
    return [
        h.link(
            rel="alternate",
            type="application/atom+xml",
            title=title,
            href=address.full(asked.site, file, query),
        )
        for file, title in files.items()
    ]


def _frame(asked: Asked, told: Told) -> h.Element | None:
    """How a system that is given the address finds the map for its own pages."""
    if asked.page not in oembed.PAGES:
        return None
    return oembed.discovery(located(asked, asked.choice.language), asked.site, told.line.sentence)


def _card(asked: Asked, atlas: Atlas, told: Told) -> h.Node:
    """The page as Open Graph and Twitter describe it, with a picture of its day.

    Nothing of what the address got wrong: whoever writes a link would write its preview.
    """
    about = description(asked._replace(problems=[]), told, Wording(asked.choice.language))
    order = previews.of_page(asked.page, asked.choice)
    picture, shown = previews.address_of(order, asked.site), previews.described(order, atlas)
    language = asked.choice.language
    graph = {
        "og:type": "website",
        "og:site_name": Wording(language)("title"),
        "og:title": told.line.sentence,
        "og:description": about,
        "og:url": located(asked, language),
        "og:locale": LOCALES[language],
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": f"{previews.SIZE[0]}",
        "og:image:height": f"{previews.SIZE[1]}",
        "og:image:alt": shown,
    }
    card = {
        "twitter:card": "summary_large_image",
        "twitter:title": told.line.sentence,
        "twitter:description": about,
        "twitter:image": picture,
        "twitter:image:alt": shown,
    }
    others = [LOCALES[other] for other in LANGUAGES if other != language]
    return h.fragment[
        [h.meta(property=name, content=text) for name, text in graph.items()],
        [h.meta(property="og:locale:alternate", content=locale) for locale in others],
        [h.meta(name=name, content=text) for name, text in card.items()],
    ]
