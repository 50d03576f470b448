"""Links to what can be taken along: tables, pictures and factsheets, by what they show."""

from collections.abc import Mapping, Sequence

import htpy as h

from components.downloads.files import formats_of
from components.downloads.tables import TABLES
from components.html import parts
from components.printed.finish import FORMATS
from edition import factsheets, pictures, tables
from edition.model import DATA, Page

#: What a reader of the first page takes along most: tables, and pictures by format.
FIRST_TABLE, FIRST_PICTURES = "status", ("map", "curve")


def most(page: Page) -> h.Element:
    """What is taken along most, for the foot of the first page."""
    words = page.words
    rows = [
        *(_picture(page, name) for name in FIRST_PICTURES),
        _table(page, FIRST_TABLE),
        _sheet(page, words("edition.sheet.state"), factsheets.STATE),
    ]
    more = parts.link(words("edition.more"), page.page(DATA))
    return h.section[h.h2[words("edition.take")], _listed(rows), h.p[more]]


def all_tables(page: Page) -> h.Element | None:
    """Every table in all its formats; None where there is none."""
    return _listed([_table(page, name) for name in TABLES])


def all_pictures(page: Page) -> h.Element | None:
    """Every picture in all its formats, and the film; None where there is none."""
    words = page.words
    film = {pictures.FILM: pictures.film_path(page.edition, words)}
    rows = [_picture(page, name) for name in pictures.TAKEN]
    return _listed([*rows, _row(page, words("edition.picture.film"), film)])


def all_sheets(page: Page) -> h.Element | None:
    """The factsheet of the state and those of the districts; None where there is none."""
    edition = page.edition
    names = edition.atlas.tables.districts.set_index("ags")["name"]
    state = _sheet(page, page.words("edition.sheet.state"), factsheets.STATE)
    return _listed([state, *(_sheet(page, names[ags], ags) for ags in edition.keys)], "sheets")


def _table(page: Page, name: str) -> h.Element | None:
    kinds = formats_of(name)
    files = {kind: tables.path(page.edition, page.words, name, kind) for kind in kinds}
    return _row(page, page.words(f"edition.table.{name}"), files)


def _picture(page: Page, name: str) -> h.Element | None:
    files = {kind: pictures.taken_path(page.edition, page.words, name, kind) for kind in FORMATS}
    other = page.words.day(pictures.other_day(page.edition))
    return _row(page, page.words(f"edition.picture.{name}", other=other), files)


def _sheet(page: Page, label: str, ags: str) -> h.Element | None:
    return _row(page, label, {"pdf": factsheets.path(page.edition, page.words, ags)})


def _row(page: Page, label: str, files: Mapping[str, str]) -> h.Element | None:
    """What it is, then a link per format; None where none of the files is there."""
    ways = [
        h.a(href=page.to(path), aria_label=f"{label}, {kind.upper()}")[kind.upper()]
        for kind, path in files.items()
        if path in page.edition.paths
    ]
    return h.li[h.span[label], " ", h.span[parts.joined(ways, " ")]] if ways else None


def _listed(rows: Sequence[h.Element | None], kind: str = "") -> h.Element | None:
    return h.ul(class_=["take", kind])[rows] if any(rows) else None
