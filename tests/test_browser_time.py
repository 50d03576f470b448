"""The one control of the time: everything on the page names the day it stands on, at once."""

import re

import pytest
from browser import (
    NARROW,
    press,
    query,
    settled,
    until,
)
from playwright.sync_api import expect

DAY = "?tag=2015-09-24"
#: Counts what the page sends over its WebSockets, from now on.
# Counts what is sent, and the entries that the history gets: its length ends at 50.
COUNT_SENT = """() => { window.sent = 0; const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) {
    window.sent += 1; return send.apply(this, all) };
  window.entries = 0; const push = History.prototype.pushState;
  History.prototype.pushState = function (...all) {
    window.entries += 1; return push.apply(this, all) } }"""
#: Every place that names the day, and the numbers that must belong together.
TOLD = """() => {
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const shown = document.querySelector(".stage").dataset.colouring;
  const group = (name) => document.querySelectorAll(`.map [data-group="${name}"]`).length;
  return {
    headline: text("h1.headline"),
    legend: text(`.key[data-colouring="${shown}"] h2`),
    marker: text(".marker b"),
    field: document.querySelector(".day input").value,
    axis: document.querySelector(".axis input").getAttribute("aria-valuetext"),
    map: document.querySelector("svg.map").getAttribute("aria-label"),
    with: group("with"), undetermined: group("undetermined"),
    counts: [...document.querySelectorAll('.key[data-colouring="has"] .count')]
      .map(count => Number(count.textContent)),
  };
}"""
#: Looks in every frame whether all that names the day names the same, and keeps what does not.
WATCH = f"""() => {{
  window.torn = []; window.days = new Set();
  // A busy browser draws not every day that is played: the days are taken as they are written.
  new MutationObserver(() => window.days.add(document.querySelector(".marker b").textContent))
    .observe(document.querySelector(".marker"), {{ childList: true, subtree: true }});
  const look = () => {{
    const told = ({TOLD})();
    const day = told.marker;
    const places = ["headline", "legend", "field", "axis", "map"];
    if (!places.every(place => told[place].includes(day))
        || !told.headline.match(/\\d+ von|alle 54|keine der 54/)) window.torn.push(told);
    requestAnimationFrame(look);
  }};
  requestAnimationFrame(look);
}}"""


@pytest.fixture
def page(open_page):
    return settled(open_page(f"{DAY}&farbe=has"))


def one_day(page, day):
    """Waits until the page stands on this day, and sees that all of it does."""
    expect(page.locator(".marker b")).to_have_text(day)
    told = page.evaluate(TOLD)
    for place in ("headline", "legend", "field", "axis", "map"):
        assert day in told[place], place
    assert told["counts"][:2] == [told["with"], told["undetermined"]]
    number = re.search(r"(\d+) von 54", told["headline"])
    assert int(number[1]) == told["with"] if number else told["with"] in (0, 54)


def key(page, name):
    page.get_by_role("slider").focus()
    page.keyboard.press(name)


def type_day(page, text):
    field = page.get_by_label("Tag", exact=True)
    field.fill(text)
    field.press("Enter")


def test_step_type_jump_and_drag_move_everything_together(page):
    one_day(page, "24.09.2015")
    page.locator(".later").click()
    one_day(page, "01.12.2015")
    type_day(page, "12.06.2013")
    one_day(page, "12.06.2013")
    press(page, "25.04.2014")
    one_day(page, "25.04.2014")
    page.locator(".axis input").fill("12")
    one_day(page, "31.01.2013")
    key(page, "Home")
    one_day(page, "08.02.2012")
    key(page, "PageUp")
    one_day(page, "31.01.2013")
    page.wait_for_url(re.compile("tag=2013-01-31"))
    settled(page)
    one_day(page, "31.01.2013")


def test_the_keys_go_from_month_end_to_month_end_and_the_last_stop_is_today(page):
    for name, day in (("ArrowRight", "30.09.2015"), ("ArrowRight", "31.10.2015"),
                      ("ArrowLeft", "30.09.2015"), ("ArrowDown", "31.08.2015")):  # fmt: skip
        key(page, name)
        one_day(page, day)
    type_day(page, "2018-12-31")
    key(page, "ArrowRight")
    assert page.locator(".jumps button").last.get_attribute("aria-current") == "date"
    key(page, "ArrowLeft")
    one_day(page, "31.12.2018")


def test_the_steps_say_where_they_lead_and_go_to_changes_of_the_count(page):
    earlier, later = page.locator(".earlier"), page.locator(".later")
    assert later.inner_text() == "01.12.2015: Coesfeld genehmigt"
    later.click()
    assert later.inner_text() == "04.03.2016: Borken genehmigt"
    press(page, "heute")
    expect(later).to_have_attribute("aria-disabled", "true")
    steps = 0
    while "01.12.2015" not in page.locator(".marker b").inner_text():
        earlier.click()
        steps += 1
        assert steps < 8
    type_day(page, "24.09.2015")
    later.click(modifiers=["Shift"])
    assert "01.12.2015" not in page.locator(".marker b").inner_text()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31.02.2014", "Den Tag „31.02.2014“ gibt es im Kalender nicht."),
        ("1999", "Der Atlas beginnt am 08.02.2012"),
        ("2030", "Der Atlas reicht bis"),
        ("01.01.2030", "Der Atlas reicht bis"),
        ("irgendwann", "„irgendwann“ ist kein Tag."),
        ("2014", "„2014“ ist kein Tag."),
    ],
)
def test_a_typed_day_that_is_none_is_answered_with_a_sentence(look_at, text, told):
    page = look_at(DAY)
    type_day(page, text)
    assert page.get_by_role("alert").inner_text().startswith(told)
    assert page.get_by_label("Tag", exact=True).get_attribute("aria-invalid") == "true"
    assert "24.09.2015" in page.locator("h1").inner_text()
    type_day(page, "2015-09-24")
    expect(page.get_by_role("alert")).to_be_empty()


@pytest.mark.parametrize("text", ["12.06.2013", "2013-06-12", "12. Juni 2013", "12.6.2013"])
def test_a_day_may_be_typed_as_people_write_it(look_at, text):
    page = look_at(DAY)
    type_day(page, text)
    one_day(page, "12.06.2013")


def test_the_english_field_shows_and_takes_what_english_writes(look_at):
    page = look_at(f"{DAY}&lang=en")
    field, wrong = page.get_by_label("Day", exact=True), page.get_by_role("alert")
    expect(field).to_have_value("24 September 2015")
    for text in ("12 June 2013", "June 12, 2013", "12 Jun. 2013", "2013-06-12", "12.06.2013"):
        field.fill("31 June 2013")
        field.press("Enter")
        expect(wrong).to_contain_text("31 June 2013")
        field.fill(text)
        field.press("Enter")
        expect(field).to_have_value("12 June 2013")
    field.fill("some day")
    field.press("Enter")
    expect(wrong).to_have_text(
        "“some day” is not a day. Please write it as 12 June 2013 or 2013-06-12."
    )


def test_a_row_of_fast_keys_asks_the_server_once_and_makes_one_entry_of_the_history(page):
    page.evaluate(COUNT_SENT)
    received = len(page.ws_bytes)
    page.get_by_role("slider").focus()
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    one_day(page, "30.09.2014")
    page.wait_for_url(re.compile("tag=2014-09-30"))
    settled(page)
    assert page.evaluate("window.sent") == 1
    assert page.evaluate("window.entries") == 1
    assert len(page.ws_bytes) > received


def test_playing_sends_nothing_and_never_tears_a_day_apart(page):
    press(page, "12.06.2013")
    page.wait_for_url(re.compile("tag=2013-06-12"))
    settled(page)
    page.evaluate(COUNT_SENT)
    page.evaluate(WATCH)
    received = len(page.ws_bytes)
    page.get_by_label("Tempo").select_option("schnell")
    press(page, "Abspielen")
    until(page, "() => window.days.size > 12")
    assert (page.evaluate("window.sent"), len(page.ws_bytes) - received) == (0, 0)
    assert page.evaluate("window.entries") == 0
    press(page, "Pause")
    assert page.evaluate("window.torn") == []
    day = page.locator(".marker b").inner_text()
    one_day(page, day)
    iso = "-".join(reversed(day.split(".")))
    page.wait_for_url(re.compile(f"tag={iso}"))
    settled(page)
    one_day(page, day)
    assert page.evaluate("window.sent") == 1


def test_playing_ends_on_the_last_day_and_begins_again_with_the_first(page):
    type_day(page, "31.10.2018")
    page.get_by_label("Tempo").select_option("schnell")
    press(page, "Abspielen")
    page.get_by_role("button", name="Abspielen").wait_for()
    assert page.locator(".jumps button").last.get_attribute("aria-current") == "date"
    page.evaluate(WATCH)
    press(page, "Abspielen")
    until(page, "() => window.days.has('08.02.2012') || window.days.has('29.02.2012')")
    press(page, "Pause")


def test_what_the_server_draws_for_an_earlier_rest_does_not_take_the_reader_back(page):
    page.get_by_role("slider").focus()
    for days in ("2015-08-31", "2015-07-31", "2015-06-30"):
        page.keyboard.press("ArrowLeft")
        page.wait_for_url(re.compile(f"tag={days}"))
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowRight")
    settled(page)
    one_day(page, "30.06.2015")


def test_with_reduced_motion_nothing_plays_by_itself(page):
    page.emulate_media(reduced_motion="reduce")
    expect(page.get_by_role("button", name="Abspielen")).to_be_hidden()
    page.locator(".later").click()
    one_day(page, "01.12.2015")


def test_the_days_to_jump_to_are_one_stop_with_arrows_and_say_why(page):
    jumps = page.locator(".jumps button")
    assert jumps.all_inner_texts() == [
        "12.06.2013",
        "25.04.2014",
        "24.09.2015",
        "01.03.2017",
        "heute",
    ]
    assert "29" in jumps.first.get_attribute("title")
    jumps.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    one_day(page, "25.04.2014")
    assert page.locator('.jumps [tabindex="0"]').count() == 1


def test_another_definition_repaints_all_of_it_for_the_same_day(page):
    press(page, "12.06.2013")
    page.wait_for_url(re.compile("tag=2013-06-12"))
    settled(page)
    page.get_by_label("Als KIZ zählt").select_option("granted")
    page.wait_for_url(re.compile("definition=granted"))
    expect(page.locator("h1")).to_contain_text("Zuwendungsbescheid")
    one_day(page, "12.06.2013")
    assert query(page)["tag"] == "2013-06-12"


@pytest.mark.parametrize("path", ["ohne", "kreis", "verlauf", "vergleich", "aenderungen"])
def test_on_the_other_pages_the_same_control_moves_the_day_of_the_page(open_page, path):
    query_of = {"kreis": "&kreis=05154", "aenderungen": "&seit=2012-12-31"}.get(path, "")
    page = settled(open_page(f"{path}{DAY}{query_of}", NARROW if path == "ohne" else (1440, 900)),
                   areas=0)  # fmt: skip
    page.locator(".clock").wait_for()
    expect(page.locator(".marker b")).to_have_text("24.09.2015")
    type_day(page, "12.06.2013")
    expect(page.locator("h1")).to_contain_text("12.06.2013")
    page.wait_for_url(re.compile("tag=2013-06-12"))
