"""The page Verlauf in a real browser: drawn, read and clicked, at both widths."""

from datetime import date
from itertools import combinations

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
    until,
    wider_than_the_screen,
)

DAY = "verlauf?tag=2014-04-25"
LINES = ".st-key-curve .scatterlayer path.js-line"
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
    page.locator(LINES).first.wait_for(state="attached")
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
    assert page.locator(".curve-legend li:not([class])").count() == 6
    assert page.locator(".modebar-btn").count() == 0  # its picture would be without a source
    picture = page.locator(".years img")
    picture.scroll_into_view_if_needed()
    until(page, "image => image.naturalWidth > 0", picture.element_handle())
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
    page.get_by_role("link", name="Karte", exact=True).click()
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


#: The boxes of the labels that are seen, the tip of a total apart.
LABELS = """() => [...document.querySelectorAll(".curve-label")]
  .filter(one => one.checkVisibility())
  .map(one => {
    const parts = [...one.children].filter(part => !part.matches(".tip"));
    const boxes = parts.map(part => {
      const range = document.createRange(); range.selectNodeContents(part);
      return range.getBoundingClientRect();
    });
    return [parts[0].textContent, Math.min(...boxes.map(box => box.left)), boxes[0].top,
      Math.max(...boxes.map(box => box.right)), boxes.at(-1).bottom];
  })"""


def covering(found):
    """The pairs of labels that have more than a hair in common."""
    for (one, *first), (other, *second) in combinations(found, 2):
        wide = min(first[2], second[2]) - max(first[0], second[0])
        if wide > 1 and min(first[3], second[3]) - max(first[1], second[1]) > 1:
            yield one, other


@pytest.mark.parametrize("path", [DAY, f"{DAY}&lang=en&bis=today", f"{DAY}&kurve=simple"])
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_names_stand_in_the_chart_and_apart_at_every_width(look_at, path, width):
    page = look_at(path, (width, 900), areas=0)
    page.locator(".curve-label:visible").first.wait_for()
    found, box = page.evaluate(LABELS), page.locator(".st-key-curve_box").bounding_box()
    assert list(covering(found)) == []
    assert all(
        box["x"] <= left and right <= box["x"] + box["width"] for _, left, _, right, _ in found
    )
    names = {name for name, *_ in found}
    if "simple" in path:
        assert len(found) == 2
    else:
        assert names & {"29 von 54", "29 of 54"}
        assert width < 390 or names & {"49 von 54", "49 of 54"}
    assert not wider_than_the_screen(page)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_steps_of_the_law_and_totals_are_told_on_focus_and_lead_to_their_lists(opened, size):
    page = opened(size=size)
    step_of_law = page.locator(".curve-law a:visible").first
    step_of_law.focus()
    tip = page.locator(".curve-law .tip:visible")
    assert "Landtag verabschiedet" in tip.inner_text()
    box = tip.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= size[0]
    total = page.locator("a.curve-label.total:visible", has_text="49 von 54")
    total.focus()
    assert "Stimmt überein" in page.locator(".curve-label .tip:visible").inner_text()
    total.press("Enter")
    page.locator("[id='zahl-2014-04-25-49-1']:visible").wait_for()
    assert faults(page) == []


def test_the_switches_change_curve_and_address(opened):
    page = opened()
    page.get_by_role("radio", name="einfach").check()
    until(
        page,
        "() => new URLSearchParams(location.search).get('kurve') === 'simple'"
        " && !document.querySelector('.curve-law a')",
    )
    page.get_by_role("radio", name="bis heute").check()
    page.locator(".curve-evidence").wait_for(state="attached")
    assert query(page)["bis"] == "today"


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nobody_is_shut_out_and_the_table_can_be_opened_by_keyboard(opened, size):
    page = opened("verlauf?tag=2013-06-12&mass=population", size)
    for summary in page.locator("details.curve-more > summary").all():
        summary.press("Enter")
    assert page.locator("details.curve-more").get_by_role("row", name="25.04.2014").is_visible()
    assert faults(page) == []


def test_the_table_says_what_the_curve_says(look_at):
    page = drawn(look_at(DAY, areas=0))
    row = page.locator("details.curve-more tr", has_text="25.04.2014")
    assert row.locator("td").all_text_contents() == ["49"] * 4
