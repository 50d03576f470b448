"""The page Verlauf in a real browser: drawn, read and clicked, at both widths."""

from datetime import date

import pytest
from accessibility import faults
from browser import (
    NARROW,
    WIDE,
    changed,
    query,
    received,
    settled,
    step,
    wider_than_the_screen,
)

DAY = "verlauf?tag=2014-04-25"
POINTS = ".st-key-curve .scatterlayer path.point"
#: The middle of two ticks of each axis, by what is written at them: where the page says they are.
TICKS = """() => Object.fromEntries(["x", "y"].map(axis => [axis,
  [...document.querySelectorAll(`.st-key-curve .${axis}tick text`)].map(tick => {
    const box = tick.getBoundingClientRect();
    return [tick.textContent.trim(), axis === "x" ? box.x + box.width / 2 : box.y + box.height / 2];
  })]))"""


@pytest.fixture
def opened(open_page):
    """Opens the page for this test alone."""

    def run(path=DAY, size=WIDE):
        return drawn(open_page(path, size))

    return run


def drawn(page):
    page.locator(POINTS).first.wait_for(state="attached")
    return settled(page, areas=0)


def plot(page):
    """The box of the plotting area."""
    return page.locator(".st-key-curve .nsewdrag").first.bounding_box()


def chosen(page):
    return page.locator(".curve-day").inner_text()


def place(page, day, number=0):
    """Where a day and a number lie on the screen, by the first and the last tick of each axis."""
    ticks = page.evaluate(TICKS)
    years = {date(int(year), 1, 1).toordinal(): at for year, at in ticks["x"]}
    numbers = {int(told): at for told, at in ticks["y"] if told.isdigit()}
    return between(years, day.toordinal()), between(numbers, number)


def between(ticks, value):
    low, high = min(ticks), max(ticks)
    return ticks[low] + (value - low) / (high - low) * (ticks[high] - ticks[low])


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_curve_legend_and_years_are_drawn(look_at, size):
    page = drawn(look_at(DAY, size, areas=0))
    # Six lines and bands, and one short line for each total whose day is only roughly known.
    assert page.locator(".st-key-curve .scatterlayer path.js-line").count() >= 6
    assert plot(page)["width"] > size[0] * 0.55
    assert page.locator(".curve-legend li").count() == 9
    assert page.locator(".modebar-btn").count() == 0  # its picture would be without a source
    picture = page.locator(".years img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.naturalWidth > 0", arg=picture.element_handle())
    assert not wider_than_the_screen(page)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_line_of_the_day_stands_where_the_axis_has_the_day(look_at, size):
    page = drawn(look_at(DAY, size, areas=0))
    wanted, _ = place(page, date(2014, 4, 25))
    assert abs(page.locator(".curve-day").bounding_box()["x"] - wanted) < 1


def test_the_curve_has_a_name_that_leads_to_its_table(look_at):
    page = drawn(look_at(DAY, areas=0))
    name = page.locator(".st-key-curve [role=figure], .st-key-curve [aria-label]").first
    assert "Tabelle unter der Kurve" in name.get_attribute("aria-label")


def test_a_click_anywhere_moves_the_day_and_the_map_follows(open_page):
    page = settled(open_page("?tag=2014-04-25"), areas=0)
    page.get_by_role("link", name="Verlauf").click()
    box = plot(drawn(page))
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    changed(page, lambda: page.mouse.click(*middle), areas=0)
    day = query(page)["tag"]
    assert chosen(page) == f"{date.fromisoformat(day):%d.%m.%Y}" and day != "2014-04-25"
    assert f"Am {chosen(page)}" in page.locator("h1").inner_text()
    assert abs(place(page, date.fromisoformat(day))[0] - middle[0]) < 15
    page.get_by_role("link", name="Karte").click()
    assert query(settled(page))["tag"] == day


def test_a_total_tells_its_source_and_a_click_on_it_goes_to_its_day_as_often_as_one_likes(opened):
    page = opened()
    hover = page.locator(".st-key-curve .hovertext", has_text="45 von 54")
    for _ in range(2):
        where = place(page, date(2013, 12, 5), 45)  # a longer headline moves the chart
        page.mouse.move(*where)
        hover.wait_for()
        assert "CDU" in hover.text_content()
        changed(page, lambda at=where: page.mouse.click(*at), areas=0)
        assert (chosen(page), query(page)["tag"]) == ("05.12.2013", "2013-12-05")
        step(page, areas=0)
        assert chosen(page) != "05.12.2013"


def test_a_move_of_the_day_sends_less_than_10_kb(opened):
    page = opened()
    sent = received(page, lambda: step(page, areas=0))
    print(f"a move of the day on Verlauf: {sent} bytes")
    assert 0 < sent < 10_000


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nobody_is_shut_out_and_the_table_can_be_opened_by_keyboard(opened, size):
    page = opened("verlauf?tag=2013-06-12&mass=population", size)
    for summary in page.locator("details.curve-more > summary").all():
        summary.press("Enter")
    assert page.get_by_role("row", name="25.04.2014").is_visible()
    assert faults(page) == []


def test_the_table_says_what_the_curve_says(look_at):
    page = drawn(look_at(DAY, areas=0))
    row = page.locator("details.curve-more tr", has_text="25.04.2014")
    assert row.locator("td").all_text_contents() == ["49"] * 4
