"""The dossier and the comparison in a real browser: drawn, clicked, linked, at both widths."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import received, settled

WIDE, NARROW = (1440, 900), (390, 844)
DOSSIER = "kreis?tag=2015-09-24&definition=approved&kreis=05154&lang=de"
COMPARED = "vergleich?tag=2018-12-31&definition=approved&vergleich=2014-04-25&lang=de"
FITS = "() => document.documentElement.scrollWidth <= innerWidth"
#: Left edge and width of every mark of an event, in parts of its track.
MARKS = """() => [...document.querySelectorAll('.timeline .acts .track i')].map(mark => {
  const [own, track] = [mark.getBoundingClientRect(), mark.parentElement.getBoundingClientRect()];
  return [(own.x - track.x) / track.width, own.width / track.width];
})"""


@pytest.fixture
def visit(open_page):
    """Opens a page and waits for its maps; the first one waits for the server's tables too."""

    def run(path, size=WIDE, areas=0):
        return settled(open_page(path, *size), areas=areas, timeout_s=90)

    return run


def violations(page):
    """Serious findings of axe, one line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def headline(page):
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_dossier_is_drawn_fits_the_screen_and_reads_aloud(visit, size):
    page = visit(DOSSIER, size, areas=4)
    assert headline(page).startswith("Kreis Kleve hat am 24.09.2015 kein genehmigtes KIZ")
    assert page.evaluate(FITS)
    assert violations(page) == []


def test_every_mark_of_the_timeline_lies_on_the_axis_in_the_order_of_the_events(visit):
    page = visit(DOSSIER, WIDE, areas=4)
    marks = page.evaluate(MARKS)
    assert len(marks) == page.locator(".timeline .acts li").count() > 5
    assert all(-0.02 < left < 1 and 0 < width < 0.5 for left, width in marks)
    ends = [left + width for left, width in marks]
    assert ends == sorted(ends)


def test_an_event_of_the_timeline_leads_to_its_sources(visit):
    page = visit(DOSSIER, WIDE, areas=4)
    page.locator('.timeline a[href="#05154-rejection-1"]').click()
    event = page.locator('ol.history > [id="05154-rejection-1"]')
    page.wait_for_function("() => location.hash === '#05154-rejection-1'")
    assert event.locator("ul.source li").count() > 0
    assert 0 <= event.bounding_box()["y"] < WIDE[1]


def test_a_click_on_a_neighbour_opens_its_dossier(visit):
    page = visit(DOSSIER, WIDE, areas=4)
    chart = page.locator(".st-key-neighbours .js-plotly-plot")
    order = chart.evaluate("chart => chart.data[0].locations")
    box = chart.locator("path.choroplethlocation").nth(order.index("05170")).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile("kreis=05170"))
    settled(page, areas=4)
    assert headline(page).startswith("Kreis Wesel")


def test_a_neighbour_in_the_list_keeps_the_day(visit):
    page = visit(DOSSIER, WIDE, areas=4)
    page.locator("ul.neighbours a", has_text="Kreis Borken").click()
    page.wait_for_url(re.compile("tag=2015-09-24.*kreis=05554"))
    settled(page, areas=3)
    assert headline(page).startswith("Kreis Borken hat am 24.09.2015")


def test_a_search_for_a_municipality_opens_the_dossier(visit):
    page = visit("kreis?lang=de", NARROW, areas=0)
    assert headline(page) == "Wo stehe ich?"
    assert violations(page) == []
    page.get_by_role("combobox").first.fill("Siegburg")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("kreis=05382"))
    settled(page, areas=5)
    assert headline(page).startswith("Rhein-Sieg-Kreis")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_comparison_draws_three_maps_on_one_extent(visit, size):
    page = visit(COMPARED, size, areas=3 * 54)
    assert page.evaluate(FITS)
    assert violations(page) == []
    boxes = [
        page.locator(f".st-key-areas_{key} .choroplethlayer").bounding_box()
        for key in ("left", "right", "apart")
    ]
    assert len({(round(box["width"]), round(box["height"])) for box in boxes}) == 1


def test_a_comparison_of_definitions_survives_a_reload(visit):
    page = visit("vergleich?tag=2014-04-25&mit=open", WIDE, areas=3 * 54)
    told = headline(page)
    page.reload()
    settled(page, areas=3 * 54)
    assert headline(page) == told and "in Betrieb" in told


def test_a_move_of_the_day_stays_small_on_both_pages(visit):
    for path, areas, limit in ((DOSSIER, 4, 42_000), (COMPARED, 3 * 54, 50_000)):
        page = visit(path, WIDE, areas=areas)
        step = page.get_by_role("button", name="Vorige Änderung")
        assert received(page, step.click, areas=areas) < limit
