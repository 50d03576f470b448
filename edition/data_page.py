"""The page of everything that can be taken along, and of what it rests on."""

from html import escape

from adoption.vocabulary import DEFINITIONS
from components.words import headline
from edition import frame, takeaway
from edition.links import link
from edition.model import CHECKSUMS, MANIFEST, Page

NAME = takeaway.DATA
#: The page of the live atlas that is like it.
LIVE = "quellen"
LICENCES = ("LICENSE-DATA.md", "LICENSE-FONTS.md")


def html(page: Page) -> bytes:
    """The whole page."""
    words = page.words
    parts = [
        ("edition.tables", takeaway.tables_html(page), "edition.tables.note"),
        ("edition.pictures", takeaway.pictures_html(page), "edition.pictures.note"),
        ("edition.sheets", takeaway.sheets_html(page), "edition.sheets.note"),
    ]
    files = "".join(
        f'<section><h2>{escape(words(title))}</h2><p class="part">{escape(words(note))}</p>'
        f"{listed}</section>"
        for title, listed, note in parts
        if listed
    )
    body = (
        frame.headline(words("edition.data"), escape(words("edition.data.detail")))
        + f'<div class="columns"><div>{files}</div>'
        f'<div class="aside">{_cite(page)}{_counted(page)}{_whole(page)}</div></div>'
    )
    return frame.document(page, words("edition.data"), body, (LIVE, ""))


def _cite(page: Page) -> str:
    """How to cite the edition, in words and, where it has an address, for a bibliography."""
    words, edition = page.words, page.edition
    choice = edition.choice
    title = headline.on_day(edition.atlas, choice.day, choice.definition, words).sentence
    stamp = edition.stamp(words)
    told = stamp.citation(title, words)
    if not edition.site:
        # The query alone is no address that a reader could use.
        told = told.removesuffix(stamp.link).rstrip()
    entry = f'<pre tabindex="0">{escape(stamp.bibtex(title, words))}</pre>' if edition.site else ""
    return f"<h2>{escape(words('edition.cite'))}</h2><p>{escape(told)}</p>{entry}"


def _counted(page: Page) -> str:
    """What each definition counts; the one of the edition is marked."""
    words, chosen = page.words, page.edition.choice.definition
    items = []
    for name in DEFINITIONS:
        told = escape(words(f"definition.{name}"))
        here = f" ({escape(words('edition.chosen'))})" if name == chosen else ""
        items.append(f"<dt>{told}{here}</dt><dd>{escape(words(f'definition.{name}.help'))}</dd>")
    return f"<h2>{escape(words('edition.definitions'))}</h2><dl>{''.join(items)}</dl>"


def _whole(page: Page) -> str:
    """Checksums, manifest, licences."""
    words = page.words
    ways = [
        link(words("edition.checksums"), page.to(CHECKSUMS)),
        link(words("edition.manifest"), page.to(MANIFEST)),
        *(link(name, page.to(name)) for name in LICENCES),
    ]
    listed = "".join(f"<li>{way}</li>" for way in ways)
    check = escape(words("edition.check"))
    return (
        f"<h2>{escape(words('edition.whole'))}</h2><ul>{listed}</ul>"
        f"<p>{check} <code>sha256sum -c {CHECKSUMS}</code></p>"
    )
