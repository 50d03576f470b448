"""Every page on A4, as Chromium prints it: whole, without controls, with its address."""

import io
import re
from urllib.parse import urlencode

import curated
import pytest
from browser import NARROW, resize, settled
from pypdf import PdfReader

DAY = {"tag": "2015-09-24", "definition": "approved", "lang": "de"}
#: The pages with how many areas their maps have, how many sheets of paper they may take, and a
#: few words that must stand on them.
PAGES = {
    "": (54, 4, ["49 von 54", "Abdeckung", "Alle 54", "CC BY 4.0", "Datum des Belegs"]),
    "kreis?kreis=05154": (4, 3, ["Der Weg zum KIZ", "Nachbarn", "Was hier noch zu klären ist"]),
    "ohne": (0, 2, ["Tage seither", "Anträge", "Nachbarn mit KIZ", "Einwohner", "Gründe dagegen"]),
    "aenderungen": (0, 12, ["Was geschah", "Wirkung auf den Status"]),
    "verlauf": (0, 12, ["mit Namen belegt", "Die Kurve als Tabelle", "12.06.2013", "Seit wann"]),
    "vergleich": (162, 3, ["Unterschied", "Eine Skala für beide Karten", "Wer sich unterscheidet"]),
    "abgleich": (0, 12, ["Gezählt wurde", "Mönchengladbach"]),
    "quellen": (0, 45, ["Alle Quellen", "Lizenzen"]),
    "mitnehmen": (0, 2, ["Zitieren", "<iframe", "Feste Adressen"]),
    "programme": (0, 3, ["curl", "/municipalities", "Parameter"]),
}
#: A4 between its margins, in CSS pixels.
PAPER = (703, 1013)
#: What only helps on a screen.
CONTROLS = ["Einstellungen", "Link kopieren", "Tabelle durchsuchen", "Abspielen", "Text kopieren",
            "Daten und Quellen", "herunterladen", "alle Zeilen"]  # fmt: skip


def address(page):
    path, _, query = page.partition("?")
    return f"{path}?{urlencode(DAY)}&{query}".removesuffix("&")


def printed(page):
    """The sheets of a page as texts, their white space as one blank each."""
    pdf = page.pdf(prefer_css_page_size=True)
    sheets = PdfReader(io.BytesIO(pdf)).pages
    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in sheets} == {(595, 842)}
    return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in sheets]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_on_paper_and_has_no_controls(look_at, path):
    areas, most, wanted = PAGES[path]
    page = look_at(address(path), areas=areas)
    sheets = printed(page)
    text = " ".join(sheets)
    assert len(sheets) <= most
    assert [word for word in [*wanted, page.locator("h1").inner_text()] if word not in text] == []
    assert [word for word in CONTROLS if word in text.replace(page.title(), "")] == []
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} / {len(sheets)}" in sheet
        assert f"tag={DAY['tag']}" in sheet  # the address of what is seen


def test_the_map_has_one_sheet_with_licence_and_then_all_districts_under_repeated_heads(look_at):
    first, *table = printed(look_at(address("")))
    assert "49 von 54" in first and "Regierungsbezirk Arnsberg" in first and "CC BY 4.0" in first
    assert "Alle 54 im Überblick" in table[0]
    assert all("Regierungsbezirk" in sheet and "Quelle" in sheet for sheet in table)
    names = curated.tables().districts["name"]
    text = "".join(table).replace(" ", "")  # a name may go on in the next line
    assert [name for name in names if name.replace(" ", "") not in text] == []


def test_paper_is_the_same_from_a_telephone_in_the_dark(open_page):
    page = open_page(address(""), NARROW)
    page.emulate_media(color_scheme="dark")
    sheets = printed(settled(page))
    assert len(sheets) <= PAGES[""][1] and "CC BY 4.0" in sheets[0]
    page.emulate_media(media="print", color_scheme="dark")
    colour = page.locator("h1").evaluate("head => getComputedStyle(head).color")
    assert colour == "rgb(27, 36, 44)"


def test_the_chart_is_as_wide_as_the_paper(open_page):
    page = settled(open_page(address("verlauf")), areas=0)
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    resize(page, PAPER)
    page.emulate_media(media="print")
    assert 690 < page.locator(".st-key-curve_box").bounding_box()["width"] <= 704
