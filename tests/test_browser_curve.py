"""The page Verlauf in a real browser: drawn, read and clicked, at both widths."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import received, settled

WIDE, NARROW = (1440, 900), (390, 844)
#: Where a day stands on the screen by the figure's own axis, and where the page drew its line.
PLACES = """day => {
  const chart = document.querySelector('.st-key-curve .js-plotly-plot');
  const axis = chart._fullLayout.xaxis;
  const own = chart.getBoundingClientRect().x + axis._offset + axis.d2p(day);
  return [own, document.querySelector('.curve-day').getBoundingClientRect().x];
}"""
#: Middle of the point of a total that is told in a hover text of its own.
POINT = """id => {
  const chart = document.querySelector('.st-key-curve .js-plotly-plot');
  const trace = chart.data.findIndex(trace => trace.ids?.includes(id));
  const place = chart.data[trace].ids.indexOf(id), { xaxis, yaxis } = chart._fullLayout;
  const box = chart.getBoundingClientRect();
  return [box.x + xaxis._offset + xaxis.d2p(chart.data[trace].x[place]),
          box.y + yaxis._offset + yaxis.d2p(chart.data[trace].y[place])];
}"""
#: Whether the picture has been fetched and no part of the page is wider than the screen.
DRAWN = """() => {
  const picture = document.querySelector('.years img');
  return [picture.complete && picture.naturalWidth > 0,
          document.documentElement.scrollWidth <= innerWidth];
}"""


@pytest.fixture
def visit(open_page):
    """Opens the page through the navigation, as a reader does."""

    def run(query="?tag=2014-04-25", size=WIDE):
        page = settled(open_page(query, *size), areas=0)
        page.get_by_role("link", name="Verlauf").click()
        page.locator(".st-key-curve .scatterlayer path.point").first.wait_for(state="attached")
        return settled(page, areas=0)

    return run


def plot(page):
    """The box of the plotting area."""
    return page.locator(".st-key-curve .nsewdrag").first.bounding_box()


def click(page, across, down):
    """Clicks a place in the plotting area, told in parts of its size."""
    box = plot(page)
    page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    settled(page, areas=0)


def chosen(page):
    return page.locator(".curve-day").inner_text()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_curve_legend_and_years_are_drawn(visit, size):
    page = visit(size=size)
    # Six lines and bands, and one short line for each total whose day is only roughly known.
    assert page.locator(".st-key-curve .scatterlayer path.js-line").count() >= 6
    assert plot(page)["width"] > size[0] * 0.55
    assert page.locator(".curve-legend li").count() == 9
    page.locator(".years img").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.years img').complete")
    assert page.evaluate(DRAWN) == [True, True]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_line_of_the_day_stands_where_the_axis_has_the_day(visit, size):
    own, line = visit(size=size).evaluate(PLACES, "2014-04-25")
    assert abs(own - line) < 1


def test_a_click_anywhere_moves_the_day_and_the_map_follows(visit):
    page = visit()
    click(page, 0.5, 0.5)
    day = re.search(r"tag=(\d{4})-(\d\d)-(\d\d)", page.url).groups()
    assert chosen(page) == ".".join(reversed(day)) and day != ("2014", "04", "25")
    assert f"Am {chosen(page)}" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Karte").click()
    settled(page)
    assert f"tag={'-'.join(day)}" in page.url


def test_a_click_on_a_total_goes_to_its_day_and_hovering_tells_its_source(visit):
    page = visit()
    x, y = page.evaluate(POINT, "2013-12-05-45-1")
    page.mouse.move(x, y)
    hover = page.locator(".st-key-curve .hovertext")
    hover.wait_for()
    assert "45 von 54" in hover.text_content() and "CDU" in hover.text_content()
    page.mouse.click(x, y)
    page.wait_for_url("**tag=2013-12-05**")
    assert chosen(settled(page, areas=0)) == "05.12.2013"


def test_a_move_of_the_day_sends_less_than_20_kb(visit):
    page = visit()
    step = page.get_by_role("button", name="Nächste Änderung")
    size = received(page, step.click, areas=0)
    print(f"a move of the day on Verlauf: {size} bytes")
    assert size < 20_000


def test_the_curve_has_a_name_and_the_table_can_be_reached_by_keyboard(visit):
    page = visit()
    name = page.locator(".st-key-curve [role=figure], .st-key-curve [aria-label]").first
    assert "Tabelle unter der Kurve" in name.get_attribute("aria-label")
    page.locator("summary", has_text="Die Kurve als Tabelle").press("Enter")
    row = page.get_by_role("row", name="25.04.2014")
    assert [cell.inner_text() for cell in row.get_by_role("cell").all()] == ["49"] * 4


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_serious_violation_of_accessibility(visit, size):
    page = visit("?tag=2013-06-12&mass=population", size)
    for summary in page.locator("details.curve-more > summary").all():
        summary.click()
    found = Axe().run(page).response["violations"]
    bad = [rule for rule in found if rule["impact"] in ("serious", "critical")]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in bad] == []
