"""The page Abgleich in a real browser: readable at every width, on paper and for machines."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import received, settled

SIZES = [(1440, 900), (900, 800), (390, 844)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
ROWS = "table.totals tbody tr"
OVERFLOW = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .map(part => part.scrollWidth - part.clientWidth)"""
# What sticks out of the table on either side.
BEYOND = """() => {
  const table = document.querySelector("table.totals").getBoundingClientRect();
  return [...document.querySelectorAll("table.totals tbody *")].filter(part => {
    const box = part.getBoundingClientRect();
    return box.width && (box.left < table.left - 1 || box.right > table.right + 1);
  }).map(part => part.outerHTML.slice(0, 80));
}"""
FIRST_CELLS = """() => [...document.querySelector("table.totals tbody tr").children]
  .map(cell => cell.getBoundingClientRect().top)"""


def opened(open_page, query="", width=1440, height=900):
    page = settled(open_page(f"abgleich{query}", width, height), areas=0)
    page.wait_for_selector(ROWS)
    return page


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_table_fits_and_the_page_needs_no_sideways_scrolling(open_page, width, height):
    page = opened(open_page, "", width, height)
    assert page.locator(ROWS).count() == 37
    assert page.evaluate(OVERFLOW) == [0, 0]
    assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize(("width", "stacked"), [(1440, False), (390, True)])
def test_rows_are_stacked_on_a_narrow_screen_alone(open_page, width, stacked):
    page = opened(open_page, "", width)
    tops = page.evaluate(FIRST_CELLS)
    assert (len(set(tops)) > 1) == stacked
    label = (
        """() => getComputedStyle(document.querySelector('table.totals td'), '::before').content"""
    )
    assert ("Zahl" in page.evaluate(label)) == stacked


@pytest.mark.parametrize("width", [1440, 390])
def test_a_screen_reader_finds_a_table_with_headings_also_where_rows_are_cards(open_page, width):
    page = opened(open_page, "", width)
    table = page.get_by_role("table", name="37 von 37 veröffentlichten Zahlen")
    assert table.get_by_role("row").count() == 38
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads[0] == "Datum" and len(heads) == 7
    assert table.get_by_role("rowheader").count() == 37


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious(open_page, width):
    page = opened(open_page, "", width)
    found = Axe().run(page, options={"runOnly": RULES["runOnly"]}).response["violations"]
    serious = [
        (rule["id"], node["target"])
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
    assert serious == []


def test_a_date_opens_the_map_of_that_day_in_the_same_tab(open_page):
    page = opened(open_page, "?lang=en&kreis=05154")
    page.get_by_role("link", name="5 October 2017").first.click()
    page.wait_for_url("**/?tag=2017-10-05**")
    settled(page)
    assert "definition=granted&kreis=05154&lang=en" in page.url
    assert page.locator("h1").inner_text().startswith("On 5 October 2017")


def test_the_filter_works_by_keyboard_and_sends_little(open_page):
    page = opened(open_page)
    button = page.get_by_role("radio", name="widerspricht").or_(
        page.get_by_role("button", name="widerspricht")
    )
    button.first.focus()
    sent = received(page, lambda: page.keyboard.press("Enter"), areas=0)
    assert page.locator(ROWS).count() == 5
    assert sent < 20_000, sent


def test_folded_names_open(open_page):
    page = opened(open_page)
    folded = page.locator("table.totals details").first
    folded.locator("summary").click()
    assert "Bielefeld" in folded.inner_text()


def test_on_paper_all_names_stand_there_and_the_controls_do_not(open_page):
    page = opened(open_page)
    page.emulate_media(media="print")
    names = "() => [...document.querySelectorAll('table.totals details')].map(d => d.offsetHeight)"
    assert min(page.evaluate(names)) > 30
    assert not page.locator(".st-key-controls").is_visible()
