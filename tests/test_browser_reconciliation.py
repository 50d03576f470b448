"""The page Abgleich in a real browser: readable at every width, on paper and for machines."""

import curated
import pytest
from accessibility import faults
from browser import NARROW, WIDE, query, received, settled, wider_than_the_screen
from playwright.sync_api import expect

PAGE = "abgleich"
BETWEEN = (900, 800)
TABLE = ".st-key-totals table"
ROWS = f"{TABLE} tbody tr"
VERDICTS = curated.atlas().verdicts["verdict"]
PUBLISHED, CONTRADICTING = len(VERDICTS), int(VERDICTS.eq("contradicts").sum())
# What sticks out of the table on either side.
BEYOND = """() => {
  const table = document.querySelector(".st-key-totals table").getBoundingClientRect();
  return [...document.querySelectorAll(".st-key-totals table tbody *")].filter(part => {
    const box = part.getBoundingClientRect();
    return box.width && (box.left < table.left - 1 || box.right > table.right + 1);
  }).map(part => part.outerHTML.slice(0, 80));
}"""
FIRST_CELLS = """() => [...document.querySelector(".st-key-totals table tbody tr").children]
  .map(cell => cell.getBoundingClientRect().top)"""
LABEL = (
    "() => getComputedStyle(document.querySelector('.st-key-totals table td'), '::before').content"
)


@pytest.mark.parametrize("size", [WIDE, BETWEEN, NARROW])
def test_the_table_fits_and_the_page_needs_no_sideways_scrolling(look_at, size):
    page = look_at(PAGE, size, areas=0)
    assert page.locator(ROWS).count() == PUBLISHED
    assert not wider_than_the_screen(page)
    assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize(("size", "stacked"), [(WIDE, False), (NARROW, True)])
def test_rows_are_stacked_on_a_narrow_screen_alone(look_at, size, stacked):
    page = look_at(PAGE, size, areas=0)
    assert (len(set(page.evaluate(FIRST_CELLS))) > 1) == stacked
    assert ("Zahl" in page.evaluate(LABEL)) == stacked


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_screen_reader_finds_a_table_with_headings_also_where_rows_are_cards(look_at, size):
    page = look_at(PAGE, size, areas=0)
    table = page.get_by_role("table", name=f"{PUBLISHED} veröffentlichte Zahlen")
    assert table.get_by_role("row").count() == PUBLISHED + 1
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads[0] == "Datum" and len(heads) == 7
    assert table.get_by_role("rowheader").count() == PUBLISHED


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_axe_finds_nothing_serious(look_at, size):
    assert faults(look_at(PAGE, size, areas=0)) == []


def test_a_date_opens_the_map_of_that_day_in_the_same_tab(open_page):
    page = settled(open_page(f"{PAGE}?lang=en&kreis=05154"), areas=0)
    page.get_by_role("link", name="5 October 2017").first.click()
    page.wait_for_url("**/?tag=2017-10-05**")
    settled(page)
    asked = {"tag": "2017-10-05", "definition": "granted", "kreis": "05154", "lang": "en"}
    assert query(page) == asked | {"farbe": "since"}
    assert page.locator("h1").inner_text().startswith("On 5 October 2017")


def test_names_unfold_and_a_verdict_is_chosen_by_keyboard_and_nothing_is_sent(open_page):
    page = settled(open_page(PAGE), areas=0)
    folded = page.locator(f"{TABLE} details").first
    folded.locator("summary").click()
    assert "Bielefeld" in folded.inner_text()

    def act():
        page.locator('select[data-column="verdict"]').focus()
        page.keyboard.type("widerspricht")
        expect(page.locator(f"{ROWS}:visible")).to_have_count(CONTRADICTING)

    assert received(page, act) == 0
    assert query(page)["totals.verdict"] == "contradicts"


def test_on_paper_all_names_stand_there_and_the_controls_do_not(open_page):
    page = settled(open_page(PAGE), areas=0)
    page.emulate_media(media="print")
    heights = page.locator(f"{TABLE} details").evaluate_all("all => all.map(d => d.offsetHeight)")
    assert min(heights) > 30
    assert not page.locator(".st-key-controls").is_visible()
