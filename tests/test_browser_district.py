"""The dossier and the comparison in a real browser: drawn, clicked, linked, at both widths."""

import re

import pytest
from accessibility import EXCUSED, excused, faults
from browser import (
    AREA,
    NARROW,
    WIDE,
    changed,
    look_for,
    received,
    settled,
    step,
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


@pytest.fixture
def kleve(open_page):
    """Kleve's dossier, with the map of its three neighbours, for this test alone."""
    return settled(open_page(DOSSIER), areas=4)


def headline(page):
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_dossier_is_drawn_fits_the_screen_and_reads_aloud(look_at, size):
    page = look_at(DOSSIER, size, areas=4)
    assert headline(page).startswith("Kreis Kleve hat am 24.09.2015 kein genehmigtes KIZ")
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
    kleve.wait_for_function("() => location.hash === '#05154-rejection-1'")
    assert event.locator("ul.source li").count() > 0
    assert 0 <= event.bounding_box()["y"] < WIDE[1]


def test_a_click_on_a_neighbour_opens_its_dossier_and_one_in_the_list_keeps_the_day(kleve):
    changed(kleve, kleve.locator(f'{AREA}[data-ags="05170"]').click, areas=4)
    assert "kreis=05170" in kleve.url
    assert headline(kleve).startswith("Kreis Wesel")
    changed(kleve, kleve.locator("ul.neighbours a", has_text="Kreis Borken").click, areas=3)
    assert re.search("tag=2015-09-24.*kreis=05554", kleve.url)
    assert headline(kleve).startswith("Kreis Borken hat am 24.09.2015")


def test_a_search_for_a_municipality_opens_the_dossier(open_page):
    page = settled(open_page("kreis?lang=de", NARROW), areas=0)
    assert headline(page) == "Wo stehe ich?"
    assert faults(page) == []

    changed(page, lambda: look_for(page, "Siegburg"), areas=5)
    assert "kreis=05382" in page.url
    assert headline(page).startswith("Rhein-Sieg-Kreis")


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


def test_what_is_excused_is_still_at_fault(look_at):
    found = excused(look_at(COMPARED, areas=THREE_MAPS))
    assert found == set(EXCUSED), "strike it off the list"


def test_a_comparison_of_definitions_survives_a_reload(open_page):
    page = settled(open_page("vergleich?tag=2014-04-25&mit=open"), areas=THREE_MAPS)
    told = headline(page)
    page.reload()
    assert headline(settled(page, areas=THREE_MAPS)) == told and "in Betrieb" in told


@pytest.mark.parametrize(
    ("path", "areas", "limit"), [(DOSSIER, 4, 20_000), (COMPARED, THREE_MAPS, 35_000)]
)
def test_a_move_of_the_day_stays_small_on_both_pages(open_page, path, areas, limit):
    page = settled(open_page(path), areas)

    sent = received(page, lambda: step(page, "earlier", areas))
    print(f"a move of the day on {path}: {sent} bytes")
    assert 0 < sent < limit
