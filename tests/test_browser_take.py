"""The page "Mitnehmen" in a real browser: files arrive, the preview is the picture."""

import io
import json
from urllib.request import urlopen

import curated
import openpyxl
import pandas as pd
import pytest
from accessibility import faults
from browser import (
    NARROW,
    WIDE,
    choose,
    query,
    received,
    settled,
    until,
    wider_than_the_screen,
)
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from components.downloads import TABLES

DAY = "tag=2015-09-24&definition=approved"
KLEVE = "&kreis=05154"
#: Where the column beside the picture is narrowest.
BETWEEN = (768, 900)


@pytest.fixture
def taking(open_page):
    """The page "Mitnehmen" with Kleve chosen, for this test alone."""
    return settled(open_page(f"mitnehmen?{DAY}{KLEVE}"), areas=0)


def taken(page, label):
    """Name and bytes of the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_picture_table_and_sheet_arrive_with_the_numbers_of_the_page(taking):
    name, content = taken(taking, "PNG (300 dpi)")
    image = Image.open(io.BytesIO(content))
    assert name == "kiz-atlas-karte-2015-09-24-approved-16x9.png"
    assert image.size == (2400, 1350) and round(image.info["dpi"][0]) == 300
    name, content = taken(taking, "SVG")
    assert content.count(b'id="area-') == 54 and b"GeoBasis-DE" in content
    name, content = taken(taking, "Kreis Kleve (PDF)")
    (sheet,) = PdfReader(io.BytesIO(content)).pages
    assert "Kleve" in sheet.extract_text()
    name, content = taken(taking, "CSV herunterladen")
    table = pd.read_csv(io.BytesIO(content), dtype="string")
    assert (len(table), int(table["has_kiz"].eq("true").sum())) == (54, 49)
    choose(taking, "Dateiformat", "Excel (XLSX)")
    name, content = taken(taking, "XLSX herunterladen")
    assert name.endswith(".xlsx")
    rows = max(sheet.max_row for sheet in openpyxl.load_workbook(io.BytesIO(content)))
    assert rows >= 55


def test_the_preview_is_the_picture_asked_for_and_a_table_sends_no_picture_again(taking):
    image = taking.locator(".st-key-preview img")

    def shows(width, height):
        until(
            taking,
            "wanted => { const image = document.querySelector('.st-key-preview img');"
            " return image?.complete && image.naturalHeight"
            " && Math.abs(image.naturalWidth / image.naturalHeight - wanted) < 0.01 }",
            arg=width / height,
        )

    shows(16, 9)
    assert "Karte" in image.get_attribute("alt")
    choose(taking, "Format", "1:1, Quadrat")
    shows(1, 1)
    settled(taking, areas=0)

    def act():
        choose(taking, "Welche?", "Ereignisse")
        taking.locator(".st-key-format_events").wait_for()
        settled(taking, areas=0)

    assert 0 < received(taking, act) < 30_000


def test_the_map_leads_to_its_picture_and_back(open_page):
    page = settled(open_page(f"?{DAY}{KLEVE}"))
    page.locator(".st-key-take").get_by_role("link", name="Mitnehmen").click()
    page.get_by_role("button", name="PNG (300 dpi)").wait_for()
    settled(page, areas=0)
    assert query(page)["tag"] == "2015-09-24" and query(page)["kreis"] == "05154"
    page.get_by_role("link", name="Karte", exact=True).click()
    expect(page.locator("h1")).to_contain_text("24.09.2015")
    settled(page)


def test_machines_find_the_tables_at_their_addresses(look_at, server):
    look_at(f"mitnehmen?{DAY}{KLEVE}", areas=0)
    with urlopen(f"{server}/app/static/data/status.csv") as answer:
        assert len(pd.read_csv(answer)) == 54
    with urlopen(f"{server}/app/static/data/totals.json") as answer:
        assert len(json.load(answer)["rows"]) == len(curated.tables().totals)


@pytest.mark.parametrize("size", [WIDE, BETWEEN, NARROW])
def test_the_page_is_accessible_and_no_wider_than_the_screen(look_at, size):
    page = look_at(f"mitnehmen?{DAY}{KLEVE}", size, areas=0)
    assert faults(page) == []
    assert not wider_than_the_screen(page)
    addresses = page.locator("table.machines a")
    inside = "all => all.every(link => link.getBoundingClientRect().right <= innerWidth)"
    assert addresses.count() == 2 * len(TABLES) and addresses.evaluate_all(inside)
