"""The fields in a real browser: by keyboard, in step with the address, for every eye and hand."""

import pytest
from accessibility import faults
from browser import query, received, settled, until, wider_than_the_screen
from playwright.sync_api import expect

DAYS = "aenderungen?tag=2016-06-29&seit=2014-04-25"
PAGES = {
    "days": DAYS,
    "comparison": "vergleich?tag=2016-06-29&vergleich=2014-04-25",
    "definitions": "vergleich?tag=2014-04-25&mit=open",
    "curve": "verlauf?tag=2014-04-25&mass=population",
    "picture": "mitnehmen?tag=2015-09-24&kreis=05154",
    "correction": "quellen?kreis=05154&ereignis=05154-rejection-1",
}
#: A usual screen at 400 %.
ZOOMED = (320, 900)
#: Whether an element has the focus, also in a shadow tree.
FOCUSED = "part => part.getRootNode().activeElement === part"
#: What WCAG 1.4.12 wants to be possible, in shadow trees too.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    + "word-spacing: .16em !important }");
  const roots = [...document.querySelectorAll("*")].map(part => part.shadowRoot).filter(Boolean);
  for (const root of [document, ...roots]) root.adoptedStyleSheets = [sheet];
}"""
#: Parts of the fields that are cut off, that reach out of the screen, or that are too small a
#: target.
CUT = """() => [...document.querySelectorAll("*")]
  .map(part => part.shadowRoot?.querySelector(".field")).filter(Boolean)
  .flatMap(field => [...field.querySelectorAll("select, input[type=text], button, label, legend")])
  .filter(part => !part.matches(".unseen")).filter(part => {
    const { right, height } = part.getBoundingClientRect();
    const small = part.matches("select, input, button, .parts label, .switch") && height < 24;
    // A list that is closed shows as much of a long option as the browser has room for.
    const wide = !part.matches("select") && part.scrollWidth > part.clientWidth + 1;
    return wide || part.scrollHeight > part.clientHeight + 1
      || right > innerWidth || small;
  }).map(part => part.textContent)"""


@pytest.fixture
def days(open_page):
    """The page of the changes, for this test alone."""
    return settled(open_page(DAYS), areas=0)


def told(page, name, value):
    """Wait until the address says so."""
    until(page, "([name, value]) => new URLSearchParams(location.search).get(name) === value",
          [name, value])  # fmt: skip
    settled(page, areas=0)


def test_a_day_is_applied_with_enter_and_the_focus_stays(days):
    field = days.get_by_role("textbox", name="Vom", exact=True)
    for typed in ("24.09.2015", "2015-03-01"):
        field.fill(typed)
        field.press("Enter")
        day = "-".join(reversed(typed.split("."))) if "." in typed else typed
        told(days, "seit", day)
        assert field.evaluate(FOCUSED)
    expect(field).to_have_value("01.03.2015")
    field.fill("1. April 2014")
    field.press("Tab")
    told(days, "seit", "2014-04-01")


@pytest.mark.parametrize(("typed", "wrong"), [
    ("31.02.2015", "Den Tag „31.02.2015“ gibt es im Kalender nicht."),
    ("gestern", "„gestern“ ist kein Tag."),
    ("24.12.2011", "Der Atlas beginnt am 08.02.2012"),
    ("2999-01-01", "Der Atlas reicht bis "),
])  # fmt: skip
def test_a_wrong_day_stays_and_is_told_in_words_until_there_is_another(days, typed, wrong):
    field = days.get_by_role("textbox", name="Vom", exact=True)
    before = query(days)
    field.fill(typed)
    field.press("Enter")
    error = days.locator(".st-key-two_since_day [role=alert]")
    expect(error).to_contain_text(wrong)
    assert field.input_value() == typed and field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == error.get_attribute("id")
    assert query(days) == before
    field.fill("24.09.2015")
    field.press("Enter")
    told(days, "seit", "2015-09-24")
    expect(error).to_be_empty()
    assert field.get_attribute("aria-invalid") is None


def test_back_and_forward_keep_days_and_choices_in_step_with_the_address(days):
    field = days.get_by_role("textbox", name="Vom", exact=True)
    field.fill("24.09.2015")
    field.press("Enter")
    told(days, "seit", "2015-09-24")
    kind = days.get_by_role("radio", name="Was den Status ändert")
    kind.check()
    told(days, "art", "changes")
    field.fill("kein Tag")
    field.press("Enter")
    days.go_back()
    expect(kind).not_to_be_checked()
    days.go_back()
    expect(field).to_have_value("25.04.2014")
    assert field.get_attribute("aria-invalid") is None
    days.go_forward()
    expect(field).to_have_value("24.09.2015")
    days.go_forward()
    expect(kind).to_be_checked()


def test_the_arrow_keys_choose_and_the_focus_goes_along(open_page):
    page = settled(open_page(PAGES["curve"]), areas=0)
    kept = page.locator(".st-key-chosen_ends fieldset").element_handle()
    page.get_by_role("radio", name="bis Ende 2018").focus()

    def act():
        page.keyboard.press("ArrowRight")
        told(page, "bis", "today")

    # Most of it is the curve, which is another one.
    assert 0 < received(page, act) < 100_000
    last = page.get_by_role("radio", name="bis heute")
    assert last.is_checked() and last.evaluate(FOCUSED)
    assert kept.evaluate("fieldset => fieldset.isConnected")


def test_who_is_faster_than_the_server_is_not_sent_back(open_page):
    page = settled(open_page(PAGES["picture"]), areas=0)
    shape = page.get_by_role("combobox", name="Format", exact=True)
    options = shape.evaluate("list => [...list.options].map(option => option.value)")
    for option in options[1:]:
        shape.select_option(option)
    told(page, "form", options[-1])
    assert shape.input_value() == options[-1]


def test_a_switch_turns_with_the_space_bar(open_page):
    page = settled(open_page(PAGES["picture"]), areas=0)
    titled = page.get_by_role("switch", name="mit Titel")
    assert titled.is_checked()
    titled.press(" ")
    told(page, "titel", "without")
    assert not titled.is_checked() and titled.evaluate(FOCUSED)


def test_a_suggestion_is_taken_by_key_and_stays_pressed(days):
    suggested = days.locator(".st-key-preset").get_by_role("button", name="seit dem Gesetz 2012")
    suggested.press("Enter")
    told(days, "seit", "2012-02-08")
    expect(suggested).to_have_attribute("aria-pressed", "true")
    assert suggested.evaluate(FOCUSED)


@pytest.mark.parametrize(("lang", "widths"), [("de", (1440, 390, 320)), ("en", (320,))])
@pytest.mark.parametrize("name", PAGES)
def test_fields_with_something_wrong_are_accessible_at_every_width(open_page, name, lang, widths):
    """In the other language where there is the least room for its words."""
    page = settled(open_page(f"{PAGES[name]}&lang={lang}"), areas=0)
    for field in page.locator('[class*="st-key-two_"] input').all():
        field.fill("31.02.2015")
        field.press("Enter")
        expect(field).to_have_attribute("aria-invalid", "true")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page, areas=0)
        assert faults(page) == [] and not wider_than_the_screen(page)


@pytest.mark.parametrize("name", PAGES)
def test_no_field_is_cut_off_at_400_per_cent_or_with_spaced_text(open_page, name):
    page = settled(open_page(PAGES[name], ZOOMED), areas=0)
    assert page.evaluate(CUT) == []
    page.evaluate(SPACED)
    assert settled(page, areas=0).evaluate(CUT) == []


def test_what_is_chosen_is_seen_in_the_systems_colours(open_page):
    page = settled(open_page(PAGES["curve"]), areas=0)
    page.emulate_media(forced_colors="active")
    look = "part => getComputedStyle(part).backgroundColor"
    parts = page.locator(".st-key-chosen_measure .parts label")
    looks = [part.evaluate(look) for part in parts.all()]
    assert looks[0] == looks[1] != looks[2]
    page.emulate_media(forced_colors="none")
