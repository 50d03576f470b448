"""An edition opened from disk with the network cut: it draws, plays, and can be used by all."""

import pytest
from accessibility import faults
from browser import NARROW, WIDE, complaints, resize, watched, wider_than_the_screen
from edition_builders import KEYS, built

from components.figures import theme

FILLS = "() => [...document.querySelectorAll('[data-ags]')].map(area => area.getAttribute('fill'))"
PAGES = ["index.html", "verlauf.html", "kreise/05566.html"]


@pytest.fixture(scope="module")
def context_with(browser):
    """The browser with the network cut and some further options, the same for the same options."""
    made = {}

    def context(**options):
        key = tuple(options.items())
        made[key] = made.get(key) or browser.new_context(offline=True, **options)
        return made[key]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def opened(context_with):
    """Opens pages of the edition from disk; afterwards none may have asked for anything else."""
    pages = []

    def visit(path="index.html", size=WIDE, **options):
        page = watched(context_with(**options))
        resize(page, size)
        page.failed = []
        page.on("requestfailed", lambda request: page.failed.append(request.url))
        pages.append(page)
        page.goto((built() / path).as_uri())
        return page

    yield visit
    found = [line for page in pages for line in [*complaints(page), *page.failed]]
    for page in pages:
        page.close()
    assert found == []


def count(page, status):
    return page.locator(f'.legend [data-status="{status}"] .count').inner_text()


def test_the_map_is_drawn_and_opens_on_the_editions_day(opened):
    page = opened()
    areas = page.locator("svg.map [data-ags]")
    assert areas.count() == 54
    boxes = [areas.nth(row).bounding_box() for row in range(54)]
    assert all(box["width"] > 0 and box["height"] > 0 for box in boxes)
    assert page.locator(".date").inner_text() == "24.09.2015: 49 von 54, 0 ungeklärt"
    assert count(page, 1) == "3"
    loaded = "() => [...document.fonts].filter(face => face.status === 'loaded').length"
    assert page.evaluate(loaded) == 2


def test_at_both_sizes_headline_control_and_map_are_in_view(opened):
    for size in (WIDE, NARROW):
        page = opened(size=size)
        for part in ("h1", ".player .play", "svg.map"):
            box = page.locator(part).bounding_box()
            assert box["y"] + box["height"] <= size[1], part


def test_the_slider_recolours_map_legend_headline_and_words(opened):
    page = opened()
    before = page.evaluate(FILLS)
    slider = page.get_by_role("slider", name="Monat auf der Karte")
    slider.fill("26")
    assert page.evaluate(FILLS) != before
    assert page.locator(".date").inner_text() == "April 2014: 49 von 54, 0 ungeklärt"
    assert page.get_by_role("heading", level=1).inner_text().startswith("Am 30.04.2014 haben 49")
    assert page.get_by_role("heading", name="Status am 30.04.2014").is_visible()
    assert slider.get_attribute("aria-valuetext") == "April 2014"
    slider.press("Home")
    unknown = {theme.STATUS_COLOURS["unknown"], theme.lighter(theme.STATUS_COLOURS["unknown"])}
    assert count(page, 0) == str(sum(fill in unknown for fill in page.evaluate(FILLS)))
    page.get_by_role("button", name="Zurück zu 24.09.2015").click()
    assert page.evaluate(FILLS) == before
    assert page.get_by_role("heading", name="Status am 24.09.2015").is_visible()


def test_steps_lead_to_the_next_month_that_looks_different(opened):
    page = opened("en/index.html")
    before = page.evaluate(FILLS)
    page.get_by_role("button", name="next month with a change").click()
    assert page.evaluate(FILLS) != before
    mark = page.locator("[data-mark='05566']")
    assert mark.text_content() == "Steinfurt"
    page.get_by_role("slider").press("End")
    assert mark.text_content() == ""


def test_playing_runs_by_itself_and_stops_at_the_end(opened):
    page = opened()
    slider = page.get_by_role("slider", name="Monat auf der Karte")
    slider.press("End")
    end = int(slider.input_value())
    page.get_by_label("Tempo").select_option("schnell")
    page.get_by_role("button", name="Abspielen").click()
    page.wait_for_function("() => Number(document.querySelector('.player input').value) > 3")
    assert page.locator(".date").get_attribute("aria-live") == "off"
    page.get_by_role("button", name="Pause").click()
    assert page.locator(".date").get_attribute("aria-live") == "polite"
    assert int(slider.input_value()) < end
    slider.fill(str(end - 1))
    page.get_by_role("button", name="Abspielen").click()
    page.wait_for_function(f"() => document.querySelector('.player input').value === '{end}'")
    page.get_by_role("button", name="Abspielen").wait_for()


def test_with_reduced_motion_it_only_steps(opened):
    page = opened(reduced_motion="reduce")
    assert page.get_by_text("läuft nicht von selbst").is_visible()
    assert not page.get_by_role("button", name="Abspielen").is_visible()
    before = page.evaluate(FILLS)
    page.get_by_role("button", name="Zum vorigen Monat mit Änderung").click()
    assert page.evaluate(FILLS) != before


def test_an_area_tells_its_status_and_leads_to_its_page(opened):
    page = opened()
    page.get_by_role("link", name="Steinfurt: Abgelehnt, 15.12.2014").focus()
    assert "Abgelehnt, 15.12.2014" in page.locator(".tip").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator(".tip").is_visible()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Kreis Steinfurt hat am 24.09.2015").wait_for()


def test_the_pointer_over_an_area_tells_its_name_also_of_one_without_a_page(opened):
    page = opened()
    page.locator("#area-05515").hover()
    assert page.locator(".tip").inner_text().startswith("Münster\nGenehmigt")
    page.get_by_role("heading", level=1).hover()
    assert not page.locator(".tip").is_visible()


def test_the_first_tap_tells_and_the_second_leads_on(opened):
    page = opened(size=NARROW, has_touch=True)
    area = page.locator("#area-05154")
    area.tap()
    assert page.locator(".tip").inner_text().startswith("Kleve")
    assert page.url.endswith("index.html")
    area.tap()
    page.wait_for_url("**/kreise/05154.html")


def test_the_table_is_searched_and_sorted(opened):
    page = opened()
    page.get_by_label("Tabelle durchsuchen").fill("Abgelehnt")
    rows = page.locator("#tabelle tbody tr:visible")
    assert rows.count() == 3
    assert page.locator(".tools output").inner_text() == "3 von 54 Zeilen"
    page.get_by_label("Tabelle durchsuchen").fill("")
    heading = page.locator("#tabelle").get_by_role("button", name="Status")
    heading.click()
    heading.click()
    assert "In Betrieb" in rows.first.inner_text()
    assert page.locator("#tabelle th[aria-sort='descending']").inner_text() == "Status"


def test_without_scripts_the_map_of_the_day_its_legend_and_table_stand(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("svg.map a").count() == len(KEYS)
    assert page.get_by_text("Status am 24.09.2015").is_visible()
    assert page.locator("#tabelle tbody tr").count() == 54
    assert not page.locator(".player").is_visible()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_serious_fault_for_assistive_technology_and_no_wider_than_the_screen(opened, path, size):
    page = opened(path, size)
    # Axe would fetch the style sheet, which no script may do from a file.
    assert faults(page, preload=False) == []
    assert not wider_than_the_screen(page)


def test_printed_it_shows_the_map_and_no_control(opened):
    page = opened()
    page.emulate_media(media="print")
    assert page.locator("svg.map").is_visible()
    assert not page.locator(".player").is_visible()
