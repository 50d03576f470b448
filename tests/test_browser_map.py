"""The page Karte in a real browser: what is drawn, in view, sent, restored and readable."""

from itertools import chain
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import AREA, received, settled

from adoption.vocabulary import STATUSES
from components.choice import today

SIZES = [(1440, 900), (390, 844)]
KLEVE = "kreis=05154"
#: What a move of the day may send; with a district chosen the first one after loading, which
#: carries the slider's labels and the outline too, is 20.8 kB and so still over the aim.
MOST_BYTES = 20_000
MAP = ".st-key-areas .js-plotly-plot"
TABLE = ".st-key-district_table"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

#: What axe finds inside Streamlit's own widgets, by rule and place, and why it stays.
ALLOWED = {
    ("target-size", '.st-key-day [role="spinbutton"]'): (
        "Streamlit sets the three parts of its date field closer than 24 pixels; the field can "
        "also be filled with the calendar beside it, the slider and the two buttons"
    ),
}

BOXES = f"""() => [...document.querySelectorAll("{AREA}")].map(area => {{
  const box = area.getBoundingClientRect();
  return [area.__data__.loc, box.left, box.top, box.right, box.bottom];
}})"""
# A point inside an area, in the middle of the widest row through its box.
INSIDE = f"""ags => {{
  const area = [...document.querySelectorAll("{AREA}")].find(path => path.__data__.loc === ags);
  const box = area.getBoundingClientRect(), back = area.getScreenCTM().inverse();
  const filled = (x, y) => area.isPointInFill(new DOMPoint(x, y).matrixTransform(back));
  let widest = [];
  for (let y = box.top; y < box.bottom; y += 4) {{
    const row = [];
    for (let x = box.left; x < box.right; x += 2) if (filled(x, y)) row.push([x, y]);
    if (row.length > widest.length) widest = row;
  }}
  return widest[widest.length >> 1];
}}"""
OUTLINED = f"""() => [...document.querySelectorAll("{AREA}")]
  .filter(area => parseFloat(area.style.strokeWidth) >= 3).map(area => area.__data__.loc)"""
OVERFLOW = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .map(part => part.scrollWidth - part.clientWidth)"""


def query(page):
    """The address's query as a dict."""
    return {name: value for name, (value,) in parse_qs(urlsplit(page.url).query).items()}


def move(page, key="ArrowRight"):
    """One step of the slider over the months, by keyboard."""
    page.locator(".st-key-month input").focus()
    page.keyboard.press(key)


def rows(page):
    """The names in the visible rows of the table, in their order."""
    return page.locator(f"{TABLE} tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_all_54_areas_are_drawn_uncropped_and_the_page_needs_no_sideways_scrolling(
    open_page, width, height
):
    page = settled(open_page("?tag=2015-09-24", width, height))
    chart = page.locator(MAP).bounding_box()
    boxes = page.evaluate(BOXES)
    assert len({ags for ags, *_ in boxes}) == len(boxes) == 54
    for ags, left, top, right, bottom in boxes:
        assert chart["x"] <= left < right <= chart["x"] + chart["width"], ags
        assert chart["y"] <= top < bottom <= chart["y"] + chart["height"], ags
    assert page.evaluate(OVERFLOW) == [0, 0]
    order = [page.locator(part).bounding_box()["y"] for part in ("h1", ".st-key-controls", MAP)]
    assert order == sorted(order)
    if width > 1000:
        assert order[0] >= 0 and max(bottom for *_, bottom in boxes) <= height


def test_a_click_on_an_area_opens_its_district(open_page):
    page = settled(open_page("?tag=2015-09-24"))
    page.mouse.click(*page.evaluate(INSIDE, "05154"))
    page.locator(".st-key-brief h2", has_text="Kreis Kleve").wait_for()
    settled(page)
    assert page.evaluate(OUTLINED) == ["05154"]
    assert query(page)["kreis"] == "05154"
    assert page.get_by_role("heading", name="Geschichte: Kreis Kleve").is_visible()


def test_a_link_restores_day_definition_district_and_language(open_page):
    page = settled(open_page(f"?tag=2015-09-24&definition=decided&{KLEVE}&lang=en"))
    headline = page.locator("h1").inner_text()
    assert headline.startswith("On 24 September 2015") and "decided" in headline
    assert page.locator(".st-key-brief h2").inner_text() == "Kreis Kleve"
    assert page.evaluate(OUTLINED) == ["05154"]
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_bad_link_is_named_and_shows_the_page_all_the_same(open_page):
    page = settled(open_page("?tag=morgen&kreis=5154"))
    told = page.get_by_role("alert").all_inner_texts()
    assert ["„morgen“" in told[0], "„5154“" in told[1]] == [True, True]
    assert page.evaluate("document.documentElement.lang") == "de"


def test_back_and_forward_restore_what_was_shown(open_page):
    page = settled(open_page("?tag=2015-09-24"))
    move(page)
    settled(page)
    later = page.locator("h1").inner_text()
    page.go_back()
    page.locator("h1", has_text="24.09.2015").wait_for()
    settled(page).go_forward()
    page.locator("h1", has_text="31.10.2015").wait_for()
    assert settled(page).locator("h1").inner_text() == later


@pytest.mark.parametrize("district", ["", f"&{KLEVE}"])
def test_one_move_of_the_day_sends_little(open_page, district):
    page = settled(open_page(f"?tag=2015-09-24{district}"))
    sent = [received(page, lambda: move(page)) for _ in range(2)]
    print(f"bytes of a move{district}: {sent}")
    assert page.locator("h1", has_text="30.11.2015").is_visible()
    assert max(sent) <= MOST_BYTES


def test_the_table_sorts_and_searches_and_keeps_both_when_the_day_moves(open_page):
    page = settled(open_page("?tag=2015-09-24"))
    assert len(rows(page)) == 54
    head = page.locator(f"{TABLE} thead th")
    head.nth(0).get_by_role("button").click()
    assert rows(page)[0] == "Wuppertal"
    head.nth(3).get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert [head.nth(place).get_attribute("aria-sort") for place in (0, 3)] == ["none", "ascending"]
    ranks = page.locator(f"{TABLE} tbody td:nth-child(4)").all_inner_texts()
    labels = ["Kein Beleg", "Abgelehnt", "In Beratung", "Beschlossen", "Genehmigt", "In Betrieb"]
    shown = [labels.index(rank.removeprefix("×").split("\n")[0].strip()) for rank in ranks]
    assert len(labels) == len(STATUSES) - 1 and shown == sorted(shown)
    page.locator(f"{TABLE} input").fill("kreis k")
    assert rows(page) == ["Kreis Kleve"]
    move(page)
    settled(page)
    assert page.locator(f"{TABLE} input").input_value() == "kreis k"
    assert rows(page) == ["Kreis Kleve"]
    assert head.nth(3).get_attribute("aria-sort") == "ascending"


def test_the_copied_link_names_the_day_even_if_it_is_today(open_page):
    page = settled(open_page())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Link kopieren").click()
    page.get_by_text("Link kopiert").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert parse_qs(urlsplit(copied).query) == {
        "tag": [today().isoformat()],
        "definition": ["approved"],
        "lang": ["de"],
    }
    assert copied.startswith(page.url.split("?")[0])


def test_nothing_of_the_frameworks_own_chrome_is_in_sight(open_page):
    page = settled(open_page())
    for part in ("Toolbar", "AppDeployButton", "MainMenu", "Decoration", "StatusWidget", "Sidebar"):
        assert page.locator(f'[data-testid="st{part}"]:visible').count() == 0, part
    assert page.locator("footer:visible", has_text="Streamlit").count() == 0


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everybody_can_read_and_use_the_page(open_page, width, height):
    page = settled(open_page(f"?tag=2015-09-24&{KLEVE}", width, height))
    found = Axe().run(page, options=RULES).response["violations"]
    grave = [
        (rule["id"], target)
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for target in (node["target"][0] for node in rule["nodes"])
    ]
    allowed = {place: excused(page, grave, place) for place in ALLOWED}
    assert [fault for fault in grave if fault not in chain(*allowed.values())] == []
    assert [place for place in ALLOWED if not allowed[place]] == [], "strike it off the list"


def excused(page, grave, place):
    """The faults that one entry of the list allows."""
    rule, selector = place
    matches = "([target, selector]) => document.querySelector(target)?.matches(selector) ?? false"
    return [
        fault
        for fault in grave
        if fault[0] == rule
        and isinstance(fault[1], str)
        and page.evaluate(matches, [fault[1], selector])
    ]
