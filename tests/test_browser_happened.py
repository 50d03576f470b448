"""The table "Was geschah" in a real browser: narrowed, searched, taken along, readable."""

import io
import re

import pandas as pd
import pytest
from accessibility import faults
from browser import NARROW, WIDE, query, settled, wider_than_the_screen
from playwright.sync_api import expect

YEAR = "aenderungen?seit=2015-01-01&tag=2015-12-31"
ROWS = ".st-key-happened tbody tr:visible"
HITS = ".st-key-happened_tools .hits"


@pytest.fixture
def year(open_page):
    """The year 2015, for this test alone."""
    return settled(open_page(YEAR), areas=0)


def test_a_kind_and_a_search_narrow_the_table_and_the_file_has_it_all(year):
    every = year.locator(ROWS).count()
    year.get_by_role("radio", name="Was den Status ändert").click()
    expect(year.locator(ROWS, has_text="Ändert nichts")).to_have_count(0)
    settled(year, areas=0)
    assert query(year)["art"] == "changes"
    year.get_by_role("searchbox", name="Liste durchsuchen").fill("coesfeld")
    expect(year.locator(ROWS)).to_have_count(3)
    expect(year.locator(HITS)).to_have_text(re.compile("^3 von "))
    with year.expect_download() as download:
        year.get_by_role("button", name=f"Alle {every} Zeilen dieser Tage als CSV").click()
    assert download.value.suggested_filename == "kiz-atlas-happened-2015-01-01-2015-12-31.csv"
    table = pd.read_csv(io.BytesIO(download.value.path().read_bytes()), dtype="string")
    assert len(table) == every


def test_the_headings_sort_and_say_so(year):
    heading = year.locator(".st-key-happened th", has_text="Datum")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    days = year.locator(f"{ROWS} th").evaluate_all("cells => cells.map(cell => cell.dataset.sort)")
    assert days == sorted(days) and len(days) > 50


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_table_fits_the_screen_and_axe_finds_nothing_grave(look_at, size):
    page = look_at(YEAR, size, areas=0)
    assert page.locator(ROWS).count() > 50
    assert not wider_than_the_screen(page)
    box = page.locator(".st-key-happened .rows")
    if size == NARROW:
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert faults(page) == []
