"""The page "Mitnehmen" in a real browser: files arrive, the camera tells its source, embedding."""

import io
import json
from urllib.request import urlopen

import openpyxl
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import choose, received, settled
from PIL import Image
from pypdf import PdfReader

DAY = "tag=2015-09-24&definition=approved"
WIDER = '() => document.querySelector("[data-testid=stMain]").scrollWidth > innerWidth'
#: Keeps what the camera would draw instead of drawing it.
LISTEN = """() => {
  window.Plotly.downloadImage = (figure, form) => { window.taken = { figure, form } };
}"""


def taken(page, label):
    """Name and bytes of the file that a button gives."""
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=label, exact=True).click()
    name = download.value.suggested_filename
    return name, download.value.path().read_bytes()


def test_picture_table_and_sheet_arrive_with_the_numbers_of_the_page(open_page):
    page = settled(open_page(f"mitnehmen?{DAY}&kreis=05154"), areas=0)
    name, content = taken(page, "PNG (300 dpi)")
    image = Image.open(io.BytesIO(content))
    assert name == "kiz-atlas-karte-2015-09-24-approved-16x9.png"
    assert image.size == (3200, 1800) and round(image.info["dpi"][0]) == 300
    name, content = taken(page, "SVG")
    assert content.count(b'id="area-') == 54 and b"GeoBasis-DE" in content
    name, content = taken(page, "Kreis Kleve (PDF)")
    (sheet,) = PdfReader(io.BytesIO(content)).pages
    assert "Kleve" in sheet.extract_text()
    name, content = taken(page, "CSV herunterladen")
    table = pd.read_csv(io.BytesIO(content), dtype="string")
    assert (len(table), int(table["has_kiz"].eq("true").sum())) == (54, 49)
    choose(page, "Dateiformat", "Excel (XLSX)")
    settled(page, areas=0)
    name, content = taken(page, "XLSX herunterladen")
    assert name.endswith(".xlsx")
    rows = max(sheet.max_row for sheet in openpyxl.load_workbook(io.BytesIO(content)))
    assert rows >= 55


def test_the_preview_is_the_picture_that_is_asked_for(open_page):
    page = settled(open_page(f"mitnehmen?{DAY}"), areas=0)
    image = page.locator(".st-key-preview img")

    def ratio():
        page.wait_for_function("() => document.querySelector('.st-key-preview img')?.complete")
        wide, high = image.evaluate("image => [image.naturalWidth, image.naturalHeight]")
        return round(wide / high, 2)

    assert ratio() == round(16 / 9, 2)
    page.get_by_role("radio", name="1:1").or_(page.get_by_role("button", name="1:1")).click()
    page.wait_for_function(
        "() => { const i = document.querySelector('.st-key-preview img');"
        " return i?.complete && i.naturalWidth === i.naturalHeight }"
    )
    assert "Karte" in image.get_attribute("alt")


def test_the_map_leads_to_its_picture_and_back(open_page):
    page = settled(open_page(f"?{DAY}&kreis=05154"))
    page.get_by_role("button", name="Mitnehmen").click()
    page.get_by_role("button", name="PNG (300 dpi)").wait_for()
    settled(page, areas=0)
    assert "tag=2015-09-24" in page.url and "kreis=05154" in page.url
    page.get_by_role("link", name="Karte", exact=True).click()
    assert "24.09.2015" in settled(page).locator("h1").inner_text()


def test_the_camera_gives_title_and_source(open_page):
    page = settled(open_page(f"?{DAY}"))
    page.evaluate(LISTEN)
    page.locator(".st-key-areas").hover()
    page.get_by_role("button", name="Bild der Grafik herunterladen (PNG)").click()
    figure = page.evaluate("() => window.taken.figure")
    told = " ".join(note["text"].replace("<br>", " ") for note in figure["layout"]["annotations"])
    headline = page.locator("h1").inner_text()
    assert headline in told.replace("<b>", "").replace("</b>", "")
    assert "GeoBasis-DE" in told and "Datenstand 2026-" in told and "tag=2015-09-24" in told
    assert "Abgelehnt 3" in told and "rgb(200, 80, 15)" in told
    assert len(figure["data"][0]["locations"]) == 54


def test_the_camera_draws_a_file(open_page):
    page = settled(open_page(f"?{DAY}"))
    page.locator(".st-key-areas").hover()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Bild der Grafik herunterladen (PNG)").click()
    image = Image.open(download.value.path()).convert("RGB")
    assert image.size == (3200, 2400)
    colours = {colour for _, colour in image.getcolors(maxcolors=1_000_000)}
    assert (13, 58, 102) in colours and (200, 80, 15) in colours  # open and rejected are drawn


def test_embedded_the_map_stands_without_navigation_and_leads_to_the_atlas(open_page):
    page = settled(open_page(f"?{DAY}&embed=true", width=700, height=760))
    assert "49 von 54" in page.locator("h1").inner_text()
    assert page.get_by_role("link", name="Ohne KIZ").count() == 0
    assert page.locator(".st-key-top").count() == 0
    foot = page.locator(".foot")
    assert "GeoBasis-DE" in foot.inner_text()
    with page.context.expect_page() as opened:
        foot.get_by_role("link", name="Im Atlas öffnen").click()
    assert "tag=2015-09-24" in opened.value.url and "embed" not in opened.value.url
    assert not page.evaluate(WIDER)


def test_machines_find_the_tables_at_their_addresses(open_page, server):
    settled(open_page())
    with urlopen(f"{server}/app/static/data/status.csv") as answer:
        assert len(pd.read_csv(answer)) == 54
    with urlopen(f"{server}/app/static/data/totals.json") as answer:
        assert len(json.load(answer)["rows"]) == 37


def test_the_choice_of_a_table_sends_no_picture_again(open_page):
    page = settled(open_page(f"mitnehmen?{DAY}"), areas=0)
    sent = received(page, lambda: choose(page, "Welche?", "Ereignisse"), areas=0)
    assert sent < 30_000


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_page_is_accessible_and_no_wider_than_the_screen(open_page, width, height):
    page = settled(open_page(f"mitnehmen?{DAY}&kreis=05154", width=width, height=height), areas=0)
    faults = [
        (fault["id"], [node["target"] for node in fault["nodes"]])
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert faults == []
    assert not page.evaluate(WIDER)
