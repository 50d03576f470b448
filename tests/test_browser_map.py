"""The map in a real browser: it answers the headline, by mouse, by touch and by keyboard."""

import re
from datetime import date
from itertools import combinations
from urllib.parse import parse_qs, urlsplit

import curated
import pytest
from accessibility import faults
from browser import NARROW, WIDE, press, query, received, settled, wider_than_the_screen
from playwright.sync_api import expect

from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS, STATUSES
from components.base.choice import COLOURINGS, Choice, today
from components.base.wording import Wording
from components.map.days import day_file, fills
from components.map.stage import Shown, Stop, areas

DAY = "?tag=2015-09-24"
KLEVE = "&kreis=05154"
#: A day on which some are undetermined.
UNSURE = "?tag=2014-01-31"
#: What a move of the day may send, once the reader rests.
MOST_BYTES = 10_000
CARD, TABLE = ".stage .card", ".st-key-district_table"
#: The points of areas in the middle of the widest row through each box, by AGS.
INSIDE = """wanted => {
  const area = document.querySelector(`.map [data-ags="${wanted}"]`);
  const box = area.getBoundingClientRect(), back = area.getScreenCTM().inverse();
  const filled = (x, y) => area.isPointInFill(new DOMPoint(x, y).matrixTransform(back));
  let widest = [];
  for (let y = box.top; y < box.bottom; y += 4) {
    const row = [];
    for (let x = box.left; x < box.right; x += 2) if (filled(x, y)) row.push([x, y]);
    if (row.length > widest.length) widest = row;
  }
  return widest[widest.length >> 1];
}"""
GROUP = """group => [...document.querySelectorAll(`.map [data-group="${group}"]`)]
  .map(area => area.dataset.ags).sort()"""
FILLS = """() => Object.fromEntries([...document.querySelectorAll(".map [data-ags]")]
  .map(area => [area.dataset.ags, area.getAttribute("fill")]))"""
#: Two clicks, the answer to the first of them, and what the map is then coloured by.
LATE_ANSWER = """async () => {
  const { stage, dataset } = document.querySelector(".stage");
  const [status, since] = ["status", "since"]
    .map(name => document.querySelector(`.colourings input[value="${name}"]`));
  const before = stage.choice;
  status.click();
  since.click();
  await stage.update({ ...before, colouring: "status", count: stage.messages.count - 1 });
  return dataset.colouring;
}"""
#: The boxes of the names that are seen on the map, and of the map.
NAMES = """() => {
  const box = (part) => { const { left, top, right, bottom } = part.getBoundingClientRect();
    return [left, top, right, bottom]; };
  const names = [...document.querySelectorAll(".map text.named")]
    .filter(text => text.style.visibility !== "hidden");
  return [box(document.querySelector("svg.map")), names.map(text => [text.textContent, box(text)])];
}"""


def area(page, ags):
    return page.locator(f'.map [data-ags="{ags}"]')


def click(page, ags):
    page.mouse.click(*page.evaluate(INSIDE, ags))


def step(page):
    """The next month on the axis, by keyboard, until the server has heard of it."""
    before = page.url
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: url != before)
    return settled(page)


def rows(page):
    """The names in the visible rows of the table, in their order."""
    return page.locator(f"{TABLE} tbody tr:visible th").all_inner_texts()


def refused(page):
    """The names in the rows of those that refused, in their order."""
    return page.locator(f"{TABLE} tbody tr", has_text="Abgelehnt").locator("th").all_inner_texts()


def legend_counts(page):
    return [int(text) for text in page.locator(".key:visible .count").all_inner_texts()]


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("day", ["2013-06-12", "2014-11-30", "2015-09-24"])
def test_the_areas_with_a_kiz_are_those_that_the_rules_name(look_at, day, definition):
    page = look_at(f"?tag={day}&definition={definition}")
    known = curated.tables()
    held = holders_on(known.events, known.districts, date.fromisoformat(day), definition)
    for group in ("with", "undetermined", "without"):
        keys = sorted(held.loc[held["group"].eq(group), "ags"])
        assert page.evaluate(GROUP, group) == keys, group
    count = len(held[held["group"].eq("with")])
    assert f" {count} von 54 " in page.locator("h1").inner_text()


def test_clicks_between_the_colourings_never_leave_a_wrong_fill(open_page):
    page = settled(open_page(DAY))
    atlas, words = curated.atlas(), Wording("de")
    file = day_file(atlas, "approved", "de")
    wanted = {}
    for name in COLOURINGS:
        choice = Choice(date(2015, 9, 24), colouring=name)
        drawn = areas(Shown(atlas, choice, file, Stop(today(), "heute"), words))
        wanted[name] = {one.ags: one.fill for one in drawn}
    for turn in range(34):
        name = COLOURINGS[(turn * 2 + 1) % 3]
        page.locator(f'.colourings input[value="{name}"]').check(force=True)
        assert page.evaluate(FILLS) == wanted[name]
        assert sum(legend_counts(page)[: -1 if name == "status" else None]) == 54
    page.wait_for_url(re.compile(f"farbe={name}"))
    assert page.evaluate(FILLS) == wanted[name]
    assert len(set(map(len, fills().values()))) == 3


def test_an_answer_to_the_click_before_does_not_undo_the_next(open_page):
    page = settled(open_page(DAY))
    assert page.evaluate(LATE_ANSWER) == "since"
    page.wait_for_url(re.compile("farbe=since"))
    assert settled(page).locator(".stage").get_attribute("data-colouring") == "since"


def test_each_legend_counts_for_itself_and_keeps_its_entries(open_page):
    page = settled(open_page(DAY))
    before = page.locator(".key:visible li:visible").all_inner_texts()
    for name in ("since", "has"):
        page.locator(f'.colourings input[value="{name}"]').check(force=True)
        assert "NaN" not in page.locator(".key .count").all_text_contents()
    assert page.locator(".key:visible li:visible").all_inner_texts() == before


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_all_54_areas_are_in_view_below_headline_and_control(look_at, size):
    page = look_at(DAY, size)
    assert page.locator(".map [data-ags]").count() == 54
    order = [page.locator(part).bounding_box() for part in ("h1", ".clock", "svg.map")]
    tops = [box["y"] for box in order]
    assert tops == sorted(tops) and tops[0] >= 0
    chart = order[-1]
    for one in page.locator(".map [data-ags]").all():
        box = one.bounding_box()
        assert box["x"] >= chart["x"] - 1 and box["y"] >= chart["y"] - 1
        assert box["x"] + box["width"] <= chart["x"] + chart["width"] + 1
    if size == WIDE:
        assert chart["y"] + chart["height"] <= WIDE[1]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("colour", COLOURINGS)
@pytest.mark.parametrize("address", [DAY + KLEVE, UNSURE])
def test_everybody_can_read_and_use_the_page(look_at, address, colour, size):
    page = look_at(f"{address}&farbe={colour}", size)
    assert faults(page) == []
    assert not wider_than_the_screen(page)


def test_nothing_of_the_frameworks_own_chrome_is_in_sight(look_at):
    page = look_at(DAY + KLEVE)
    for part in ("Toolbar", "AppDeployButton", "MainMenu", "Decoration", "StatusWidget", "Sidebar"):
        assert page.locator(f'[data-testid="st{part}"]:visible').count() == 0, part
    assert page.locator("footer:visible", has_text="Streamlit").count() == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("address", [DAY, "?tag=2026-11-01&farbe=since"])
def test_no_name_on_the_map_is_cut_or_covers_another(look_at, address, width):
    page = look_at(address, (width, 900))
    for cities in (False, True):
        if cities:
            press(page, "Städte beschriften")
        (left, top, right, bottom), names = page.evaluate(NAMES)
        assert len(names) >= (8 if cities else 3), [name for name, _ in names]
        for name, box in names:
            assert box[0] >= left - 1 and box[1] >= top - 1, name
            assert box[2] <= right + 1 and box[3] <= bottom + 1, name
        for (one, a), (other, b) in combinations(names, 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (one, other)
    press(page, "Städte beschriften")


def test_the_ruhr_area_is_enlarged_and_made_small_again(look_at):
    page = look_at(DAY)
    small = area(page, "05916").bounding_box()["width"]
    press(page, "Ruhrgebiet vergrößern")
    assert area(page, "05916").bounding_box()["width"] > 2.5 * small
    press(page, "Ruhrgebiet vergrößern")
    assert area(page, "05916").bounding_box()["width"] == pytest.approx(small, abs=1)


def test_an_entry_of_the_legend_shows_and_names_its_districts(look_at):
    page = look_at(DAY)
    entry = page.locator(".key:visible button", has_text="abgelehnt")
    entry.click()
    assert page.locator(".key:visible .listed:visible").inner_text() == "Kleve, Steinfurt, Viersen"
    assert page.locator(".map path.faded").count() == 51
    entry.click()
    assert page.locator(".map path.faded").count() == 0
    assert sum(legend_counts(page)) == 54


def test_a_click_chooses_a_district_and_keeps_day_colouring_and_focus(open_page):
    page = settled(open_page(f"{DAY}&farbe=status"))
    click(page, "05154")
    expect(page.locator(f"{CARD} h2")).to_have_text("Kreis Kleve")
    assert page.locator(f"{CARD} .answer").inner_text() == (
        "Hat kein KIZ. Abgelehnt vom Kreistag, 19.03.2015."
    )
    expect(page.locator("#kiz-live")).to_contain_text("Kreis Kleve gewählt: Hat kein KIZ.")
    page.wait_for_url(re.compile("kreis=05154"))
    page.get_by_role("heading", name="Geschichte: Kreis Kleve").wait_for()
    assert (query(page)["tag"], query(page)["farbe"]) == ("2015-09-24", "status")
    assert page.evaluate("document.activeElement.dataset.ags") == "05154"
    assert area(page, "05154").get_attribute("aria-pressed") == "true"
    outline = page.locator(".map .outline").get_attribute("d")
    assert outline == area(page, "05154").get_attribute("d")
    more = page.locator(f"{CARD} .more").get_attribute("href")
    asked = parse_qs(urlsplit(more).query)
    assert (asked["kreis"], asked["tag"]) == (["05154"], ["2015-09-24"])
    page.get_by_role("button", name="Auswahl aufheben").click()
    expect(page.locator(CARD)).to_be_hidden()
    page.wait_for_url(lambda url: "kreis=" not in url)
    assert page.evaluate("document.activeElement.dataset.ags") == "05154"


def test_the_pointer_is_answered_first_and_then_told_more(look_at):
    page = look_at(DAY)
    page.mouse.move(*page.evaluate(INSIDE, "05158"))
    expect(page.locator(".tip strong")).to_have_text("Kreis Mettmann")
    assert page.locator(".tip .answer").inner_text().startswith("Hat ein genehmigtes KIZ.")


def test_a_finger_that_misses_a_small_city_finds_it_and_the_card_is_in_view(open_page):
    page = settled(open_page(DAY, NARROW))
    box = area(page, "05916").bounding_box()
    assert box["width"] < 24
    page.locator("svg.map").scroll_into_view_if_needed()
    box = area(page, "05916").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate(
        """([x, y]) => { const hit = document.elementFromPoint(x, y);
          for (const kind of ["pointerdown", "click"]) hit.dispatchEvent(new PointerEvent(kind,
            { bubbles: true, clientX: x, clientY: y, pointerType: "touch" })); }""",
        [middle[0], middle[1] - 8],
    )
    expect(page.locator(f"{CARD} h2")).to_have_text("Herne")
    card = page.locator(CARD).bounding_box()
    assert card["y"] >= 0 and card["y"] + card["height"] <= NARROW[1] + 1


def test_with_the_keyboard_alone_kleve_is_reached_by_the_way_past_the_top(open_page):
    page = settled(open_page(DAY))
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.closest('svg.map') !== null")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.ags") == "05154"
    page.keyboard.press("Enter")
    expect(page.locator(f"{CARD} h2")).to_have_text("Kreis Kleve")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.ags") == "05166"
    told = area(page, "05166").get_attribute("aria-label")
    assert told == "Kreis Viersen: Hat kein KIZ. Abgelehnt vom Kreistag, 2012."
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Aachen:")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.activeElement.closest('svg.map') !== null")


def test_the_map_is_one_stop_and_its_signs_are_not_read_aloud(look_at):
    page = look_at(DAY)
    assert page.locator('.map [tabindex="0"]').count() == 1
    assert page.locator(".map .marks").get_attribute("aria-hidden") == "true"
    spoken = [one.get_attribute("aria-label") for one in page.locator(".map [data-ags]").all()]
    assert len(set(spoken)) == 54 and not any(re.search("[×?]", label) for label in spoken)


def test_a_link_restores_day_definition_district_colouring_and_language(open_page):
    page = settled(open_page(f"{DAY}&definition=decided{KLEVE}&farbe=status&lang=en"))
    headline = page.locator("h1").inner_text()
    assert headline.startswith("On 24 September 2015") and "a decision" in headline
    assert page.locator(f"{CARD} h2").inner_text() == "Kreis Kleve"
    assert page.locator('.colourings input[value="status"]').is_checked()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_where_all_have_one_the_page_opens_on_since_when_unless_the_address_says_otherwise(look_at):
    page = look_at("?tag=2020-01-01")
    assert page.locator('.colourings input[value="since"]').is_checked()
    page = look_at("?tag=2020-01-01&farbe=has")
    assert page.locator('.colourings input[value="has"]').is_checked()


def test_a_bad_link_is_named_and_shows_the_page_all_the_same(open_page):
    page = settled(open_page("?tag=morgen&kreis=5154"))
    told = page.locator(".notice").all_inner_texts()
    assert ["„morgen“" in told[0], "„5154“" in told[1]] == [True, True]
    assert page.evaluate("document.documentElement.lang") == "de"


def test_back_and_forward_restore_what_was_shown(open_page):
    page = settled(open_page(DAY))
    headline = page.locator("h1")
    first = headline.inner_text()
    later = step(page).locator("h1").inner_text()
    page.go_back()
    expect(headline).to_have_text(first, use_inner_text=True)
    settled(page).go_forward()
    expect(headline).to_have_text(later, use_inner_text=True)
    assert "24.09.2015" in first and "30.09.2015" in later


@pytest.mark.parametrize("colour", COLOURINGS)
@pytest.mark.parametrize("district", ["", KLEVE])
def test_a_move_of_the_day_sends_little_and_only_at_rest(open_page, district, colour):
    page = settled(open_page(f"{DAY}{district}&farbe={colour}"))
    sent = [received(page, lambda: step(page)) for _ in range(2)]
    print(f"bytes of a move {district}{colour}: {sent}")
    assert min(sent) > 0 and max(sent) <= MOST_BYTES


def test_the_table_sorts_and_searches_and_keeps_both_when_the_day_moves(open_page):
    page = settled(open_page(DAY))
    expect(page.locator(f"{TABLE} tbody tr:visible th")).to_have_count(54)
    head = page.locator(f"{TABLE} thead th")
    head.nth(0).get_by_role("button").click()
    assert rows(page)[0] == "Wuppertal"
    head.nth(4).get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert [head.nth(place).get_attribute("aria-sort") for place in (0, 4)] == ["none", "ascending"]
    said = "all => all.map(status => status.lastChild.textContent)"
    ranks = page.locator(f"{TABLE} tbody .row-status").evaluate_all(said)
    labels = ["Kein Beleg", "Abgelehnt", "In Beratung", "Beschlossen", "Genehmigt", "In Betrieb"]
    shown = [labels.index(rank) for rank in ranks]
    assert len(labels) == len(STATUSES) - 1 and shown == sorted(shown)
    assert sorted(refused(page)) == ["Kreis Kleve", "Kreis Steinfurt", "Kreis Viersen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.locator(f"{TABLE} input").fill("kreis k")
    assert rows(page) == ["Kreis Kleve"]
    step(page)
    expect(page.locator(f"{TABLE} caption")).to_contain_text("30.09.2015")
    assert page.locator(f"{TABLE} input").input_value() == "kreis k"
    assert rows(page) == ["Kreis Kleve"]
    assert head.nth(4).get_attribute("aria-sort") == "ascending"


def test_the_copied_link_names_day_and_colouring_even_if_they_are_the_usual_ones(open_page):
    page = settled(open_page())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Link kopieren")
    page.get_by_role("status").filter(has_text="Link kopiert").wait_for(state="attached")
    copied = urlsplit(page.evaluate("navigator.clipboard.readText()"))
    assert parse_qs(copied.query) == {
        "tag": [today().isoformat()],
        "definition": ["approved"],
        "farbe": ["since"],
        "lang": ["de"],
    }
    assert copied._replace(query="").geturl() == urlsplit(page.url)._replace(query="").geturl()
