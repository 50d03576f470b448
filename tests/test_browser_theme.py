"""The page in the dark: it follows the system, the reader's own choice counts more, paper is
white; and what is drawn can be read on it.
"""

import re

import pytest
from accessibility import faults
from browser import settled
from playwright.sync_api import expect

from components.looks import curve, theme
from components.looks.fills import BY_COLOURING

DAY = "?tag=2013-06-12&lang=de"
#: What the browser keeps of the reader's choice.
CHOOSE = "theme => localStorage.setItem('kiz-theme', theme)"
FORGET = "() => localStorage.removeItem('kiz-theme')"
#: The computed value of a property of each element.
COMPUTED = "(parts, name) => parts.map(part => getComputedStyle(part)[name])"
WITH = '.map .areas [data-group="with"]'
LIGHT, DARK = str, lambda colour: colour.dark


def rgb(colour):
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def computed(page, selector, name):
    return set(page.eval_on_selector_all(selector, COMPUTED, name))


def assert_painted(page, seen):
    """Page, areas and legend have the colours of a theme."""
    assert computed(page, "html", "backgroundColor") == {rgb(seen(theme.PAPER))}
    assert computed(page, '[data-testid="stApp"]', "backgroundColor") == {rgb(seen(theme.PAPER))}
    assert computed(page, "h1", "color") == {rgb(seen(theme.INK))}
    assert computed(page, WITH, "fill") == {rgb(seen(theme.HAS))}
    for name, code in (("has", 0), ("status", 10)):
        swatch = f'.key[data-colouring="{name}"] [data-codes^="{code}"] .swatch rect'
        assert computed(page, swatch, "fill") == {rgb(seen(BY_COLOURING[name][code].colour))}


@pytest.fixture
def themed(open_page):
    """Opens a page under a system of that scheme, where the reader has chosen a theme or none."""
    opened = []

    def run(path, scheme, chosen="", areas=54):
        page = open_page("_stcore/health")
        opened.append(page)
        page.evaluate(CHOOSE if chosen else FORGET, chosen)
        page.emulate_media(color_scheme=scheme)
        page.goto(page.url.replace("_stcore/health", path))
        return settled(page, areas)

    yield run
    for page in opened:
        page.evaluate(FORGET)
        page.emulate_media(color_scheme="null", media="null")


@pytest.mark.parametrize(
    ("scheme", "chosen", "seen"),
    [
        ("dark", "", DARK),
        ("light", "", LIGHT),
        ("light", "dark", DARK),
        ("dark", "light", LIGHT),
    ],
)
def test_the_page_is_as_the_reader_has_chosen_else_as_the_system(themed, scheme, chosen, seen):
    page = themed(DAY, scheme, chosen)
    assert_painted(page, seen)
    page.emulate_media(media="print", color_scheme=scheme)
    assert_painted(page, LIGHT)


def test_a_page_that_is_open_follows_the_system(themed):
    page = themed(DAY, "light")
    page.emulate_media(color_scheme="dark")
    assert_painted(page, DARK)


def test_the_paper_is_dark_before_anything_is_drawn(themed):
    page = themed(DAY, "light", "dark")
    page.route(re.compile(r"/static/js/"), lambda route: route.abort())
    page.reload()
    assert page.locator("h1").count() == 0
    assert computed(page, "html", "backgroundColor") == {rgb(theme.PAPER.dark)}
    page.unroute(re.compile(r"/static/js/"))
    page.console_errors.clear()


@pytest.mark.parametrize(("scheme", "seen"), [("dark", DARK), ("light", LIGHT)])
def test_the_chart_is_drawn_in_the_theme(themed, scheme, seen):
    page = themed(f"verlauf{DAY}", scheme, areas=0)
    expect(page.locator(".js-plotly-plot .point").first).to_be_attached()
    lines = computed(page, ".js-plotly-plot path.js-line", "stroke")
    kinds = [colour for colour, _ in curve.KINDS.values()]
    for colour in (curve.CERTAIN, curve.POSSIBLE, *kinds):
        assert rgb(seen(colour)) in lines
    assert computed(page, ".js-plotly-plot .xtick text", "fill") == {rgb(seen(theme.INK))}
    assert computed(page, ".js-plotly-plot path.ygrid", "stroke") == {rgb(seen(curve.GRID))}
    assert rgb(seen(theme.PAPER)) in computed(page, ".js-plotly-plot .point", "fill")
    page.mouse.move(0, 0)
    page.locator(".js-plotly-plot").hover(position={"x": 600, "y": 300})
    label = ".js-plotly-plot .hovertext path"
    expect(page.locator(label).first).to_be_attached()
    assert computed(page, label, "fill") == {rgb(seen(theme.PAPER))}


def test_the_chosen_district_has_a_light_outline_on_a_dark_casing(themed):
    page = themed(f"{DAY}&kreis=05154", "dark")
    assert computed(page, ".map .outline", "stroke") == {rgb(theme.CHOSEN.dark)}
    assert computed(page, ".map .casing", "stroke") == {rgb(theme.PAPER.dark)}


@pytest.mark.parametrize(
    ("path", "areas"),
    [
        (f"{DAY}&farbe=status&kreis=05154", 54),
        (f"verlauf{DAY}", 0),
        ("kreis?tag=2015-09-24&kreis=05154&lang=de", 4),
        ("abgleich?lang=de", 0),
    ],
)
def test_axe_finds_nothing_too_pale_in_the_dark(themed, path, areas):
    assert faults(themed(path, "dark", areas=areas)) == []
