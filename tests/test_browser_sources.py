"""From every event to its source, from every source to its events, and to a correction."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import choose, received, settled

KLEVE = "kreis=05154&ereignis=05154-rejection-1"
#: A page that is opened by its own address looks for the server below it first; Streamlit's way.
PROBE = "status of 404 (Not Found)"
#: Events that show neither a link to a source nor that it is not online.
UNSOURCED = """items => items.filter(item => !item.querySelector("a[target=_blank]")
  && !item.textContent.includes("nicht online")).map(item => item.textContent)"""
IN_VIEW = """item => { const box = item.getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight }"""
WIDER = '() => document.querySelector("[data-testid=stMain]").scrollWidth > innerWidth'


def direct(page, areas=0):
    """The page, settled, without the two complaints of its own probe."""
    settled(page, areas)
    page.console_errors[:] = [text for text in page.console_errors if PROBE not in text]
    return page


@pytest.fixture
def sources(open_page):
    """The page of the sources, opened from the navigation."""

    def visit(width=1440, height=900):
        page = settled(open_page("", width=width, height=height))
        page.get_by_role("link", name="Daten und Quellen").click()
        page.locator("#lizenzen").wait_for()
        return settled(page, areas=0)

    return visit


def hits(page, field, text):
    """The rows of a table that are left after a search."""
    page.get_by_label(field).fill(text)
    key = {"Quellen durchsuchen": "sources", "Kreise durchsuchen": "knowledge"}[field]
    return page.locator(f".st-key-{key} tbody tr:visible")


def test_every_event_of_a_history_shows_its_source(open_page):
    page = settled(open_page("?kreis=05154"))
    events = page.locator("ol.history > li")
    assert events.count() > 10
    assert events.evaluate_all(UNSOURCED) == []


def test_every_status_of_the_table_shows_its_source(open_page):
    page = settled(open_page("?tag=2018-10-01"))
    rows = page.locator("tbody tr[data-ags]")
    rows.first.wait_for()
    assert rows.count() == 54
    assert rows.evaluate_all(UNSOURCED) == []


def test_the_brief_of_a_district_links_its_source_and_carries_the_mark(open_page):
    brief = settled(open_page("?kreis=05113&tag=2014-01-01")).locator(".st-key-brief")
    assert brief.locator(".caveat").first.inner_text() == "abgeleitet"
    assert "Quelle nicht online" in brief.inner_text()
    brief = settled(open_page("?kreis=05566&tag=2018-01-01")).locator(".st-key-brief")
    assert brief.locator("p.standing a[target=_blank]").first.inner_text() == "Quelle"


def test_an_event_on_the_page_of_the_sources_leads_to_its_place_in_the_history(sources):
    page = sources()
    found = hits(page, "Quellen durchsuchen", "Prüfung der Einrichtung eines Kommunalen")
    found.get_by_role("link", name="Kleve: Ablehnung, 19.03.2015").click()
    event = page.locator("[id='05154-rejection-1']")
    event.wait_for()
    settled(page)
    assert event.evaluate(IN_VIEW) and "asked" in event.get_attribute("class")


def test_a_history_leads_to_the_filled_in_correction(open_page):
    page = settled(open_page("?kreis=05154&tag=2015-09-24"))
    page.locator("[id='05154-rejection-1']").get_by_role("link", name="Korrektur melden").click()
    page.locator("#lizenzen").wait_for()
    direct(page)
    assert page.locator("#korrektur").evaluate(IN_VIEW)
    text = page.get_by_label("Text der Korrektur").input_value()
    assert "Ereignis: 05154-rejection-1" in text and "Datenstand: " in text


def test_the_text_is_copied_as_the_reader_completed_it(open_page):
    page = direct(open_page(f"quellen?{KLEVE}"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field = page.get_by_label("Text der Korrektur")
    field.fill(field.input_value().replace("Richtig ist: …", "Richtig ist: 18.03.2015"))
    page.get_by_role("button", name="Text kopieren").click()
    page.get_by_text("Text kopiert").wait_for()
    assert "Richtig ist: 18.03.2015" in page.evaluate("() => navigator.clipboard.readText()")


def test_a_wrong_event_in_the_address_is_named(open_page):
    page = direct(open_page("quellen?kreis=05154&ereignis=05154-lost-1"))
    page.get_by_text("Das Ereignis „05154-lost-1“").wait_for()


def test_the_sources_are_searched_in_the_browser(sources):
    page = sources()
    before = len(page.ws_bytes)
    found = hits(page, "Quellen durchsuchen", "bedburg")
    assert 1 < found.count() < 20
    assert all("bedburg" in text.lower() for text in found.all_inner_texts())
    assert page.get_by_text(re.compile(r"^\d+ von 247 Zeilen")).count() == 1
    assert len(page.ws_bytes) == before


def test_the_districts_are_sorted_by_how_well_they_are_known(sources):
    page = sources()
    table = page.locator(".st-key-knowledge table")
    heading = table.get_by_role("button", name="Eigene Quellen")
    for direction in ("ascending", "descending"):
        heading.press("Enter")
        assert table.locator(f"th[aria-sort={direction}]").inner_text().startswith("Eigene")
        numbers = [int(text) for text in table.locator("tbody td:nth-child(2)").all_inner_texts()]
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert len(numbers) == 54


def test_search_and_order_outlive_the_choice_of_another_district(sources):
    page = sources()
    rows = hits(page, "Kreise durchsuchen", "Kreis St")
    names = rows.locator("th").all_inner_texts()
    choose(page, "Kreis, Stadt oder Gemeinde suchen", "Kreis Kleve", typed="Kreis Kleve")
    page.get_by_label("Text der Korrektur").wait_for()
    settled(page, areas=0)
    assert rows.locator("th").all_inner_texts() == names == ["Kreis Steinfurt"]


def test_the_choice_of_an_event_sends_no_table_again(open_page):
    page = direct(open_page(f"quellen?{KLEVE}"))

    def act():
        choose(page, "Welches Ereignis?", "ein Ereignis, das fehlt")
        page.get_by_label("Text der Korrektur").wait_for()

    # The table of the sources alone has 150 kB; what remains is the list of all places.
    assert received(page, act, areas=0) < 50_000


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_page_is_accessible_and_no_wider_than_the_screen(open_page, width, height):
    page = direct(open_page(f"quellen?{KLEVE}", width=width, height=height))
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    faults = [
        (fault["id"], [node["target"] for node in fault["nodes"]])
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert faults == []
    assert not page.evaluate(WIDER)
