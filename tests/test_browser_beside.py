"""Districts ticked in the lists of "Ohne KIZ" and laid side by side, in a real browser."""

import re

import pytest
from accessibility import faults
from browser import NARROW, WIDE, query, settled, wider_than_the_screen
from playwright.sync_api import expect

FIVE = "ohne?tag=2015-09-24"
THREE = f"{FIVE}&neben=05154,05566,05554"
NAMES = ".stacked > .ways > li > .label b"


def box(page, name):
    return page.get_by_role("checkbox", name=f"{name} nebeneinander zeigen")


def test_ticks_lay_districts_side_by_side_and_stand_in_the_address(open_page):
    page = settled(open_page(FIVE), areas=0)
    box(page, "Kreis Kleve").check()
    expect(page.locator(NAMES)).to_have_text(["Kreis Kleve"])
    box(page, "Kreis Steinfurt").focus()
    page.keyboard.press("Space")
    expect(page.locator(NAMES)).to_have_text(["Kreis Kleve", "Kreis Steinfurt"])
    page.wait_for_url(re.compile("neben=05154%2C05566"))
    page.reload()
    settled(page, areas=0)
    expect(page.locator(NAMES)).to_have_text(["Kreis Kleve", "Kreis Steinfurt"])
    expect(box(page, "Kreis Steinfurt")).to_be_checked()
    box(page, "Kreis Kleve").uncheck()
    expect(page.locator(NAMES)).to_have_text(["Kreis Steinfurt"])
    assert query(settled(page, areas=0))["neben"] == "05566"


def test_no_more_can_be_ticked_than_lie_side_by_side(open_page):
    eight = "05154,05566,05554,05558,05111,05112,05113,05114"
    page = settled(open_page(f"{FIVE}&neben={eight}"), areas=0)
    expect(box(page, "Kreis Viersen")).to_be_disabled()
    box(page, "Kreis Kleve").uncheck()
    expect(box(page, "Kreis Viersen")).to_be_enabled()


def test_a_row_tells_its_events_in_words_and_leads_to_the_district(look_at):
    page = look_at(THREE, areas=0)
    row = page.locator(".stacked > .ways > li").first
    link = row.get_by_role("link", name="Kreis Kleve")
    assert re.search(r"^kreis\?tag=2015-09-24.*kreis=05154", link.get_attribute("href"))
    row.locator("summary").click()
    expect(row.locator("details li", has_text="19.03.2015")).to_contain_text("Ablehnung")


@pytest.mark.parametrize("size", [WIDE, (768, 1024), NARROW])
def test_the_axis_fits_the_screen_and_axe_finds_nothing_grave(look_at, size):
    page = look_at(THREE, size, areas=0)
    assert not wider_than_the_screen(page)
    tracks = page.locator(".stacked > .ways > li > .track")
    marks = page.locator(".stacked > .ways > li > .track i")
    right = tracks.first.evaluate("track => track.getBoundingClientRect().right")
    assert marks.evaluate_all(
        "(marks, right) => marks.every(mark => mark.getBoundingClientRect().left < right)", right
    )
    assert faults(page) == []
