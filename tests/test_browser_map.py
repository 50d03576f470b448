"""The page Karte in a real browser: what is drawn, in view, sent, restored and readable."""

from urllib.parse import parse_qs, urlsplit

import pytest
from accessibility import EXCUSED, excused, faults
from browser import (
    NARROW,
    WIDE,
    changed,
    press,
    query,
    received,
    settled,
    wider_than_the_screen,
)
from playwright.sync_api import expect

from adoption.vocabulary import STATUSES
from components.choice import today

DAY = "?tag=2015-09-24"
KLEVE = "&kreis=05154"
#: A day on which some are undetermined.
UNSURE = "?tag=2014-01-31"
COLOURINGS = ("", "&farbe=since")
#: What a move of the day may send; with a district chosen the first one after loading, which
#: carries the slider's labels and the outline too, is 20.8 kB and so still over the aim.
MOST_BYTES = 20_000
MAP = ".st-key-areas .js-plotly-plot"
BRIEF = ".st-key-brief"
TABLE = ".st-key-district_table"

#: The areas with their keys: Plotly draws them in the order in which the figure names them.
AREAS = f"""const chart = document.querySelector("{MAP}");
  const paths = [...chart.querySelectorAll("path.choroplethlocation")];
  const keys = chart.data.filter(trace => trace.type === "choropleth")
    .flatMap(trace => trace.locations);
  const areas = paths.map((path, place) => [keys[place], path]);"""
BOXES = f"""() => {{ {AREAS} return areas.map(([ags, path]) => {{
  const box = path.getBoundingClientRect();
  return [ags, box.left, box.top, box.right, box.bottom]; }}) }}"""
# A point inside an area, in the middle of the widest row through its box.
INSIDE = f"""wanted => {{ {AREAS}
  const [, area] = areas.find(([ags]) => ags === wanted);
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
OUTLINED = f"""() => {{ {AREAS} return areas
  .filter(([, area]) => parseFloat(area.style.strokeWidth) >= 3).map(([ags]) => ags) }}"""


def step(page):
    """The next month on the slider, by keyboard, until the page shows its day."""

    def act():
        page.locator(".st-key-month input").focus()
        page.keyboard.press("ArrowRight")

    return changed(page, act)


def rows(page):
    """The names in the visible rows of the table, in their order."""
    return page.locator(f"{TABLE} tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_all_54_areas_are_drawn_uncropped_and_headline_control_and_map_come_first(look_at, size):
    page = look_at(DAY + KLEVE, size)
    chart = page.locator(MAP).bounding_box()
    boxes = page.evaluate(BOXES)
    # The chosen district is drawn once more, as an outline.
    assert len({ags for ags, *_ in boxes}) == len(boxes) - 1 == 54
    for ags, left, top, right, bottom in boxes:
        assert chart["x"] <= left < right <= chart["x"] + chart["width"], ags
        assert chart["y"] <= top < bottom <= chart["y"] + chart["height"], ags
    order = [page.locator(part).bounding_box()["y"] for part in ("h1", ".st-key-controls", MAP)]
    assert order == sorted(order)
    if size == WIDE:
        assert order[0] >= 0 and max(bottom for *_, bottom in boxes) <= WIDE[1]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("colour", COLOURINGS)
@pytest.mark.parametrize("address", [DAY + KLEVE, UNSURE])
def test_everybody_can_read_and_use_the_page(look_at, address, colour, size):
    page = look_at(address + colour, size)
    assert faults(page) == []
    assert not wider_than_the_screen(page)


def test_what_is_excused_is_still_at_fault(look_at):
    assert excused(look_at(DAY + KLEVE)) == set(EXCUSED), "strike it off the list"


def test_nothing_of_the_frameworks_own_chrome_is_in_sight(look_at):
    page = look_at(DAY + KLEVE)
    for part in ("Toolbar", "AppDeployButton", "MainMenu", "Decoration", "StatusWidget", "Sidebar"):
        assert page.locator(f'[data-testid="st{part}"]:visible').count() == 0, part
    assert page.locator("footer:visible", has_text="Streamlit").count() == 0


def test_a_click_on_an_area_opens_its_district(open_page):
    page = settled(open_page(DAY))
    page.mouse.click(*page.evaluate(INSIDE, "05154"))
    page.locator(f"{BRIEF} h2", has_text="Kreis Kleve").wait_for()
    settled(page, areas=55)
    assert page.evaluate(OUTLINED) == ["05154"]
    assert query(page)["kreis"] == "05154"
    assert "Abgelehnt (Kreistag)" in page.locator(BRIEF).inner_text()
    assert page.get_by_role("heading", name="Geschichte: Kreis Kleve").is_visible()
    page.mouse.click(*page.evaluate(INSIDE, "05166"))
    page.locator(f"{BRIEF} h2", has_text="Kreis Viersen").wait_for()
    page.wait_for_function(f"() => String(({OUTLINED})()) === '05166'")
    assert query(settled(page, areas=55))["kreis"] == "05166"


def test_a_link_restores_day_definition_district_and_language(open_page):
    page = settled(open_page(f"{DAY}&definition=decided{KLEVE}&lang=en"), areas=55)
    headline = page.locator("h1").inner_text()
    assert headline.startswith("On 24 September 2015") and "decided" in headline
    assert page.locator(f"{BRIEF} h2").inner_text() == "Kreis Kleve"
    assert page.evaluate(OUTLINED) == ["05154"]
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_bad_link_is_named_and_shows_the_page_all_the_same(open_page):
    page = settled(open_page("?tag=morgen&kreis=5154"))
    told = page.get_by_role("alert").all_inner_texts()
    assert ["„morgen“" in told[0], "„5154“" in told[1]] == [True, True]
    assert page.evaluate("document.documentElement.lang") == "de"


def test_back_and_forward_restore_what_was_shown(open_page):
    page = settled(open_page(DAY))
    headline = page.locator("h1")
    first = headline.inner_text()
    later = step(page).locator("h1").inner_text()
    page.go_back()
    expect(headline).to_have_text(first, use_inner_text=True)
    settled(page).go_forward()
    expect(headline).to_have_text(later, use_inner_text=True)
    assert "24.09.2015" in first and "31.10.2015" in later


@pytest.mark.parametrize("colour", COLOURINGS)
@pytest.mark.parametrize("district", ["", KLEVE])
def test_a_move_of_the_day_sends_little(open_page, district, colour):
    page = settled(open_page(DAY + district + colour))
    sent = [received(page, lambda: step(page)) for _ in range(2)]
    sent.append(received(page, lambda: changed(page, lambda: press(page, "Nächste Änderung"))))
    print(f"bytes of a move {district}{colour}: {sent}")
    assert "01.12.2015" in page.locator("h1").inner_text()
    assert min(sent) > 0 and max(sent) <= MOST_BYTES


def test_the_table_sorts_and_searches_and_keeps_both_when_the_day_moves(open_page):
    page = settled(open_page(DAY))
    expect(page.locator(f"{TABLE} tbody tr:visible th")).to_have_count(54)
    head = page.locator(f"{TABLE} thead th")
    head.nth(0).get_by_role("button").click()
    assert rows(page)[0] == "Wuppertal"
    head.nth(3).get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert [head.nth(place).get_attribute("aria-sort") for place in (0, 3)] == ["none", "ascending"]
    ranks = page.locator(f"{TABLE} tbody td:nth-child(4)").all_inner_texts()
    labels = ["Kein Beleg", "Abgelehnt", "In Beratung", "Beschlossen", "Genehmigt", "In Betrieb"]
    shown = [labels.index(rank.removeprefix("×").splitlines()[0].strip()) for rank in ranks]
    assert len(labels) == len(STATUSES) - 1 and shown == sorted(shown)
    page.locator(f"{TABLE} input").fill("kreis k")
    assert rows(page) == ["Kreis Kleve"]
    step(page)
    expect(page.locator(f"{TABLE} caption")).to_contain_text("31.10.2015")
    assert page.locator(f"{TABLE} input").input_value() == "kreis k"
    assert rows(page) == ["Kreis Kleve"]
    assert head.nth(3).get_attribute("aria-sort") == "ascending"


def test_the_copied_link_names_the_day_even_if_it_is_today(open_page):
    page = settled(open_page())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Link kopieren")
    page.get_by_text("Link kopiert").wait_for()
    copied = urlsplit(page.evaluate("navigator.clipboard.readText()"))
    assert parse_qs(copied.query) == {
        "tag": [today().isoformat()],
        "definition": ["approved"],
        "lang": ["de"],
    }
    assert copied._replace(query="").geturl() == urlsplit(page.url)._replace(query="").geturl()
