"""The player runs in the browser alone, survives reruns and hands over the day it reached."""

import re

import pytest
from browser import AREA, changed, press, settled
from playwright.sync_api import expect

START = "?tag=2014-01-31"
CODES = "() => document.querySelector('.st-key-areas .js-plotly-plot').data[0].z.join()"
#: Whether the map shows these codes.
HOLDS = f"wanted => ({CODES})() === wanted"
#: The areas of the map once the chosen district is drawn a second time.
WITH_OUTLINE = 55
FILLS = """() => [...document.querySelectorAll('path.choroplethlocation')]
  .map(area => getComputedStyle(area).fill).join()"""
#: Counts what the page sends, from now on; what it receives is counted by `watched`.
COUNT_SENT = """() => { window.sent = 0; const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) {
    window.sent += 1; return send.apply(this, all) } }"""


@pytest.fixture
def page(open_page):
    return ready(open_page(START))


def ready(page):
    settled(page)
    month(page).wait_for()
    return page


def month(page):
    """The player's own slider over the months, counted from February 2012."""
    return page.get_by_role("slider", name="Monat auf der Karte")


def date_of(page):
    return page.locator(".date").inner_text()


def shown(page, act, seen=CODES):
    """What the map shows once `act()` has changed it."""
    before = page.evaluate(seen)
    act()
    page.wait_for_function(f"before => ({seen})() !== before", arg=before)
    return page.evaluate(seen)


def moves_on(page, frames=3):
    """Waits until the player has come so many months further."""
    goal = int(month(page).input_value()) + frames
    page.wait_for_function("([range, goal]) => Number(range.value) >= goal",
                           arg=[month(page).element_handle(), goal])  # fmt: skip


def test_playing_recolours_the_map_sends_nothing_and_is_not_read_aloud(page):
    page.evaluate(COUNT_SENT)
    frames, live = len(page.ws_bytes), page.locator(".date")

    def act():
        press(page, "Abspielen")
        moves_on(page, 5)

    shown(page, act, FILLS)
    assert (page.evaluate("() => window.sent"), len(page.ws_bytes) - frames) == (0, 0)
    assert live.get_attribute("aria-live") == "off"
    press(page, "Pause")
    assert live.get_attribute("aria-live") == "polite"


def test_playing_runs_to_today_and_begins_again_in_february_2012(page):
    month(page).fill("175")
    page.get_by_label("Tempo").select_option("schnell")
    press(page, "Abspielen")
    page.get_by_role("button", name="Abspielen").wait_for()
    assert "54 von 54, 0 ungeklärt" in date_of(page)
    press(page, "Abspielen")
    page.get_by_text(re.compile("2012: 0 von 54")).wait_for()
    press(page, "Pause")


def test_a_rerun_does_not_reset_the_player(page):
    brief = page.locator(".st-key-brief")
    press(page, "Abspielen")
    moves_on(page, 1)
    page.locator("path.choroplethlocation").nth(26).click(force=True)
    brief.wait_for()
    settled(page, WITH_OUTLINE)
    moves_on(page, 2)
    press(page, "Pause")
    assert "kreis=" in page.url
    said, codes = date_of(page), page.evaluate(CODES)
    assert not said.startswith("31.01.2014")
    press(page, "Auswahl aufheben")
    expect(page.locator(AREA)).to_have_count(54)
    settled(page)
    page.wait_for_function(HOLDS, arg=codes)
    assert date_of(page) == said


def test_steps_lead_to_months_that_look_different_and_back_to_the_pages_own_day(page):
    own = page.evaluate(CODES)
    assert shown(page, lambda: press(page, "Zum nächsten Monat mit Änderung")) != own
    assert shown(page, lambda: press(page, "Zum vorigen Monat mit Änderung")) == own
    december = shown(page, lambda: month(page).fill("10"))
    page.locator("path.choroplethlocation").nth(26).click(force=True)
    page.locator(".st-key-brief").wait_for()
    settled(page, WITH_OUTLINE)  # Streamlit has drawn the chart anew
    page.wait_for_function(HOLDS, arg=december)
    apart = page.get_by_text("Karte zeigt Dezember 2012 – Seite: 31.01.2014")
    assert apart.is_visible()
    assert shown(page, lambda: press(page, "Zurück zu 31.01.2014")) == own
    assert date_of(page).startswith("31.01.2014: ")
    assert not apart.is_visible()


def test_taking_the_day_over_changes_page_headline_and_address(page):
    month(page).fill("26")
    assert date_of(page) == "April 2014: 49 von 54, 0 ungeklärt"
    changed(page, lambda: press(page, "Diesen Tag übernehmen"))
    assert page.locator("h1").inner_text().startswith("Am 30.04.2014 haben 49 von 54")
    assert "tag=2014-04-30" in page.url
    expect(page.get_by_text("Karte zeigt")).to_be_hidden()


def test_the_player_follows_the_day_of_the_page(page):
    press(page, "Abspielen")
    moves_on(page, 1)
    changed(page, lambda: press(page, "Vorige Änderung"))
    page.get_by_role("button", name="Abspielen").wait_for()
    day, _, _ = date_of(page).partition(":")
    assert day in page.locator("h1").inner_text()
    expect(page.get_by_text("Karte zeigt")).to_be_hidden()


def test_everything_works_from_the_keyboard_alone(page):
    page.locator(".st-key-play").get_by_role("button", name="Abspielen").focus()
    page.keyboard.press("Space")
    moves_on(page, 1)
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Abspielen").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    slider = month(page)
    assert slider.evaluate("seen => seen.matches(':focus-visible')")
    before = slider.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") not in ("", before)
    for _ in range(3):
        page.keyboard.press("Tab")
    changed(page, lambda: page.keyboard.press("Enter"))
    assert "tag=2014-01-31" not in page.url


def test_with_reduced_motion_it_only_steps_and_says_so(page):
    page.emulate_media(reduced_motion="reduce")
    page.get_by_text("läuft nicht von selbst").wait_for()
    assert not page.get_by_role("button", name="Abspielen").is_visible()
    shown(page, lambda: press(page, "Zum nächsten Monat mit Änderung"))


def test_without_plotly_in_the_page_it_says_so_and_still_steps(open_page):
    page = open_page("_stcore/health")
    page.add_init_script("Object.defineProperty(window, 'Plotly', { get() {}, set() {} })")
    page.goto(page.url.replace("_stcore/health", START))
    ready(page)
    page.get_by_text("Abspielen lässt sich die Karte in diesem Browser nicht").wait_for()
    month(page).fill("26")
    assert date_of(page) == "April 2014: 49 von 54, 0 ungeklärt"
    changed(page, lambda: press(page, "Diesen Tag übernehmen"))
    assert "Am 30.04.2014" in page.locator("h1").inner_text()
    page.close()  # its script would stay in the tab


def test_since_when_is_a_still_picture_without_a_player(page):
    play = page.get_by_role("button", name="Abspielen")
    page.get_by_role("radio", name="Seit wann").click()
    page.get_by_text("Diese Färbung zeigt alle Jahre in einem Bild").wait_for()
    expect(play).to_be_hidden()
    assert "farbe=since" in settled(page).url
    page.get_by_role("radio", name="Status", exact=True).click()
    play.wait_for()
