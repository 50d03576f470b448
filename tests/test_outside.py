"""An address from a table is a link only if it leads to a site; else it is text, everywhere."""

import io
import json
from dataclasses import replace
from datetime import date

import curated
import hostile
import htpy as h
import openpyxl
import pytest
from download_builders import a_table
from hypothesis import given
from hypothesis import strategies as st
from markup import parsed
from pypdf import PdfReader

from components.base.choice import Choice
from components.base.links import LiveLinks
from components.base.outside import safe_url
from components.base.wording import Wording
from components.downloads.cells import printable
from components.downloads.workbook import xlsx
from components.html import evidence, parts, table_data
from components.map.days import day_file
from components.printed import factsheets
from edition.build import plan

WORDS, DAY = Wording("de"), date(2015, 9, 24)
SCRIPT = hostile.ADDRESSES["script"]
KREIS = "05154"
each_address = pytest.mark.parametrize("address", hostile.ADDRESSES.values(), ids=hostile.ADDRESSES)


@pytest.fixture(scope="module")
def spoiled():
    """The atlas with that address in every cell which holds one."""
    tables = curated.tables()
    sources = tables.sources.assign(url=SCRIPT)
    centres = tables.centres.assign(website=SCRIPT)
    changed = replace(tables, sources=sources, centres=centres)
    return replace(curated.atlas(), tables=changed)


def addresses(html):
    return [link["href"] for link in parsed(str(html)).select("a[href]")]


@each_address
def test_what_is_no_address_of_a_site_is_no_link(address):
    assert safe_url(address) == ""
    drawn = parsed(str(h.p[parts.located("Land: Bericht", address, WORDS)]))
    assert drawn.select("a") == [] and drawn.get_text() == f"Land: Bericht · {address}"


@pytest.mark.parametrize(
    "address", ["https://www.land.nrw/de?a=1&b=%20#c", "http://example.org", "HTTPS://E.org/ä"]
)
def test_an_address_of_a_site_is_a_link(address):
    assert safe_url(address) == address
    assert addresses(parts.located("Land: Bericht", address, WORDS)) == [address]


@given(st.text())
def test_no_text_becomes_a_link_but_to_a_site(text):
    assert safe_url(text) in ("", text)
    assert not safe_url(text) or text.lower().startswith(("http://", "https://"))


def test_every_address_of_the_real_tables_is_a_link():
    tables = curated.tables()
    known = {*tables.sources["url"], *tables.centres["website"]} - {""}
    assert known and {address for address in known if not safe_url(address)} == set()


@each_address
def test_a_cell_of_a_workbook_shows_it_without_a_link(address):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(a_table({"source_url": address}), WORDS)))
    (cell,) = [cell for cell in book.worksheets[0][2] if cell.value == printable(address)]
    assert cell.hyperlink is None


def test_the_list_of_sources_and_what_the_browser_draws_have_no_such_link(spoiled):
    listed = evidence.sources(spoiled.tables, LiveLinks({"lang": "de"}), WORDS)
    assert SCRIPT not in addresses(listed) and SCRIPT in str(listed)
    drawn = table_data.evidence(spoiled.tables, spoiled.confirmed, WORDS)
    rows = [*drawn["events"], *drawn["confirmed"].values()]
    assert rows and {row[3] for row in rows} == {""}
    assert json.dumps(day_file(spoiled, "approved", "de")["sources"]).count(SCRIPT) == 0


@pytest.mark.parametrize("path", ["index.html", f"kreise/{KREIS}.html", "daten.html"])
def test_no_page_of_an_edition_has_such_a_link(spoiled, path):
    edition, planned = plan(spoiled, Choice(DAY), (KREIS,), "", ("pages", "assets"))
    jobs = {job.path: job for jobs in planned.values() for job in jobs}
    found = addresses(jobs[path].make(edition, *jobs[path].arguments).decode())
    assert found and [address for address in found if "script" in address] == []


def test_no_sheet_has_such_a_link(spoiled):
    sheet = factsheets.file(spoiled, Choice(DAY, ags=KREIS))
    (page,) = PdfReader(io.BytesIO(sheet)).pages
    linked = [note.get_object()["/A"]["/URI"] for note in page.get("/Annots", [])]
    assert linked == [] and SCRIPT in page.extract_text()
