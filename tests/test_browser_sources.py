"""From every event to its source, from every source to its events, and to a correction."""

import re

import curated
import pytest
from accessibility import faults
from browser import (
    NARROW,
    WIDE,
    choose,
    look_for,
    received,
    settled,
    until,
    wider_than_the_screen,
)
from playwright.sync_api import expect

PAGE = "quellen"
KLEVE = "?kreis=05154&tag=2015-09-24"
REPORT = "quellen?kreis=05154&ereignis=05154-rejection-1"
#: Events that show neither a link to a source nor that it is not online.
UNSOURCED = """items => items.filter(item => !item.querySelector("a[target=_blank]")
  && !item.textContent.includes("nicht online")).map(item => item.textContent)"""
IN_VIEW = """item => { const box = item.getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight }"""


@pytest.fixture
def sources(open_page):
    """The page of the sources, for this test alone."""
    return settled(open_page(PAGE), areas=0)


def hits(page, field, text):
    """The rows of a table that are left after a search, once it says how many they are."""
    page.get_by_label(field).fill(text)
    key = {"Quellen durchsuchen": "sources", "Kreise durchsuchen": "knowledge"}[field]
    found = page.locator(f".st-key-{key}_tools .hits")
    expect(found).to_have_text(re.compile(r"^(?!(\d+) von \1 )\d+ von \d+ Zeilen"))
    return page.locator(f".st-key-{key} tbody tr:visible")


def correction(page):
    """The text that reports an error, to be completed by the reader."""
    return page.get_by_label("Text der Korrektur")


def test_every_event_of_a_history_shows_its_source(look_at):
    page = look_at(KLEVE)
    events = page.locator("ol.history > li")
    assert events.count() > 10
    assert events.evaluate_all(UNSOURCED) == []


def test_every_status_of_the_table_shows_its_source_once_all_have_one(look_at):
    rows = look_at("?kreis=05566&tag=2018-10-01").locator("tbody tr[data-ags]")
    expect(rows).to_have_count(54)
    assert rows.evaluate_all(UNSOURCED) == []


def test_the_card_of_a_district_links_its_source_or_says_that_it_is_not_online(look_at):
    card = look_at("?kreis=05566&tag=2018-10-01").locator(".card")
    source = card.locator("p.source a[target=_blank]")
    assert "Ein starkes Signal für Integration" in source.inner_text()
    assert source.get_attribute("href").startswith("https://land.nrw/")
    card = look_at("?kreis=05113&tag=2014-01-01").locator(".card")
    assert card.locator(".doubt").inner_text().endswith("abgeleitet")
    assert card.locator(".source").inner_text().endswith("(nicht online)")
    assert card.locator(".source a").count() == 0


def test_an_event_on_the_page_of_the_sources_leads_to_its_place_in_the_history(open_page):
    page = settled(open_page())
    page.get_by_role("link", name="Daten und Quellen").click()
    # No need to wait for the table: what is searched for is found when it comes.
    found = hits(page, "Quellen durchsuchen", "Prüfung der Einrichtung eines Kommunalen")
    found.get_by_role("link", name="Kleve: Ablehnung, 19.03.2015").click()
    event = page.locator("[id='05154-rejection-1']")
    event.wait_for()
    settled(page)
    until(page, IN_VIEW, event.element_handle())
    assert "asked" in event.get_attribute("class")


def test_a_history_leads_to_the_filled_in_correction_which_is_copied_as_completed(open_page):
    page = settled(open_page(KLEVE))
    page.locator("[id='05154-rejection-1']").get_by_role("link", name="Korrektur melden").click()
    field = correction(page)
    field.wait_for()
    settled(page, areas=0)
    until(page, IN_VIEW, page.locator("#korrektur").element_handle())
    text = field.input_value()
    assert "Ereignis: 05154-rejection-1" in text and "Datenstand: " in text
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field.fill(text.replace("Richtig ist: …", "Richtig ist: 18.03.2015"))
    page.get_by_role("button", name="Text kopieren").click()
    page.get_by_role("status").filter(has_text="Text kopiert").wait_for(state="attached")
    assert "Richtig ist: 18.03.2015" in page.evaluate("() => navigator.clipboard.readText()")


def test_a_wrong_event_in_the_address_is_named(open_page):
    page = settled(open_page("quellen?kreis=05154&ereignis=05154-lost-1"), areas=0)
    assert page.get_by_text("Das Ereignis „05154-lost-1“").is_visible()


def test_the_sources_are_searched_and_the_districts_sorted_in_the_browser(sources):
    before = len(sources.ws_bytes)
    found = hits(sources, "Quellen durchsuchen", "bedburg")
    counted = re.compile(rf"^\d+ von {len(curated.tables().sources)} Zeilen")
    assert sources.locator(".hits").filter(has_text=counted).is_visible()
    assert 1 < found.count() < 20
    assert all("bedburg" in text.lower() for text in found.all_inner_texts())
    expect(sources.locator(".st-key-knowledge_tools .hits")).to_have_text("54 von 54 Zeilen")
    table = sources.locator(".st-key-knowledge table")
    heading = table.get_by_role("button", name="Eigene Quellen")
    for direction in ("ascending", "descending"):
        heading.press("Enter")
        assert table.locator(f"th[aria-sort={direction}]").inner_text().startswith("Eigene")
        numbers = [int(text) for text in table.locator("tbody td:nth-child(2)").all_inner_texts()]
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert len(numbers) == 54
    assert len(sources.ws_bytes) == before


def test_search_and_order_outlive_the_choice_of_another_district(sources):
    rows = hits(sources, "Kreise durchsuchen", "Kreis St")
    names = rows.locator("th").all_inner_texts()
    look_for(sources, "Kreis Kleve")
    correction(sources).wait_for()
    settled(sources, areas=0)
    assert rows.locator("th").all_inner_texts() == names == ["Kreis Steinfurt"]


def test_the_choice_of_an_event_sends_no_table_again(open_page):
    page = settled(open_page(REPORT), areas=0)
    field = correction(page)

    def act():
        choose(page, "Welches Ereignis?", "ein Ereignis, das fehlt")
        expect(field).to_have_value(re.compile("ein Ereignis, das fehlt"))
        settled(page, areas=0)

    # The table of the sources alone has 150 kB; what remains is the list of all places.
    assert 0 < received(page, act) < 50_000


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_page_is_accessible_and_no_wider_than_the_screen(open_page, size):
    page = settled(open_page(REPORT, size), areas=0)
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert faults(page) == []
    assert not wider_than_the_screen(page)
