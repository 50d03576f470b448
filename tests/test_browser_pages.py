"""The ways between the pages in a real browser: history, tabs, what is quoted of an address."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import hostile
import pytest
from accessibility import faults
from browser import (
    CLOCK,
    NARROW,
    SEARCH,
    look_for,
    press,
    query,
    settled,
    step,
    until,
)
from playwright.sync_api import expect

DAY = {"tag": "2015-09-24", "definition": "approved", "kreis": "05154", "farbe": "has",
       "lang": "de"}  # fmt: skip
ROW = ".st-key-pages"
#: Six pages with their name in the navigation, how their headline begins and how many areas
#: their maps have at least.
WAY = [
    ("karte", "Karte", 54),
    ("ohne", "Ohne KIZ", 0),
    ("verlauf", "Verlauf", 0),
    ("kreis", "Kreis", 4),
    ("vergleich", "Vergleich", 162),
    ("mitnehmen", "Mitnehmen", 0),
]
#: Every address that this tab has shown since it was opened, the first one first.
HISTORY = "() => navigation.entries().map(entry => entry.url)"
HEIGHTS = """row => {
  const height = () => row.getBoundingClientRect().height;
  const drawn = height();
  const box = row.querySelector('[data-testid="stBidiComponentIsolated"]').shadowRoot;
  box.querySelector("[hidden]").style.display = "none";
  const empty = height();
  box.querySelector("[hidden]").style.display = "";
  return [drawn, empty];
}"""


def link(page, name):
    """A page's link in the navigation."""
    return page.locator(ROW).get_by_role("link", name=name, exact=True)


def shows(page, name, areas=0):
    """Wait until the page of this name is shown, with the day of all these tests everywhere."""
    expect(link(page, name)).to_have_attribute("aria-current", "page")
    settled(page, areas)
    if page.locator(CLOCK).count():
        expect(page.get_by_role("textbox", name="Tag")).to_have_value("24.09.2015")
        axis = page.locator(f"{CLOCK} .axis input")
        expect(axis).to_have_attribute("aria-valuetext", "24.09.2015")


def turn(page, name, areas=0):
    """Go to a page by its link in the navigation."""
    link(page, name).click()
    shows(page, name, areas)


def test_back_through_six_pages_returns_each_with_its_day(open_page):
    page = open_page(f"?{urlencode(DAY)}")
    page.evaluate("() => { window.kept = true }")
    before = len(page.evaluate(HISTORY))
    shows(page, *WAY[0][1:])
    for _, name, areas in WAY[1:]:
        turn(page, name, areas)
    visited = page.evaluate(HISTORY)[before - 1 :]
    assert [urlsplit(url).path for url in visited] == ["/", *(f"/{path}" for path, *_ in WAY[1:])]
    assert all(dict(parse_qsl(urlsplit(url).query)) == DAY for url in visited)
    for path, name, areas in WAY[-2::-1]:
        page.go_back()
        shows(page, name, areas)
        assert urlsplit(page.url).path == ("/" if path == "karte" else f"/{path}")
        assert query(page) == DAY
    assert page.evaluate("() => window.kept")  # the page was never loaded anew


def test_who_comes_without_a_query_leaves_no_entry_without_one(open_page):
    page = settled(open_page())
    before = len(page.evaluate(HISTORY))
    assert link(page, "Ohne KIZ").get_attribute("href").startswith("ohne?tag=2")
    take = page.locator(".st-key-take a").get_attribute("href")
    assert take.startswith("mitnehmen?tag=2")
    link(page, "Ohne KIZ").click()
    expect(link(page, "Ohne KIZ")).to_have_attribute("aria-current", "page")
    settled(page, areas=0)
    step(page, "earlier", areas=0)
    link(page, "Verlauf").click()
    expect(link(page, "Verlauf")).to_have_attribute("aria-current", "page")
    visited = page.evaluate(HISTORY)[before - 1 :]
    assert [urlsplit(url).path for url in visited] == ["/", "/ohne", "/ohne", "/verlauf"]
    assert all("tag=" in url and "definition=" in url for url in visited)


@pytest.mark.parametrize("act", [{"modifiers": ["ControlOrMeta"]}, {"button": "middle"}])
@pytest.mark.parametrize(("start", "name", "path", "areas"), [
    ("", "Vergleich", "/vergleich", 162), ("verlauf", "Karte", "/", 54)
])  # fmt: skip
def test_another_click_opens_the_same_state_in_a_new_tab(open_page, start, name, path, areas, act):
    page = settled(open_page(f"{start}?{urlencode(DAY)}"), areas=0)
    address = page.url
    with page.context.expect_page() as opened:
        link(page, name).click(**act)
    shows(opened.value, name, areas)
    assert (urlsplit(opened.value.url).path, query(opened.value)) == (path, DAY)
    assert page.url == address


def test_a_link_takes_along_a_day_that_the_address_does_not_yet_name(open_page):
    page = settled(open_page(f"?{urlencode(DAY)}"))
    page.locator(f"{CLOCK} .later").click()
    link(page, "Ohne KIZ").click()
    expect(link(page, "Ohne KIZ")).to_have_attribute("aria-current", "page")
    settled(page, areas=0)
    assert query(page) == DAY | {"tag": "2015-12-01"}
    assert "01.12.2015" in page.locator("h1").inner_text()
    page.go_back()
    expect(link(page, "Karte")).to_have_attribute("aria-current", "page")
    assert query(settled(page)) == DAY | {"tag": "2015-12-01"}


def test_playing_ends_with_the_page(open_page):
    page = settled(open_page(f"?{urlencode(DAY)}"))
    player = page.locator(CLOCK).element_handle()
    press(page, "Abspielen")
    expect(page.locator("h1")).not_to_contain_text("24.09.2015")
    link(page, "Ohne KIZ").click()
    expect(link(page, "Ohne KIZ")).to_have_attribute("aria-current", "page")
    until(page, "time => !time.isConnected", player)
    until(page, "time => !time.closest('.stage').stage.time.timer", player)
    day = query(settled(page, areas=0))["tag"]
    assert page.locator(CLOCK).get_attribute("data-day") == day
    assert "2015-09-24" < day < "2018"


def test_the_links_follow_the_day_and_cost_a_move_nothing(open_page):
    page = settled(open_page(f"verlauf?{urlencode(DAY)}"), areas=0)
    row = link(page, "Ohne KIZ")
    kept = row.element_handle()
    step(page, "earlier", areas=0)
    wanted = DAY | {"tag": query(page)["tag"]}
    assert wanted["tag"] != DAY["tag"]
    assert row.get_attribute("href") == f"ohne?{urlencode(wanted)}"
    assert link(page, "Karte").get_attribute("href") == f"./?{urlencode(wanted)}"
    assert kept.evaluate("link => link.isConnected")  # nothing of it was drawn anew


def test_the_keyboard_turns_the_page_to_its_headline(open_page):
    page = settled(open_page(f"?{urlencode(DAY)}"))
    link(page, "Abgleich").focus()
    page.keyboard.press("Enter")
    expect(link(page, "Abgleich")).to_have_attribute("aria-current", "page")
    expect(page.locator("h1")).to_be_focused()
    assert urlsplit(page.url).path == "/abgleich" and query(page) == DAY


def test_what_is_taken_along_stays_on_its_page(open_page):
    page = settled(open_page(f"verlauf?{urlencode(DAY)}"), areas=0)
    page.locator(".st-key-take").get_by_role("link").click()
    shows(page, "Mitnehmen")
    assert query(page) == DAY | {"was": "curve"}
    turn(page, "Ohne KIZ")
    assert query(page) == DAY
    page.go_back()
    shows(page, "Mitnehmen")
    assert query(page) == DAY | {"was": "curve"}


def test_the_links_of_panels_turn_the_page_too(open_page):
    page = settled(open_page(f"?{urlencode(DAY)}"))
    page.evaluate("() => { window.kept = true }")
    page.locator(".card").get_by_role("link", name="Mehr: ").click()
    shows(page, "Kreis", 4)
    turn(page, "Änderungen")
    page.locator(".st-key-to_list").get_by_role("link").click()
    shows(page, "Ohne KIZ")
    assert query(page) == DAY and page.evaluate("() => window.kept")


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (768, 1024), NARROW])
def test_the_room_of_the_links_is_there_before_they_are(look_at, size, lang):
    page = look_at(f"ohne?{urlencode(DAY | {'lang': lang})}", size, areas=0)
    drawn, empty = page.locator(ROW).evaluate(HEIGHTS)
    assert drawn == empty


def test_the_navigation_is_accessible(look_at):
    page = look_at(f"ohne?{urlencode(DAY)}", NARROW, areas=0)
    assert faults(page) == []
    page = look_at(f"ohne?{urlencode(DAY)}", areas=0)
    assert faults(page) == []
    assert page.get_by_role("navigation", name="Seiten").count() == 1
    assert page.locator(f"{ROW} li a").count() == 10
    assert page.locator(f"{ROW} a[aria-current=page]").all_inner_texts() == ["Ohne KIZ"]


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_no_picture_and_no_link_of_an_address_or_a_search_comes_into_the_page(open_page, text):
    page = settled(open_page(f"?{urlencode({'tag': text, 'definition': text})}"))

    def nothing(count):
        notices = page.locator(".notice")
        expect(notices).to_have_count(count)
        assert page.locator(".notice *").count() == 0
        assert page.locator("[href*=evil], [src*=evil], img[src=x]").count() == 0

    nothing(2)
    look_for(page, text.replace("\n", " "))
    expect(page.locator("#kiz-live")).not_to_be_empty()
    assert page.locator(f"{SEARCH} :is(img, script, a)").count() == 0
    nothing(2)
    settled(page)
    expect(page.locator(".notice").first).to_be_visible()
