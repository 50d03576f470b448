"""The dossier and the comparison in a real browser: drawn, clicked, linked, at both widths."""

import re
from itertools import combinations, pairwise

import pytest
from accessibility import faults
from browser import (
    AREA,
    NARROW,
    WIDE,
    changed,
    look_for,
    received,
    settled,
    step,
    until,
    wider_than_the_screen,
)

DOSSIER = "kreis?tag=2015-09-24&definition=approved&kreis=05154&lang=de"
COMPARED = "vergleich?tag=2018-12-31&definition=approved&vergleich=2014-04-25&lang=de"
#: Three times the 54 areas.
THREE_MAPS = 162
#: Left edge and width of every mark of an event, in parts of its track.
MARKS = """() => [...document.querySelectorAll('.timeline .acts .track i')].map(mark => {
  const [own, track] = [mark.getBoundingClientRect(), mark.parentElement.getBoundingClientRect()];
  return [(own.x - track.x) / track.width, own.width / track.width];
})"""


#: Left edge, right edge and the place of its line of every label of a year that is seen, in pixels
#: from the left of the axis, whose lines are as far from each other as `step`.
YEARS = """() => {
  const axis = document.querySelector('.timeline .axis');
  const track = document.querySelector('.timeline .track').getBoundingClientRect();
  const all = [...axis.children], step = track.width / all.length;
  return all.map((year, place) => [year.getBoundingClientRect(), track.left + place * step])
    .filter(([box]) => box.width > 2)
    .map(([box, line]) => [box.left - track.left, box.right - track.left, line - track.left]);
}"""
#: What the names on the map of the neighbours say, and whether each is seen, with its box.
NAMES = """() => {
  const svg = document.querySelector('.stage.maps svg.map');
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('[data-mark]')].map((text) => {
    const { left, top, right, bottom } = text.getBoundingClientRect();
    const whole = left >= frame.left - 1 && right <= frame.right + 1
      && top >= frame.top - 1 && bottom <= frame.bottom + 1;
    return [text.textContent, getComputedStyle(text).visibility === 'visible' && whole,
      [left, top, right, bottom]];
  });
}"""


@pytest.fixture
def kleve(open_page):
    """Kleve's dossier, with the map of its three neighbours, for this test alone."""
    return settled(open_page(DOSSIER), areas=4)


def headline(page):
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_dossier_is_drawn_fits_the_screen_and_reads_aloud(look_at, size):
    page = look_at(DOSSIER, size, areas=4)
    assert headline(page).startswith("Der Kreis Kleve hat am 24.09.2015 kein genehmigtes KIZ")
    assert not wider_than_the_screen(page)
    assert faults(page) == []


def test_every_mark_of_the_timeline_lies_on_the_axis_in_the_order_of_the_events(look_at):
    page = look_at(DOSSIER, areas=4)
    marks = page.evaluate(MARKS)
    assert len(marks) == page.locator(".timeline .acts li").count() > 5
    assert all(-0.02 < left < 1 and 0 < width < 0.5 for left, width in marks)
    ends = [left + width for left, width in marks]
    assert ends == sorted(ends)


def test_an_event_of_the_timeline_leads_to_its_sources(kleve):
    kleve.locator('.timeline a[href="#05154-rejection-1"]').click()
    event = kleve.locator('ol.history > [id="05154-rejection-1"]')
    until(kleve, "() => location.hash === '#05154-rejection-1'")
    assert event.locator("ul.source li").count() > 0
    assert 0 <= event.bounding_box()["y"] < WIDE[1]


def test_a_click_on_a_neighbour_opens_its_dossier_and_one_in_the_list_keeps_the_day(kleve):
    changed(kleve, kleve.locator(f'{AREA}[data-ags="05170"]').click, areas=4)
    assert "kreis=05170" in kleve.url
    assert headline(kleve).startswith("Der Kreis Wesel")
    changed(kleve, kleve.locator("ul.neighbours a", has_text="Kreis Borken").click, areas=3)
    assert re.search("tag=2015-09-24.*kreis=05554", kleve.url)
    assert headline(kleve).startswith("Der Kreis Borken hat am 24.09.2015")


def test_a_search_for_a_municipality_opens_the_dossier(open_page):
    page = settled(open_page("kreis?lang=de", NARROW), areas=0)
    assert headline(page) == "Welcher Kreis, welche Stadt?"
    assert faults(page) == []

    changed(page, lambda: look_for(page, "Siegburg"), areas=5)
    assert "kreis=05382" in page.url
    assert headline(page).startswith("Der Rhein-Sieg-Kreis hat")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_comparison_draws_three_maps_on_one_extent_beside_each_other_if_there_is_room(
    look_at, size
):
    page = look_at(COMPARED, size, areas=THREE_MAPS)
    assert not wider_than_the_screen(page)
    assert faults(page) == []
    boxes = [drawn.bounding_box() for drawn in page.locator(".map .areas").all()]
    assert len({(round(box["width"]), round(box["height"])) for box in boxes}) == 1
    assert len(boxes) == 3
    beside = len({round(box["y"]) for box in boxes}) == 1
    assert beside == (size == WIDE)


def test_a_comparison_of_definitions_survives_a_reload(open_page):
    page = settled(open_page("vergleich?tag=2014-04-25&mit=open"), areas=THREE_MAPS)
    told = headline(page)
    page.reload()
    assert headline(settled(page, areas=THREE_MAPS)) == told and "in Betrieb" in told


@pytest.mark.parametrize(
    ("path", "areas", "limit"), [(DOSSIER, 4, 35_000), (COMPARED, THREE_MAPS, 45_000)]
)
def test_a_move_of_the_day_stays_small_on_both_pages(open_page, path, areas, limit):
    page = settled(open_page(path), areas)

    sent = received(page, lambda: step(page, "earlier", areas))
    print(f"a move of the day on {path}: {sent} bytes")
    assert 0 < sent < limit


@pytest.mark.parametrize("width", [320, 390, 640, 700, 768, 820, 1000, 1440])
def test_every_year_that_is_seen_stands_at_its_own_line_and_none_on_another(look_at, width):
    page = look_at("kreis?tag=2015-09-24&kreis=05154&lang=de", (width, 900), areas=4)
    years = page.evaluate(YEARS)
    assert len(years) >= 2
    assert all(abs(left - line) < 1.5 for left, _, line in years)
    assert all(one[1] <= other[0] for one, other in pairwise(years))
    assert not wider_than_the_screen(page)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("ags", "areas"), [("05113", 9), ("05916", 4), ("05315", 7), ("05334002", 2), ("05562", 11)]
)
def test_every_name_among_the_neighbours_is_whole_and_on_no_other(look_at, size, ags, areas):
    page = look_at(f"kreis?tag=2015-09-24&kreis={ags}&lang=de", size, areas=areas)
    names = page.evaluate(NAMES)
    assert [name for name, seen, _ in names if not seen] == []
    boxes = [box for _, _, box in names]
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] + 2 or other[2] <= one[0] + 2
        assert apart or one[3] <= other[1] + 4 or other[3] <= one[1] + 4


@pytest.mark.parametrize(("ags", "areas"), [("05154", 4), ("05113", 9)])
def test_what_came_after_the_day_stands_under_its_heading_alone(look_at, ags, areas):
    page = look_at(f"kreis?tag=2015-09-24&kreis={ags}&lang=de", areas=areas)
    assert page.get_by_text("Danach (nach dem 24.09.2015)").count() > 0
    assert page.get_by_text("Heute (zuletzt recherchiert:").is_visible()


def test_a_second_proof_is_reached_by_its_own_anchor(open_page):
    page = settled(open_page("kreis?tag=2015-09-24&kreis=05116&lang=de#05116-opening-2"), areas=4)
    asked = page.locator('.proof.asked[id="05116-opening-2"]')
    asked.wait_for()
    assert "Ein zweiter Beleg für dasselbe" in asked.inner_text()
