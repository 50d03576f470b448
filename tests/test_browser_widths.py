"""Every page from 320 to 2560 px: never wider than the screen, and as wide as it."""

import pytest
from browser import NARROW, resize, settled, wider_than_the_screen
from playwright.sync_api import expect

PAGES = {
    "?tag=2015-09-24&kreis=05154": 54,
    "kreis?tag=2015-09-24&kreis=05154": 4,
    "ohne?tag=2013-06-12&neben=05154,05566": 0,
    "aenderungen?tag=2015-12-31&seit=2015-01-01": 0,
    "verlauf?tag=2015-09-24": 0,
    "vergleich?tag=2015-09-24": 162,
    "abgleich?tag=2015-09-24": 0,
    "quellen?tag=2015-09-24&kreis=05154": 0,
    "mitnehmen?tag=2015-09-24": 0,
    "programme?tag=2015-09-24": 0,
}
DAY = "?tag=2015-09-24&lang=de"
LEAST, HALF, TALL = (320, 700), (1280, 720), (1080, 1920)
FULL, MOST = (1920, 1080), (2560, 1440)
BLOCK = '[data-testid="stMainBlockContainer"]'
TABLE = ".st-key-district_table"
#: The share of the window that is not left white at the sides.
USED = f"""() => {{
  const parts = [...document.querySelectorAll('{BLOCK} [data-testid="stElementContainer"]')]
    .map(part => part.getBoundingClientRect()).filter(box => box.width && box.height);
  const [left, right] = [Math.min(...parts.map(p => p.left)), Math.max(...parts.map(p => p.right))];
  return (right - left) / innerWidth;
}}"""


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_uses_the_widest_screen_and_fits_the_narrowest(open_page, path, lang):
    page = settled(open_page(f"{path}&lang={lang}", MOST), PAGES[path])
    assert page.evaluate(USED) > 0.85
    resize(page, LEAST)
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert not wider_than_the_screen(settled(page, PAGES[path]))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_day_with_much_that_is_undetermined_fits_between_the_breaks_too(open_page, lang):
    page = settled(open_page(f"?tag=2013-06-12&lang={lang}", LEAST))
    for width in (320, 834, 1024):
        resize(page, (width, 768))
        assert not wider_than_the_screen(settled(page)), width


def test_on_a_telephone_the_whole_map_is_in_view(look_at):
    box = look_at(DAY, NARROW).locator(".stage svg.map").bounding_box()
    assert box["height"] > 250 and box["y"] + box["height"] <= NARROW[1]


def test_on_a_tall_screen_the_map_is_as_high_as_its_width_can_fill(look_at):
    box = look_at(DAY, TALL).locator(".stage svg.map").bounding_box()
    assert 0.9 < box["width"] / box["height"] < 1.2


@pytest.mark.parametrize("size", [FULL, MOST])
def test_a_wide_screen_is_used_and_the_table_stands_beside_the_whole_map(look_at, size):
    page = look_at(DAY, size)
    assert page.evaluate(USED) > 0.85
    picture, table, head = (
        page.locator(place).bounding_box() for place in (".stage svg.map", f"{TABLE} .rows", "h1")
    )
    assert picture["x"] + picture["width"] < table["x"]
    assert head["y"] > 0 and max(part["y"] + part["height"] for part in (picture, table)) <= size[1]


def test_the_table_beside_the_map_scrolls_by_itself_under_its_name(look_at):
    page = look_at(DAY, FULL)
    region = page.get_by_role("region", name="Status der 54 Kreise und kreisfreien Städte")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(f"{TABLE} tbody tr").last).to_be_in_viewport()
    expect(page.locator(".stage svg.map")).to_be_in_viewport()


def test_elsewhere_the_table_is_no_stop_of_its_own(look_at):
    page = look_at(DAY, HALF)
    assert page.locator(f"{TABLE} .rows[tabindex]").count() == 0
    picture = page.locator(".stage svg.map").bounding_box()
    assert picture["y"] + picture["height"] <= HALF[1]
