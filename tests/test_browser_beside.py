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
    expect(row.locator("details li", has_text="Ablehnung").first).to_contain_text("19.03.2015")


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


def test_a_list_is_narrowed_by_its_own_statuses_and_the_address_keeps_it(open_page):
    page = settled(open_page(FIVE), areas=0)
    tools = page.locator(".st-key-list_without_tools")
    status = tools.get_by_role("combobox", name="Status", exact=True)
    expect(status.locator("option")).to_have_count(4)  # all, and the three that occur
    status.select_option("rejected")
    rows = page.locator(".st-key-list_without tbody tr:visible")
    expect(rows).to_have_count(3)
    page.wait_for_url(re.compile("list_without.status=rejected"))
    box(page, "Kreis Kleve").check()
    expect(page.locator(NAMES)).to_have_text(["Kreis Kleve"])
    page.wait_for_url(re.compile("neben=05154"))
    page.reload()
    settled(page, areas=0)
    expect(rows).to_have_count(3)
    expect(box(page, "Kreis Kleve")).to_be_checked()


@pytest.mark.parametrize("size", [NARROW, (768, 1024), WIDE])
@pytest.mark.parametrize(
    ("path", "key", "areas"),
    [
        (FIVE, "list_without", 0),
        ("ohne?tag=2013-06-12", "list_undetermined", 0),
        ("aenderungen?tag=2015-09-24&seit=2014-09-24", "changes", 0),
        ("vergleich?tag=2015-09-24&vergleich=2013-06-12", "liste", 162),
    ],
)
def test_every_cell_of_a_list_stands_on_the_screen(look_at, size, path, key, areas):
    page = look_at(path, size, areas=areas)
    cells = page.locator(f".st-key-{key} tbody :is(th, td)")
    cut = cells.evaluate_all(
        """(cells, width) => cells.filter((cell) => cell.textContent && (
          cell.scrollWidth > cell.clientWidth + 1 || cell.getBoundingClientRect().right > width
        )).map((cell) => cell.textContent)""",
        size[0],
    )
    assert cells.count() > 20 and cut == []


@pytest.mark.parametrize("path", ["aenderungen?tag=2015-09-24", "vergleich?tag=2015-09-24"])
def test_no_pair_of_days_is_cut_on_a_phone(look_at, path):
    page = look_at(path, NARROW, areas=0)
    pairs = page.locator("[class*='st-key-preset'] button")
    assert pairs.count() >= 3
    assert pairs.evaluate_all(
        """(pairs) => pairs.every((pair) => {
          const { left, right } = pair.getBoundingClientRect();
          return left >= 0 && right <= innerWidth && pair.scrollWidth <= pair.clientWidth + 1;
        })"""
    )
