"""Links to what can be taken along: tables, pictures and factsheets, by what they show."""

from html import escape

from components.downloads.files import formats_of
from components.downloads.tables import TABLES
from components.printed.sheet import FORMATS
from edition import factsheets, pictures, tables
from edition.links import link
from edition.model import Page

DATA = "daten.html"
#: What a reader of the first page takes along most: tables, and pictures by format.
FIRST_TABLE, FIRST_PICTURES = "status", ("map", "curve")


def html(page: Page) -> str:
    """What is taken along most, for the foot of the first page."""
    words = page.words
    rows = [
        _row(page, words(f"edition.picture.{name}"), _pictures(page, name))
        for name in FIRST_PICTURES
    ]
    rows.append(_row(page, words(f"edition.table.{FIRST_TABLE}"), _tables(page, FIRST_TABLE)))
    rows.append(_row(page, words("edition.sheet.state"), _sheets(page, factsheets.STATE)))
    more = link(words("edition.more"), page.page(DATA))
    title = escape(words("edition.take"))
    return f"<section><h2>{title}</h2>{_list(rows)}<p>{more}</p></section>"


def tables_html(page: Page) -> str:
    """Every table in all its formats."""
    return _list(
        [_row(page, page.words(f"edition.table.{name}"), _tables(page, name)) for name in TABLES]
    )


def pictures_html(page: Page) -> str:
    """Every picture in all its formats, and the film."""
    words, edition = page.words, page.edition
    rows = [
        _row(page, words(f"edition.picture.{name}"), _pictures(page, name))
        for name in pictures.TAKEN
    ]
    moving = {pictures.FILM: pictures.film_path(edition, words)}
    rows.append(_row(page, words("edition.picture.film"), moving))
    return _list(rows)


def sheets_html(page: Page) -> str:
    """The factsheet of the state and those of the districts."""
    words, edition = page.words, page.edition
    names = edition.atlas.known.districts.set_index("ags")["name"]
    rows = [_row(page, words("edition.sheet.state"), _sheets(page, factsheets.STATE))]
    rows += [_row(page, names[ags], _sheets(page, ags)) for ags in edition.keys]
    return _list(rows, "sheets")


def _tables(page: Page, name: str) -> dict[str, str]:
    return {kind: tables.path(page.edition, page.words, name, kind) for kind in formats_of(name)}


def _pictures(page: Page, name: str) -> dict[str, str]:
    return {kind: pictures.taken_path(page.edition, page.words, name, kind) for kind in FORMATS}


def _sheets(page: Page, ags: str) -> dict[str, str]:
    return {"pdf": factsheets.path(page.edition, page.words, ags)}


def _row(page: Page, label: str, files: dict[str, str]) -> str:
    """What it is, then a link per format; empty where none of the files is there."""
    there = {kind: path for kind, path in files.items() if path in page.edition.paths}
    ways = " ".join(
        f'<a href="{escape(page.to(path))}" aria-label="{escape(f"{label}, {kind.upper()}")}">'
        f"{kind.upper()}</a>"
        for kind, path in there.items()
    )
    return f"<li><span>{escape(label)}</span> <span>{ways}</span></li>" if there else ""


def _list(rows: list[str], kind: str = "") -> str:
    return f'<ul class="take {kind}">{"".join(rows)}</ul>' if any(rows) else ""
