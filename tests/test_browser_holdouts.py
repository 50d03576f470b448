"""The pages "Ohne KIZ" and "Änderungen" in a real browser: drawn, sorted, searched, readable."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import received, settled
from test_browser_map import ALLOWED, RULES, excused

SIZES = [(1440, 900), (390, 844)]
FIVE = "ohne?tag=2015-09-24"
SPAN = "aenderungen?tag=2016-06-29&seit=2014-04-25"
WITHOUT = ".st-key-list_without"
MOST_BYTES = 25_000
#: The date field of the first day is the one of Streamlit that the list of the map excuses.
EXCUSED = [*ALLOWED, ("target-size", '.st-key-start [role="spinbutton"]')]


@pytest.fixture
def opened(open_page):
    """Opens a page at its own address."""

    def go(address, width=1440, height=900):
        return settled(open_page(address, width=width, height=height), areas=0, timeout_s=60)

    return go


def names(page, place=WITHOUT):
    """The visible names in the first column, in the order of the table."""
    return page.locator(f"{place} tbody tr:visible th").all_inner_texts()


def by(page, label, place=WITHOUT):
    page.locator(place).get_by_role("button", name=label).click()


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("address", [FIVE, SPAN])
def test_the_page_fits_the_screen_and_axe_finds_nothing_grave(opened, address, width, height):
    page = opened(address, width, height)
    assert page.locator("h1").bounding_box()["y"] < 200
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found = Axe().run(page, options=RULES).response["violations"]
    grave = [
        (rule["id"], node["target"][0])
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
    allowed = [fault for place in EXCUSED for fault in excused(page, grave, place)]
    assert [fault for fault in grave if fault not in allowed] == []


def test_the_headings_sort_and_say_so(opened):
    page = opened(FIVE)
    assert names(page)[0] == "Kreis Viersen"
    by(page, "Tage seither")
    assert [name.split()[1] for name in names(page)] == [
        "Coesfeld",
        "Borken",
        "Kleve",
        "Steinfurt",
        "Viersen",
    ]
    by(page, "Tage seither")
    assert names(page)[0] == "Kreis Viersen"
    heading = page.locator(f"{WITHOUT} th", has_text="Tage seither")
    assert heading.get_attribute("aria-sort") == "descending"


def test_order_and_search_outlive_another_day(opened):
    page = opened(FIVE)
    by(page, "Kreis oder Stadt")
    page.get_by_role("searchbox").fill("abgelehnt")
    refused = ["Kreis Kleve", "Kreis Steinfurt", "Kreis Viersen"]
    assert names(page) == refused
    page.get_by_role("button", name="Vorige Änderung").click()
    settled(page, 0)
    assert page.get_by_role("searchbox").input_value() == "abgelehnt"
    assert names(page) == refused


def test_the_list_prints_whole_and_without_its_controls(opened):
    page = opened(FIVE)
    page.emulate_media(media="print")
    assert len(names(page)) == 5
    assert not page.locator(".st-key-controls").is_visible()


def test_a_move_of_the_day_stays_small(opened):
    page = opened(FIVE)
    move = page.get_by_role("button", name="Vorige Änderung")
    assert received(page, move.click, 0) < MOST_BYTES


def test_a_name_opens_the_districts_dossier(opened):
    page = opened(FIVE)
    link = page.locator(WITHOUT).get_by_role("link", name="Kreis Kleve")
    assert re.search(r"^kreis\?tag=2015-09-24.*kreis=05154$", link.get_attribute("href"))
