"""The help beside the map, and the pages at the foot, in a real browser."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from accessibility import faults
from browser import NARROW, WIDE, settled, until, wider_than_the_screen
from playwright.sync_api import expect

from components.page import nav

DAY = "tag=2015-09-24&definition=approved"
STATEMENTS = ("barrierefreiheit", "impressum", "datenschutz", "leichte-sprache")
SLIM = (320, 844)
#: Where the map stands on the page, however far that is scrolled.
MAP = """() => {
  const [map, page] = ["svg.map", ".stage"].map(
    part => document.querySelector(part).getBoundingClientRect());
  return [map.x - page.x, map.y - page.y, map.width, map.height];
}"""
OPEN = "() => document.querySelector('.reading')?.open"


@pytest.fixture
def first(open_page):
    """The map as who has never been there finds it; afterwards the browser forgets again."""
    page = settled(open_page(f"?{DAY}"))
    page.evaluate("() => localStorage.removeItem('kiz-reading')")
    page.reload()
    yield settled(page)
    page.evaluate("() => localStorage.removeItem('kiz-reading')")


def again(page):
    page.reload()
    return settled(page)


def test_the_help_is_unfolded_at_first_and_stays_closed_once_it_is_closed(first):
    page, help_ = first, first.locator(".reading")
    expect(help_.get_by_role("listitem").first).to_be_visible()
    stands = page.evaluate(MAP)
    help_.get_by_role("button", name="Verstanden").click()
    expect(help_.get_by_role("button", name="Verstanden")).to_be_hidden()
    assert page.evaluate("() => document.activeElement.matches('.reading summary')")
    assert page.evaluate(MAP) == stands
    assert not again(page).evaluate(OPEN)
    assert page.evaluate(MAP) == stands


def test_the_foot_leads_back_to_the_help_and_its_head_folds_it_by_keyboard(first):
    page = first
    page.locator(".reading button").click()
    page.evaluate("() => { document.body.dataset.old = ''; }")
    page.locator("nav.ways").get_by_role("link", name="So liest man die Karte").click()
    until(page, OPEN)
    assert page.evaluate("() => 'old' in document.body.dataset"), "loaded anew"
    head = page.locator(".reading summary")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport()
    page.keyboard.press("Enter")
    until(page, f"() => !({OPEN})()")
    assert not again(page).evaluate("() => localStorage.getItem('kiz-reading') !== 'closed'")


def test_the_foot_of_another_page_leads_to_the_help_unfolded(first):
    page = first
    page.evaluate("() => localStorage.setItem('kiz-reading', 'closed')")
    page.goto(page.url.replace("/?", "/impressum?"))
    settled(page, areas=0).locator("nav.ways a").nth(1).click()
    page.locator(".reading").wait_for()
    until(settled(page), OPEN)
    expect(page.locator(".reading summary")).to_be_in_viewport()


def test_the_help_speaks_of_the_colouring_that_is_shown(first):
    page = first
    lines = page.locator(".reading li:visible")
    assert "Blau: hat ein KIZ." in lines.first.inner_text()
    assert lines.count() == 4
    page.locator(".colourings label", has_text="Seit wann").click()
    expect(lines.first).to_contain_text("Jede Farbe ist ein Zeitraum.")
    assert lines.count() == 3


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_help_does_not_move_the_map(look_at, size):
    page = look_at(f"?{DAY}", size)
    assert page.evaluate(OPEN)
    stands = page.evaluate(MAP)
    page.evaluate("() => { document.querySelector('.reading').open = false; }")
    closed = page.evaluate(MAP)
    page.evaluate("() => { document.querySelector('.reading').open = true; }")
    assert closed == stands


def test_the_words_of_the_legend_lead_to_their_entries_with_the_day_that_is_shown(look_at):
    page = look_at(f"?{DAY}")
    links = page.locator(".meant a:visible")
    assert links.all_inner_texts() == ["genehmigt", "ungeklärt", "abgelehnt", "Kein Beleg"]
    address = links.nth(1).get_attribute("href")
    assert "tag=2015-09-24" in address and address.endswith("#wort-undetermined")
    words = look_at(address.rpartition("/")[2], areas=0)
    expect(words.locator("#wort-undetermined")).to_have_text("ungeklärt")
    expect(words.locator("#wort-undetermined")).to_be_in_viewport()


@pytest.mark.parametrize("page", STATEMENTS)
@pytest.mark.parametrize(("lang", "size"), [("de", WIDE), ("en", NARROW), ("de", SLIM)])
def test_the_pages_at_the_foot_are_accessible_and_no_wider_than_the_screen(
    look_at, page, lang, size
):
    shown = look_at(f"{page}?{DAY}&lang={lang}", size, areas=0)
    assert faults(shown) == []
    assert not wider_than_the_screen(shown)


def test_the_ways_of_the_foot_are_large_enough_to_hit(look_at):
    page = look_at(f"impressum?{DAY}", NARROW, areas=0)
    boxes = [link.bounding_box() for link in page.locator("nav.ways a").all()]
    assert len(boxes) == 2 + len(nav.FOOT)
    assert min(box["height"] for box in boxes) >= 24


def test_the_ways_of_the_foot_keep_what_is_chosen(open_page):
    page = settled(open_page(f"ohne?{DAY}&kreis=05154&was=film"), areas=0)
    for link in page.locator("nav.ways a").all():
        link.focus()
        query = dict(parse_qsl(urlsplit(link.get_attribute("href")).query))
        assert query == {"definition": "approved", "farbe": "has", "kreis": "05154", "lang": "de",
                         "tag": "2015-09-24"}  # fmt: skip


def test_the_easy_page_is_seen_as_a_whole_and_follows_the_day(open_page):
    page = settled(open_page(f"leichte-sprache?{DAY}"), areas=0)
    box = page.locator(".easy").bounding_box()
    assert box["y"] + box["height"] <= WIDE[1]
    size = page.locator(".easy p").first.evaluate("part => getComputedStyle(part).fontSize")
    assert size == "19.2px"
    page.locator(".clock .later").click()
    expect(page.locator(".easy")).to_contain_text("Der Tag ist: 1. Dezember 2015.")
    expect(page.locator(".easy .names li")).to_have_count(4)
