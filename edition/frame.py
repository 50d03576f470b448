"""The frame of every page of an edition: head, name, navigation, what it rests on, foot."""

from html import escape

from edition.links import link
from edition.model import ASSETS, CHECKSUMS, Page

#: The pages of the navigation and the keys of their names.
MENU = {"index.html": "page.karte", "verlauf.html": "page.verlauf", "daten.html": "edition.data"}
STYLE, MAP_STYLE = f"{ASSETS}edition.css", f"{ASSETS}map.css"


def document(
    page: Page, title: str, body: str, live: tuple[str, str], scripts: tuple[str, ...] = ()
) -> bytes:
    """A whole page.

    Parameters
    ----------
    body
        What stands between navigation and foot, its only h1 included.
    live
        The page of the live atlas that shows the same, and its district or nothing; used
        where the address of the atlas is known.
    scripts
        Files of the edition, run in this order once the page is read.
    """
    words, language = page.words, page.words.language
    sources = "".join(
        f'<script defer src="{escape(page.to(path))}"></script>'
        for path in page.there(list(scripts))
    )
    name = escape(f"{title} – {words('title')}" if title != words("title") else title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{name}</title>\n"
        f'<meta name="description" content="{escape(_edition(page))}">\n'
        '<link rel="icon" href="data:,">\n'
        f'<link rel="stylesheet" href="{escape(page.to(STYLE))}">\n'
        f'<link rel="stylesheet" href="{escape(page.to(MAP_STYLE))}">\n'
        f'{sources}\n</head>\n<body class="{_kind(page)}">\n'
        f'<a class="skip" href="#inhalt">{escape(words("edition.skip"))}</a>\n'
        f'{_top(page)}\n<main id="inhalt" tabindex="-1">\n{body}\n</main>\n{_foot(page, live)}\n'
        "</body>\n</html>\n"
    ).encode()


def _kind(page: Page) -> str:
    """The name of a page for the style: index, verlauf, daten, kreise."""
    return page.name.partition("/")[0].removesuffix(".html")


def headline(sentence: str, detail: str = "") -> str:
    """The sentence of the page as its only h1; below it what is told besides, as HTML."""
    told = f'<p class="detail">{detail}</p>' if detail else ""
    return f'<h1 class="headline">{escape(sentence)}</h1>{told}'


def _top(page: Page) -> str:
    words = page.words
    items = []
    for name, key in MENU.items():
        here = ' aria-current="page"' if name == page.name else ""
        address, label = escape(page.page(name)), escape(words(key))
        if address:
            items.append(f'<li><a href="{address}"{here}>{label}</a></li>')
    other = words("edition.other.code")
    switch = (
        f'<a class="language" href="{escape(page.elsewhere)}" lang="{other}" hreflang="{other}">'
        f"{escape(words('edition.other'))}</a>"
    )
    brand = link(words("title"), page.page("index.html"))
    return (
        f'<header class="top"><p class="brand"><strong>{brand}</strong>'
        f"<span>{escape(_edition(page))}</span></p>"
        f'<nav aria-label="{escape(words("edition.pages"))}"><ul>{"".join(items)}</ul></nav>'
        f"{switch}</header>"
    )


def _edition(page: Page) -> str:
    """Day and definition in one line."""
    choice = page.edition.choice
    counted = page.words(f"definition.{choice.definition}")
    return page.words("edition.of", day=page.words.day(choice.day), definition=counted)


def _foot(page: Page, live: tuple[str, str]) -> str:
    """What counts, source, licences, checksums, the way to the live atlas."""
    words, edition = page.words, page.edition
    stamp = edition.stamp(words, *live)
    licence = words("foot.licence", attribution=edition.atlas.attribution)
    ways = [link(words("edition.checksums"), page.to(CHECKSUMS))]
    if edition.site:
        ways.append(link(words("edition.live"), stamp.link))
    lines = [
        escape(f"{stamp.counted(words)} {stamp.source(words)}."),
        escape(licence),
        escape(words("edition.closed")),
        " · ".join(ways),
    ]
    return f'<footer class="foot">{"".join(f"<p>{line}</p>" for line in lines)}</footer>'
