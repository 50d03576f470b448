"""The pages "Ohne KIZ" and "Änderungen" in a real browser: drawn, sorted, searched, readable."""

import re

import pytest
from accessibility import faults
from browser import CLOCK, NARROW, WIDE, changed, received, settled, wider_than_the_screen
from playwright.sync_api import expect

FIVE = "ohne?tag=2015-09-24"
SPAN = "aenderungen?tag=2016-06-29&seit=2014-04-25"
WITHOUT = ".st-key-list_without"
MOST_BYTES = 20_000


@pytest.fixture
def five(open_page):
    """The list of the five without, for this test alone."""
    page = settled(open_page(FIVE), areas=0)
    expect(page.locator(f"{WITHOUT}_tools .hits")).to_have_text("5 von 5 Zeilen")
    return page


def names(page):
    """The visible names in the first column, in the order of the table."""
    return page.locator(f"{WITHOUT} tbody tr:visible th").all_inner_texts()


def earlier(page):
    """The day before on which the status of any district changed."""
    button = page.locator(f"{CLOCK} .earlier")
    return changed(page, lambda: button.click(modifiers=["Shift"]), areas=0)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("address", [FIVE, SPAN])
def test_the_page_fits_the_screen_and_axe_finds_nothing_grave(look_at, address, size):
    page = look_at(address, size, areas=0)
    assert page.locator("h1").bounding_box()["y"] < 200
    assert not wider_than_the_screen(page)
    assert faults(page) == []


def test_a_name_opens_the_districts_dossier(look_at):
    link = look_at(FIVE, areas=0).locator(WITHOUT).get_by_role("link", name="Kreis Kleve")
    assert re.search(r"^kreis\?tag=2015-09-24.*kreis=05154$", link.get_attribute("href"))


def test_the_headings_sort_and_say_so(five):
    assert names(five)[0] == "Kreis Viersen"
    heading = five.locator(f"{WITHOUT} th", has_text="Tage seither")
    days = heading.get_by_role("button")
    days.click()
    in_order = ["Coesfeld", "Borken", "Kleve", "Steinfurt", "Viersen"]
    assert names(five) == [f"Kreis {name}" for name in in_order]
    days.click()
    assert names(five)[0] == "Kreis Viersen"
    assert heading.get_attribute("aria-sort") == "descending"


def test_order_and_search_outlive_another_day(five):
    five.locator(WITHOUT).get_by_role("button", name="Kreis oder Stadt").click()
    field = five.get_by_role("searchbox")
    field.fill("abgelehnt")
    refused = ["Kreis Kleve", "Kreis Steinfurt", "Kreis Viersen"]
    assert names(five) == refused
    earlier(five)
    assert field.input_value() == "abgelehnt"
    expect(five.locator(f"{WITHOUT} tbody tr:visible th")).to_have_text(refused)


def test_a_move_of_the_day_stays_small(five):
    sent = received(five, lambda: earlier(five))
    print(f"a move of the day on Ohne KIZ: {sent} bytes")
    assert 0 < sent < MOST_BYTES


def test_the_list_prints_whole_and_without_its_controls(five):
    five.emulate_media(media="print")
    assert len(names(five)) == 5
    assert not five.locator(".st-key-controls").is_visible()
