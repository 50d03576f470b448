"""An edition opened from disk with the network cut: it draws, plays, and can be used by all."""

import threading
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from accessibility import faults
from browser import NARROW, WIDE, complaints, resize, watched, wider_than_the_screen
from curated import atlas
from edition_builders import DAY, EARLY, KEYS, built
from playwright.sync_api import expect

from components.base.choice import Choice
from components.base.wording import Wording
from components.looks import theme
from components.words import headline
from edition.build import build

#: What everyone can read of each area of the map.
READ = """() => [...document.querySelectorAll("svg.map [data-ags]")].map(({ dataset }) =>
  [dataset.ags, dataset.group, dataset.status, dataset.since ?? ""])"""
FILLS = "() => [...document.querySelectorAll('[data-ags]')].map(area => area.getAttribute('fill'))"
PAGES = ["index.html", "verlauf.html", "kreise/05566.html"]
DE, EN = Wording("de"), Wording("en")


@pytest.fixture(scope="module")
def context_with(browser):
    """The browser with the network cut and some further options, the same for the same options."""
    made = {}

    def context(**options):
        key = tuple(options.items())
        made[key] = made.get(key) or browser.new_context(offline=True, **options)
        return made[key]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def opened(context_with):
    """Opens pages of the edition from disk; afterwards none may have asked for anything else."""
    pages = []

    def visit(path="index.html", size=WIDE, day=DAY, **options):
        page = watched(context_with(**options))
        resize(page, size)
        page.failed = []
        page.on("requestfailed", lambda request: page.failed.append(request.url))
        pages.append(page)
        page.goto((built(day) / path).as_uri())
        if options.get("java_script_enabled", True):
            for stage in page.locator(".stage").all():
                expect(stage).to_have_attribute("data-ready", "")
        return page

    yield visit
    found = [line for page in pages for line in [*complaints(page), *page.failed]]
    for page in pages:
        page.close()
    assert found == []


@pytest.mark.parametrize(("name", "seen"), [("dunkel", theme.HAS.dark), ("hell", theme.HAS)])
def test_its_appearance_can_be_chosen_and_is_kept_on_its_other_pages(opened, name, seen):
    page = opened(color_scheme="light" if name == "dunkel" else "dark")
    page.get_by_label("Darstellung").select_option(label=name)
    page.goto((built() / "kreise/05566.html").as_uri())
    expect(page.get_by_label("Darstellung")).to_have_value("dark" if name == "dunkel" else "light")
    wide = page.locator('svg.map [data-group="with"]').first
    parts = ", ".join(str(int(seen[at : at + 2], 16)) for at in (1, 3, 5))
    expect(wide).to_have_css("fill", f"rgb({parts})")


def shows(page, day, words=DE):
    """Headline, time, map and legend all speak of this day, and say what the rules say of it."""
    expect(page.locator(".clock")).to_have_attribute("data-day", day.isoformat())
    standings = atlas().standings(day, "approved")
    rows = standings[["ags", "group", "status", "since"]]
    assert page.evaluate(READ) == [list(row) for row in rows.itertuples(index=False)]
    line = headline.on_day(atlas(), day, "approved", words)
    assert page.get_by_role("heading", level=1).inner_text() == line.sentence
    assert page.locator(".detail .told").text_content() == " ".join(line.detail)
    assert page.get_by_label(words("control.day"), exact=True).input_value() == words.day(day)
    slider = page.get_by_role("slider", name=words("clock.axis"))
    assert slider.get_attribute("aria-valuetext") == words.day(day)
    key = page.locator(".key:visible")
    assert words.day(day) in key.get_by_role("heading").inner_text()
    counts = [int(count) for count in key.locator(".count").all_inner_texts()]
    assert (counts[0], sum(counts)) == (standings["group"].eq("with").sum(), 54)


def last():
    """The day on which the time of the edition ends."""
    return max(DAY, atlas().changes["first_day"].max())


def area(page, ags):
    return page.locator(f"svg.map path[data-ags='{ags}']")


def test_the_map_is_drawn_and_opens_on_the_editions_day(opened):
    page = opened()
    shows(page, DAY)
    areas = page.locator("svg.map [data-ags]")
    assert areas.count() == 54
    boxes = [areas.nth(row).bounding_box() for row in range(54)]
    assert all(box["width"] > 0 and box["height"] > 0 for box in boxes)
    page.wait_for_function(
        "() => [...document.fonts].filter(face => face.status === 'loaded').length === 2"
    )


def test_at_both_sizes_headline_control_and_map_are_in_view(opened):
    for size in (WIDE, NARROW):
        page = opened(size=size)
        for part in ("h1", ".clock", "svg.map"):
            box = page.locator(part).bounding_box()
            assert box["y"] + box["height"] <= size[1], part


def slide(page):
    page.get_by_role("slider").fill("26")


def jump(page):
    page.get_by_role("button", name="12.06.2013", exact=True).click()


def step(page):
    page.get_by_role("button", name="01.12.2015: Coesfeld genehmigt").click()


def write(page):
    page.get_by_label("Tag", exact=True).fill("2. Juli 2016")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("act", "day"),
    [
        (slide, date(2014, 3, 31)),
        (jump, date(2013, 6, 12)),
        (step, date(2015, 12, 1)),
        (write, date(2016, 7, 2)),
    ],
)
def test_every_way_to_a_day_moves_headline_map_and_legend_together(opened, act, day):
    page = opened()
    act(page)
    shows(page, day)
    page.get_by_role("button", name="24.09.2015", exact=True).click()
    shows(page, DAY)


def test_a_text_that_is_no_day_is_named_and_changes_nothing(opened):
    page = opened()
    page.get_by_label("Tag", exact=True).fill("31.02.2015")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(
        "Den Tag „31.02.2015“ gibt es im Kalender nicht"
    )
    expect(page.locator(".clock")).to_have_attribute("data-day", DAY.isoformat())
    page.get_by_label("Tag", exact=True).fill("01.01.2040")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(f"bis {DE.day(last())}")


def test_the_time_is_moved_in_english_and_with_the_keyboard_alone(opened):
    page = opened("en/index.html")
    slider = page.get_by_role("slider", name=EN("clock.axis"))
    slider.press("Home")
    shows(page, date(2012, 2, 8), EN)
    slider.press("End")
    shows(page, last(), EN)


def test_playing_runs_by_itself_and_stops_at_the_end(opened):
    page = opened()
    clock, slider = page.locator(".clock"), page.get_by_role("slider")
    slider.press("End")
    page.get_by_label("Tempo").select_option("schnell")
    page.get_by_role("button", name="Abspielen").click()
    page.wait_for_function("""() => {
      const [stage, place] = ["h1.headline", ".clock input[type=range]"].map(
        (part) => document.querySelector(part));
      return Number(place.value) > 3 && Number(place.value) < 40 && stage.textContent;
    }""")
    page.get_by_role("button", name="Pause").click()
    shows(page, date.fromisoformat(clock.get_attribute("data-day")))
    slider.fill(str(int(slider.get_attribute("max")) - 8))
    page.get_by_role("button", name="Abspielen").click()
    expect(clock).to_have_attribute("data-day", last().isoformat())
    expect(page.get_by_role("button", name="Abspielen")).to_be_visible()
    shows(page, last())


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_while_it_plays_the_button_stays_under_the_pointer(opened, size):
    page = opened(size=size)
    page.get_by_role("slider").press("End")
    page.get_by_label("Tempo").select_option("schnell")
    page.evaluate("""() => {
      window.places = new Set();
      const button = document.querySelector(".play");
      const note = () => {
        if (button.textContent === "Pause") places.add(button.getBoundingClientRect().y);
        requestAnimationFrame(note);
      };
      note();
    }""")
    page.get_by_role("button", name="Abspielen").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("button", name="Abspielen")).to_be_visible()
    assert page.evaluate("places.size") == 1


def test_with_reduced_motion_it_only_steps(opened):
    page = opened(reduced_motion="reduce")
    assert not page.get_by_role("button", name="Abspielen").is_visible()
    step(page)
    shows(page, date(2015, 12, 1))


def test_another_colouring_paints_the_same_day_and_counts_it_anew(opened):
    page = opened()
    before = page.evaluate(FILLS)
    page.get_by_role("radio", name="Wie weit?").check()
    assert page.evaluate(FILLS) != before
    assert page.locator(".key:visible h2").inner_text() == "Status am 24.09.2015"
    entry = page.locator(".key:visible").get_by_role("button", name="Abgelehnt")
    assert entry.locator(".count").inner_text() == "3"
    entry.click()
    assert page.locator(".key .listed:visible").inner_text() == "Kleve, Steinfurt, Viersen"
    assert page.locator("svg.map .faded").count() == 51


def test_the_map_is_walked_with_the_keyboard_and_enter_follows_the_link(opened):
    page = opened()
    page.locator("svg.map [tabindex='0']").focus()
    page.keyboard.press("k")
    kleve = page.get_by_role("link", name="Kreis Kleve: ")
    expect(kleve).to_be_focused()
    expect(page.locator(".tip")).to_contain_text("Kreis Kleve")
    page.keyboard.press("ArrowRight")
    here = page.evaluate("() => document.activeElement.dataset.ags")
    assert here in set(atlas().neighbours.query("ags == '05154'")["neighbour"])
    page.keyboard.press("k")
    expect(kleve).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kreise/05154.html")
    assert "Kleve" in page.get_by_role("heading", level=1).inner_text()


def test_the_pointer_over_an_area_tells_its_name_and_a_click_opens_its_page(opened):
    page = opened()
    area(page, "05515").hover()
    expect(page.locator(".tip")).to_contain_text("Münster")
    page.get_by_role("heading", level=1).hover()
    expect(page.locator(".tip")).not_to_be_visible()
    area(page, "05154").click()
    page.wait_for_url("**/kreise/05154.html")


def test_an_area_without_a_page_is_told_on_a_card_that_leads_nowhere(opened):
    page = opened()
    area(page, "05515").click()
    card = page.get_by_role("region", name="Gewählter Kreis oder gewählte Stadt")
    expect(card.get_by_role("heading")).to_have_text("Münster")
    assert card.locator("a.more").is_hidden()
    card.get_by_role("button", name="Auswahl aufheben").click()
    expect(card).not_to_be_visible()


def test_the_first_tap_tells_and_the_second_leads_on(opened):
    page = opened(size=NARROW, has_touch=True)
    area(page, "05154").tap()
    card = page.locator(".card")
    expect(card.get_by_role("heading")).to_have_text("Kreis Kleve")
    expect(card).to_be_in_viewport()
    link = card.get_by_role("link", name="Mehr: Kreis Kleve")
    assert link.get_attribute("href") == "kreise/05154.html"
    assert page.url.endswith("index.html")
    area(page, "05154").tap()
    page.wait_for_url("**/kreise/05154.html")


def test_the_names_of_neighbours_stand_beside_each_other(opened):
    page = opened("kreise/05334002.html")
    names = page.locator(".near text.named")
    boxes = [box for box in (name.bounding_box() for name in names.all()) if box]
    assert len(boxes) == names.count() == page.locator(".near [data-ags]").count() > 1
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            above = (
                one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
            )
            assert apart or above


def test_a_neighbour_without_a_page_is_not_chosen_in_place_of_the_district(opened):
    page = opened("kreise/05566.html")
    outline = page.locator(".near .outline")
    before = outline.get_attribute("d")
    other = page.locator(".near path[role='button']").first
    other.click()
    expect(other).to_be_focused()
    assert outline.get_attribute("d") == before == area(page, "05566").get_attribute("d")


def test_the_table_is_searched_and_sorted(opened):
    page = opened()
    page.get_by_label("Tabelle durchsuchen").fill("Abgelehnt")
    rows = page.locator("#tabelle tbody tr:visible")
    assert rows.count() == 3
    assert page.locator("#tabelle .tools .hits").inner_text() == "3 von 54 Zeilen"
    page.get_by_label("Tabelle durchsuchen").fill("")
    heading = page.locator("#tabelle").get_by_role("button", name="Status")
    heading.click()
    heading.click()
    assert "In Betrieb" in rows.first.inner_text()
    assert page.locator("#tabelle th[aria-sort='descending']").inner_text() == "Status"


def test_without_scripts_map_names_legend_and_table_of_the_day_stand(opened):
    page = opened(java_script_enabled=False)
    areas = page.locator("svg.map [data-ags]")
    assert areas.count() == 54
    assert page.locator("svg.map a").count() == len(KEYS)
    assert page.locator("svg.map text").get_by_text("× Kleve").is_visible()
    title = page.locator(".key:visible h2")
    assert title.inner_text().endswith("Tag: 24.09.2015")
    counts = page.locator(".key:visible .count").all_inner_texts()
    assert sum(map(int, counts)) == 54
    assert page.locator(".coverage tr").count() == 8
    assert page.locator("#tabelle tbody tr").count() == 54
    for part in (".clock", ".colourings", ".extras", ".card", ".tip"):
        assert not page.locator(part).is_visible(), part


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_serious_fault_for_assistive_technology_and_no_wider_than_the_screen(opened, path, size):
    page = opened(path, size)
    # Axe would fetch the style sheet, which no script may do from a file.
    assert faults(page, preload=False) == []
    assert not wider_than_the_screen(page)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("day", [DAY, EARLY])
@pytest.mark.parametrize("path", ["en/index.html", "daten.html", *PAGES])
def test_neither_page_nor_an_open_table_in_it_is_moved_sideways(opened, path, day, width):
    page = opened(path, (width, 844), day=day)
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert not wider_than_the_screen(page)
    boxes = page.locator(".curve-table, .waits-box").all()
    assert [box.evaluate("box => box.scrollWidth - box.clientWidth") for box in boxes] == [0] * len(
        boxes
    )


@pytest.mark.parametrize("path", ["index.html", "daten.html"])
def test_the_files_of_a_table_stand_below_each_other_where_they_do_not_fit(
    context_with, tmp_path, path
):
    build(atlas(), Choice(EARLY), tmp_path / "e", KEYS[:1], parts=("pages", "assets", "tables"))
    page = watched(context_with())
    resize(page, (320, 844))
    page.goto((tmp_path / "e" / path).as_uri())
    expect(page.get_by_role("link", name="GPKG").first).to_be_visible()
    assert not wider_than_the_screen(page)
    page.close()


@pytest.fixture(scope="module")
def served():
    """The address of the edition on a server of this machine."""
    files = partial(Silent, directory=built())
    with ThreadingHTTPServer(("127.0.0.1", 0), files) as server:
        running = threading.Thread(target=server.serve_forever)
        running.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        running.join()


class Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *told):
        """Nothing."""


@pytest.mark.parametrize("path", PAGES)
def test_over_http_a_page_works_under_its_policy_which_stops_what_is_put_into_it(
    browser, served, path
):
    context = browser.new_context()
    page = watched(context)
    page.goto(f"{served}/{path}")
    for stage in page.locator(".stage").all():
        expect(stage).to_have_attribute("data-ready", "")
    assert complaints(page) == []
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.got = true";
      document.body.append(script, Object.assign(new Image(), { src: "http://127.0.0.1:1/x.png" }));
    }""")
    page.wait_for_function("() => [...document.images].every(image => image.complete)")
    assert page.evaluate("window.got") is None
    said = " ".join(page.console_errors)
    assert "script-src" in said and "img-src" in said
    context.close()


def test_printed_it_shows_the_map_and_no_control(opened):
    page = opened()
    page.emulate_media(media="print")
    assert page.locator("svg.map").is_visible()
    assert not page.locator(".clock").is_visible()
