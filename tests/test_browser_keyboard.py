"""The main job by keyboard alone, in German and English, and what is said of it."""

import re

import pytest
from browser import CLOCK, NARROW, WIDE, query, settled, until, wider_than_the_screen
from playwright.sync_api import expect

from components.base.wording import Wording
from components.page.nav import PAGES, ROW

DAY = "tag=2013-06-12&definition=approved&farbe=has"
LIVE = "#kiz-live"
#: What has the focus, in whichever shadow tree.
FOCUSED = """let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;"""
WHAT = f"""() => {{ {FOCUSED}
  return (one.ariaLabel || one.labels?.[0]?.firstChild.textContent || one.textContent).trim(); }}"""
PLACE = f"() => {{ {FOCUSED} return one.tagName.toLowerCase(); }}"
REGIONS = """() => {
  const roots = [document, ...[...document.querySelectorAll("*")].map(one => one.shadowRoot)];
  return roots.filter(Boolean).flatMap(root =>
    [...root.querySelectorAll("[role=status], [role=log], [aria-live], output")])
    .map(one => one.id || one.outerHTML);
}"""


def focused(page):
    """The name of what has the focus."""
    return page.evaluate(WHAT)


def tab_to(page, name, most):
    """Press Tab until something of this name has the focus; returns how often."""
    for times in range(1, most + 1):
        page.keyboard.press("Tab")
        if re.match(name, focused(page)):
            return times
    raise AssertionError(f"{name} is not among the first {most} stops")


def hears(page, *told):
    """Wait until the live region says this."""
    for text in told:
        expect(page.locator(LIVE)).to_contain_text(text)


def on_the_headline(page, areas=0):
    """Wait until the page is there and its headline has the focus."""
    settled(page, areas)
    until(page, f"() => {{ {FOCUSED} return one.tagName === 'H1'; }}")


def from_the_top(page):
    """The page with the focus where a reader begins."""
    page.evaluate(
        "() => { const { body } = document;"
        " body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex'); }"
    )
    return page


WORDS = {
    "de": {"day": "24.09.2015", "count": "49 von 54", "counted": "KIZ mit Zuwendungsbescheid",
           "chosen": "Kreis Kleve gewählt: Hat kein KIZ."},
    "en": {"day": "24 September 2015", "count": "49 of 54", "counted": "with a funding notice",
           "chosen": "Kreis Kleve chosen: "},
}  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_main_job_is_done_by_keyboard_alone_and_heard(open_page, language):
    page = settled(open_page(f"?{DAY}&lang={language}"))
    words, told = Wording(language), WORDS[language]
    keys = page.keyboard
    assert tab_to(page, words("skip.map"), 3) + 1 <= 10
    keys.press("Enter")
    assert page.evaluate(PLACE) == "path"
    keys.type("Kl")
    assert focused(page).startswith("Kreis Kleve: ")
    keys.press("Enter")
    hears(page, told["chosen"])
    page.wait_for_url(re.compile("kreis=05154"))
    settled(page)
    assert focused(page).startswith("Kreis Kleve: ")
    from_the_top(page)
    page.locator(f"{CLOCK} .day input").focus()
    keys.press("ControlOrMeta+A")
    keys.type("24.09.2015")
    keys.press("Enter")
    hears(page, told["day"], told["count"])
    page.wait_for_url(re.compile("tag=2015-09-24"))
    settled(page)
    from_the_top(page)
    assert tab_to(page, words("control.definition"), 15) <= 15
    keys.press("ArrowDown")
    hears(page, told["counted"])
    settled(page)
    assert focused(page) == words("control.definition")
    assert tab_to(page, f"{words('page.kreis')}$", 10)
    keys.press("Enter")
    page.wait_for_url("**/kreis?**")
    on_the_headline(page)
    assert "Kleve" in focused(page)
    from_the_top(page)
    tab_to(page, f"{words('page.mitnehmen')}$", 20)
    keys.press("Enter")
    page.wait_for_url("**/mitnehmen?**")
    on_the_headline(page)
    page.get_by_role("button", name="PNG (300 dpi)").wait_for()
    from_the_top(settled(page, areas=0))
    stops = tab_to(page, words("skip.headline"), 1) + 1
    keys.press("Enter")
    assert page.evaluate(PLACE) == "h1"
    assert stops + tab_to(page, "PNG", 18) <= 20


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_one_live_region_and_its_landmarks(look_at, page):
    path = "" if page == "karte" else page
    shown = look_at(f"{path}?{DAY}&kreis=05154&lang=de", WIDE, areas=0)
    assert shown.evaluate(REGIONS) == ["kiz-live"]
    for role in ("banner", "main", "contentinfo"):
        assert shown.get_by_role(role).count() == 1, role
    assert shown.get_by_role("main").locator("h1").count() == 1
    assert shown.get_by_role("banner").get_by_role("navigation").count() == 1
    assert shown.get_by_text("Skip to main content").is_hidden()


@pytest.mark.parametrize("to", ["headline", "table"])
@pytest.mark.parametrize("page", ["ohne", "abgleich", "verlauf", "quellen"])
def test_a_link_skips_what_every_page_begins_with(open_page, page, to):
    shown = settled(open_page(f"{page}?{DAY}&lang=de"), areas=0)
    assert tab_to(shown, Wording("de")(f"skip.{to}"), 2) <= 2
    shown.keyboard.press("Enter")
    assert shown.evaluate(PLACE) == {"headline": "h1", "table": "table"}[to]
    assert 0 <= shown.evaluate("() => document.activeElement.getBoundingClientRect().top") < 100
    outline = "() => getComputedStyle(document.activeElement).outlineStyle"
    assert shown.evaluate(outline) == "solid"


def test_the_headline_has_the_focus_after_back_and_forward_and_nothing_is_said_twice(open_page):
    page = settled(open_page(f"?{DAY}&lang=de"))
    page.get_by_role("link", name="Ohne KIZ", exact=True).click()
    page.wait_for_url("**/ohne?**")
    for act, path, areas in (
        (None, "/ohne?", 0),
        (page.go_back, "/?", 54),
        (page.go_forward, "/ohne?", 0),
    ):
        if act:
            act()
        page.wait_for_url(re.compile(re.escape(path)))
        settled(page, areas)
        until(page, f"() => {{ {FOCUSED} return one.tagName === 'H1'; }}")
    expect(page.locator(LIVE)).to_be_empty()


def test_title_and_language_follow_the_switch_without_a_new_load_and_the_focus_stays(open_page):
    page = settled(open_page(f"kreis?{DAY}&kreis=05154&lang=de"), areas=0)
    page.evaluate("() => { window.kept = true }")
    link = page.get_by_role("link", name="English")
    assert link.get_attribute("lang") == link.get_attribute("hreflang") == "en"
    assert "lang=en" in link.get_attribute("href") and "kreis=05154" in link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title(re.compile("12 June 2013"))
    settled(page, areas=0)
    assert focused(page) == "Deutsch" and page.evaluate("() => window.kept")
    assert query(page)["lang"] == "en"


@pytest.mark.parametrize("page", ["kreis", "verlauf", "vergleich", "mitnehmen"])
def test_a_move_of_the_day_is_said(open_page, page):
    shown = settled(open_page(f"{page}?{DAY}&kreis=05154&lang=de"), areas=0)
    button = shown.locator(f"{CLOCK} .later")
    button.focus()
    shown.keyboard.press("Enter")
    said = r"\d\d\.\d\d\.201[34]"
    expect(shown.locator(LIVE)).to_contain_text(re.compile(said))
    settled(shown, areas=0)
    assert "12.06.2013:" not in shown.locator(LIVE).inner_text()
    assert shown.evaluate(PLACE) == "button"


@pytest.mark.parametrize("size", [NARROW, (320, 640)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_on_a_narrow_screen_the_navigation_is_one_line_with_a_menu(open_page, size, language):
    page = settled(open_page(f"quellen?{DAY}&lang={language}", size), areas=0)
    words = Wording(language)
    nav = page.get_by_role("navigation", name=words("page.navigation"))
    menu = nav.get_by_role("button")
    expect(menu).to_have_text(f"{words('page.menu')}{words('page.quellen')}")
    assert menu.get_attribute("aria-expanded") == "false" and not nav.get_by_role("link").count()
    assert nav.bounding_box()["height"] < 50 and not wider_than_the_screen(page)
    menu.focus()
    page.keyboard.press("Enter")
    assert nav.get_by_role("link").count() == len(ROW) and not wider_than_the_screen(page)
    page.keyboard.press("Tab")
    assert focused(page) == words("page.karte")
    page.keyboard.press("Escape")
    assert focused(page) == menu.text_content() and not nav.get_by_role("link").count()
    page.keyboard.press("Enter")
    nav.get_by_role("link", name=words("page.ohne"), exact=True).click()
    page.wait_for_url("**/ohne?**")
    on_the_headline(page)


#: Page, what is pressed, and what has the focus then.
ACTS = {
    "swap": (f"aenderungen?{DAY}&seit=2015-01-01", "Tage tauschen", "h1"),
    "clear": (f"ohne?{DAY}&neben=05154,05566", "Auswahl aufheben", "h2"),
    "close": (f"?{DAY}&kreis=05154", "Auswahl aufheben", "path"),
    "search": (f"?{DAY}&kreis=05154", "Suchfeld leeren", "input"),
    "copy": (f"?{DAY}", "Link kopieren", "button"),
    "last": ("?tag=2018-01-01", "heute", "button"),
}


@pytest.mark.parametrize("path, name, place", ACTS.values(), ids=ACTS)
def test_the_focus_is_not_lost_by_what_is_pressed(open_page, path, name, place):
    page = settled(open_page(f"{path}&lang=de"), areas=0)
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")
    until(page, f"place => {{ {FOCUSED} return one.tagName.toLowerCase() === place; }}", place)
    settled(page, areas=0)
    assert page.evaluate(PLACE) == place


def test_a_tick_keeps_the_focus_and_tells_how_many_there_are(open_page):
    page = settled(open_page(f"ohne?{DAY}&lang=de"), areas=0)
    for n, name in enumerate(["Kreis Kleve", "Kreis Viersen"], 1):
        page.get_by_role("checkbox", name=f"{name} nebeneinander zeigen").focus()
        page.keyboard.press("Space")
        hears(page, f"{name}: {n} von 8 nebeneinander")
        expect(page.locator(".stacked > .ways > li")).to_have_count(n)
        assert focused(settled(page, areas=0)) == f"{name} nebeneinander zeigen"


@pytest.mark.parametrize("name", ["PNG (300 dpi)", "CSV herunterladen", "Kreis Kleve (PDF)"])
def test_a_file_that_is_fetched_is_said_and_leaves_the_focus_where_it_was(open_page, name):
    page = settled(open_page(f"mitnehmen?{DAY}&kreis=05154&lang=de"), areas=0)
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
        hears(page, f"{name}: Die Datei wird erstellt.")
    expect(button).to_be_enabled()
    until(page, f"name => ({WHAT})() === name", name)


#: Page, the links of which the first is followed, and what has the focus then.
WAYS = {
    "name in a list": (f"ohne?{DAY}", ".ticked a", "h1"),
    "name in the table of the 54": (f"?{DAY}", ".st-key-overview tbody a", "h1"),
    "neighbour": (f"kreis?{DAY}&kreis=05154", "main a[href^='kreis?']", "h1"),
    "report": (f"kreis?{DAY}&kreis=05154", "a.report", "#korrektur"),
    "table of the 54": (f"verlauf?{DAY}", ".detail a[href$='#tabelle']", "#tabelle"),
    "easy language": (f"leichte-sprache?{DAY}", ".easy a", "h1"),
    "place on the page": (f"ohne?{DAY}", ".ticking a", "#nebeneinander"),
    "foot": (f"ohne?{DAY}", ".ways a", "#woerter"),
}


@pytest.mark.parametrize("path, link, place", WAYS.values(), ids=WAYS)
def test_a_link_loads_nothing_and_the_focus_goes_where_it_leads(open_page, path, link, place):
    page = settled(open_page(f"{path}&lang=de"), areas=0)
    page.evaluate("() => { window.kept = true }")
    before = page.url
    page.locator(link).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    for _ in range(2):
        until(page, f"place => {{ {FOCUSED} return one.matches(place); }}", place)
        settled(page, areas=0)
    assert page.evaluate("() => window.kept")


def test_what_is_ticked_goes_along_with_the_names_in_the_lists(open_page):
    page = settled(open_page(f"ohne?{DAY}&neben=05154&lang=de"), areas=0)
    page.locator(".ticked a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kreis?**neben=05154**")


def test_the_changes_of_a_page_whose_headline_stays_are_said(open_page):
    page = settled(open_page(f"leichte-sprache?{DAY}&lang=de"), areas=0)
    counted = page.locator("[data-news=counted]")
    before = counted.all_inner_texts()
    page.locator(f"{CLOCK} .later").click()
    expect(counted).not_to_have_text(before)
    hears(page, *counted.all_text_contents())
    page = settled(open_page(f"verlauf?{DAY}&lang=de"), areas=0)
    page.get_by_role("radio", name="Anteil der 54").focus()
    page.keyboard.press("Space")
    hears(page, "Von 0 auf 100 %")
    assert page.locator(LIVE).text_content() == page.locator(".curve-title").text_content()


#: The first of each kind of what can be pressed without leaving the page, by its place and form.
KINDS = """() => {
  const main = document.querySelector(".st-key-main");
  const roots = [main, ...[...main.querySelectorAll("*")].map(one => one.shadowRoot)];
  const kinds = {};
  window.place = one => (one.getRootNode().host ?? one).closest("[class*=st-key-]");
  for (const one of roots.filter(Boolean).flatMap(root => [...root.querySelectorAll(
    "button:not(.play), summary, input[type=checkbox], input[type=radio]:not(:checked)")])) {
    const parts = [place(one).className.match(/st-key-\\w+/)[0], one.localName, one.type];
    const kind = [...parts, one.closest("th") ? "head" : one.parentNode.className].join(" ");
    if (one.checkVisibility() && !one.disabled) kinds[kind] ??= one;
  }
  return kinds;
}"""
#: Presses nothing, but gives the focus to what is pressed then; the key that presses it, if any.
TAKE = f"""kind => {{
  window.taken = ({KINDS})()[kind];
  if (!taken) return "";
  taken.focus();
  window.put = place(taken).className;
  return taken.matches("input") ? "Space" : "Enter";
}}"""
#: The focus is where it was, or on a heading, or at least in the same part of the page.
KEPT = f"""() => {{ {FOCUSED}
  return one === taken || one.matches("h1, h2") || place(one)?.className === put; }}"""


@pytest.mark.parametrize("page", [page for page in ROW if page != "leichte-sprache"])
def test_nothing_that_is_pressed_throws_the_focus_away(open_page, page):
    path = "" if page == "karte" else page
    beside = "&neben=05154&seit=2015-01-01"
    shown = settled(open_page(f"{path}?{DAY}&kreis=05154&lang=de{beside}"), areas=0)
    kinds = shown.evaluate(f"() => Object.keys(({KINDS})())")
    assert kinds
    for kind in kinds:
        if key := shown.evaluate(TAKE, kind):
            shown.keyboard.press(key)
            until(settled(shown, areas=0), KEPT)
            # Once more, for the run may begin only now; what it draws anew takes the focus again.
            until(settled(shown, areas=0), KEPT)


def test_narrowing_and_sorting_a_table_say_what_is_left_and_how_it_stands(open_page):
    page = settled(open_page(f"?{DAY}&lang=de"))
    expect(page.locator(LIVE)).to_be_empty()
    page.get_by_role("searchbox", name="Tabelle durchsuchen").fill("Atlantis")
    hears(page, "0 von 54 Zeilen")
    page.get_by_role("button", name="Alle Zeilen zeigen").focus()
    page.keyboard.press("Enter")
    hears(page, "54 von 54 Zeilen")
    assert focused(page).startswith("Tabelle durchsuchen")
    page.get_by_role("button", name="Datum des Belegs").focus()
    page.keyboard.press("Enter")
    hears(page, "sortiert nach Datum des Belegs")
