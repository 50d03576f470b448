"""The search field in a real browser: typed into, moved through, taken, on any width."""

import re

import pytest
from accessibility import faults
from browser import (
    CLOCK,
    NARROW,
    SEARCH,
    WIDE,
    look_for,
    query,
    received,
    settled,
    until,
    wider_than_the_screen,
)
from playwright.sync_api import expect

DAY = "?tag=2015-09-24&lang=de"
#: What is typed, and how the best hit reads.
FIRST = [
    ("Kleeve", "Kreis Kleve"),
    ("St. Augustin", "Sankt Augustin, Stadt im Rhein-Sieg-Kreis"),
    ("Stadt Aachen", "Aachen, kreisfreie Stadt"),
    ("Kreis Aachen", "StädteRegion Aachen, ohne die Stadt Aachen"),
    ("HSK", "Hochsauerlandkreis, Autokennzeichen HSK"),
    ("Hochsauerland", "Hochsauerlandkreis"),
    ("05154", "Kreis Kleve, Schlüssel 05154"),
    ("51545", "Kreis Kleve, Schlüssel 05154"),
    ("MUENSTER", "Münster, kreisfreie Stadt"),
    ("Bergischer Rheinisch", "Rheinisch-Bergischer Kreis"),
]


@pytest.fixture
def page(open_page):
    return settled(open_page(DAY))


def field(page):
    return page.get_by_role("combobox", name="Kreis, Stadt oder Gemeinde suchen")


def hits(page):
    return page.locator(f"{SEARCH} [role=option]")


def marked(page):
    """The text of the hit that the field says it is on."""
    return page.evaluate(
        """where => {
          const host = [...document.querySelector(where).querySelectorAll("*")]
            .find(one => one.shadowRoot);
          const root = host.shadowRoot, field = root.querySelector("input");
          return root.getElementById(field.getAttribute("aria-activedescendant"))?.textContent;
        }""",
        SEARCH,
    )


def test_all_words_of_the_finding_find_what_they_mean_in_one_page(page):
    for typed, first in FIRST:
        field(page).fill(typed)
        expect(hits(page).first).to_have_text(first)
    assert "kreis" not in query(page) and page.get_by_text("Add:").count() == 0


def test_enter_takes_the_best_hit_as_soon_as_it_is_there_and_the_field_shows_the_district(page):
    for typed, ags, name in [("Kleeve", "05154", "Kreis Kleve"), ("Rheine", "05566", None)]:
        look_for(page, typed)
        page.wait_for_url(re.compile(f"kreis={ags}"))
        expect(field(page)).to_have_value(name or "Kreis Steinfurt")
        assert query(page)["tag"] == "2015-09-24"
    page.get_by_role("button", name="Suchfeld leeren").click()
    until(page, "() => !location.search.includes('kreis=')")
    expect(field(page)).to_have_value("")


def test_where_nothing_fits_three_are_offered_and_enter_only_marks_the_nearest(page):
    address = page.url
    look_for(page, "Entenhausen")
    expect(hits(page)).to_have_count(3)
    said = page.locator("#kiz-live")
    expect(said).to_have_text("„Entenhausen“ ist nicht bekannt. Am nächsten kommen:")
    assert marked(page) == hits(page).first.inner_text()
    settled(page)
    assert page.url == address and page.locator(CLOCK).get_attribute("data-day") == "2015-09-24"


def test_the_list_is_moved_through_with_the_keyboard(page):
    box = field(page)
    box.fill("LH")
    expect(hits(page)).to_have_count(2)
    assert marked(page) is None
    box.press("ArrowUp")
    assert marked(page).startswith("Kreis Unna")
    box.press("ArrowDown")
    assert marked(page).startswith("Kreis Coesfeld")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.input_value() == "LH"
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile("kreis=05558"))


def test_typing_loses_no_letter_and_reruns_the_field_alone(page):
    name = "Mönchengladbach"

    def act():
        field(page).press_sequentially(name)
        expect(hits(page).first).to_have_text(f"{name}, kreisfreie Stadt")

    # A letter costs two kilobytes at most, the page hundreds.
    assert received(page, act) < 3_000 * len(name)
    assert field(page).input_value() == name


def test_what_is_typed_before_the_script_has_come_is_searched_for(open_page):
    page = open_page(f"kreis{DAY}&kreis=05154")
    box = page.locator(f"{SEARCH} input")
    box.fill("Aachen")
    expect(hits(page)).to_have_text(
        ["Aachen, kreisfreie Stadt", "StädteRegion Aachen, ohne die Stadt Aachen"]
    )
    assert box.input_value() == "Aachen"


def test_an_empty_field_offers_the_54_and_a_click_takes_one(page):
    field(page).click()
    expect(hits(page)).to_have_count(54)
    hits(page).filter(has_text="Märkischer Kreis").click()
    page.wait_for_url(re.compile("kreis=05962"))


@pytest.mark.parametrize("size", [WIDE, NARROW, (320, 640)])
def test_the_open_list_is_accessible_and_fits(open_page, size):
    page = settled(open_page(f"kreis{DAY}", size), areas=0)
    field(page).fill("Rhein")
    expect(hits(page)).to_have_count(8)
    assert faults(page) == [] and not wider_than_the_screen(page)
    boxes = [hit.bounding_box() for hit in hits(page).all()]
    assert all(box["height"] >= 24 and box["x"] + box["width"] <= size[0] for box in boxes)
