"""The page of everything that can be taken along, and of what it rests on."""

import htpy as h

from adoption.vocabulary import DEFINITIONS
from components.base.links import WORDS
from components.html import parts
from components.html.glossary import glossary
from edition import frame, takeaway
from edition.model import CHECKSUMS, DATA, MANIFEST, Page
from edition.preview import About

NAME = DATA
#: The page of the live atlas that is like it.
LIVE = "quellen"
LICENCES = ("LICENSE-DATA.md", "LICENSE-FONTS.md")
#: What can be taken along, by the name of its heading.
_FILES = {
    "tables": takeaway.all_tables,
    "pictures": takeaway.all_pictures,
    "sheets": takeaway.all_sheets,
}


def html(page: Page) -> bytes:
    """The whole page."""
    words = page.words
    files = {name: listed(page) for name, listed in _FILES.items()}
    body = [
        frame.headline(words("edition.data"), words("edition.data.detail")),
        h.div(".columns")[
            h.div[[_files(page, name, listed) for name, listed in files.items() if listed]],
            h.div(".aside")[_cite(page), _counted(page), _whole(page)],
        ],
        h.section[
            h.h2(id=WORDS)[words("part.woerter")],
            h.p(".part")[words("part.woerter.told")],
            glossary(words),
        ],
    ]
    told = [words("edition.data.detail"), page.line.sentence]
    return frame.document(
        page, About(words("edition.data"), words("edition.data"), told, (LIVE, "")), body
    )


def _files(page: Page, name: str, listed: h.Element) -> h.Element:
    words = page.words
    note = h.p(".part")[words(f"edition.{name}.note")]
    return h.section[h.h2[words(f"edition.{name}")], note, listed]


def _cite(page: Page) -> h.Fragment:
    """How to cite the edition, in words and, where it has an address, for a bibliography."""
    words, edition = page.words, page.edition
    title, stamp = page.line.sentence, edition.stamp(words)
    entry = h.pre(tabindex="0")[stamp.bibtex(title, words)] if edition.site else None
    return h.fragment[h.h2[words("edition.cite")], h.p[stamp.citation(title, words)], entry]


def _counted(page: Page) -> h.Fragment:
    """What each definition counts; the one of the edition is marked."""
    words, chosen = page.words, page.edition.choice.definition
    here = f" ({words('edition.chosen')})"
    pairs = [
        (
            h.dt[words(f"definition.{name}"), name == chosen and here],
            h.dd[words(f"definition.{name}.help")],
        )
        for name in DEFINITIONS
    ]
    return h.fragment[h.h2[words("edition.definitions")], h.dl[pairs]]


def _whole(page: Page) -> h.Fragment:
    """Checksums, manifest, licences."""
    words = page.words
    files = {
        words("edition.checksums"): CHECKSUMS,
        words("edition.manifest"): MANIFEST,
        **{name: name for name in LICENCES},
    }
    return h.fragment[
        h.h2[words("edition.whole")],
        h.ul[[h.li[parts.link(label, page.to(path))] for label, path in files.items()]],
        h.p[words("edition.check"), " ", h.code[f"sha256sum -c {CHECKSUMS}"]],
    ]
