"""The pages as Chromium emulates other readers: forced colours, reduced motion, spaced text, a
screen of 400 %, text twice as large; and the sizes and edges of what is pressed and filled in.
"""

import drawn
import pytest
from browser import NARROW, WIDE, press, resize, settled, wider_than_the_screen

from components.page.nav import PAGES

QUERY = "tag=2015-09-24&definition=approved&kreis=05566&lang=de"
#: WCAG 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
TWICE = ":root { font-size: 200% }"
#: A screen of 1280 x 1024 at 400 %.
ENLARGED = (320, 256)
#: What is chosen on a page and what is not.
CHOSEN = {
    "karte": [
        (".colourings input:checked + span", ".colourings input:not(:checked) + span"),
        (".clock .jumps [aria-current]", ".clock .jumps button:not([aria-current])"),
        (".key [aria-pressed=true]", ".key [aria-pressed=false]"),
        (".extras [aria-pressed=true]", ".extras [aria-pressed=false]"),
    ],
    "kreis": [(".clock .jumps [aria-current]", ".clock .jumps button:not([aria-current])")],
    "abgleich": [],
}
COLOURED = ".swatch, .timeline .track"
THEMES = ("light", "dark")
#: Whether anything of the page moves by itself or glides.
MOVES = """() => document.getAnimations().filter(one => one.playState === "running").length
  + [...document.querySelectorAll("*")]
    .filter(one => getComputedStyle(one).scrollBehavior === "smooth").length"""


def opened(open_page, page, size=WIDE):
    return settled(open_page(f"{page.replace('karte', '')}?{QUERY}", size), areas=0)


def told(what, lines):
    return [f"{what}: {line}" for line in lines]


@pytest.mark.parametrize("path", PAGES)
def test_every_target_and_edge_is_large_and_strong_enough_and_no_text_is_cut(open_page, path):
    page = opened(open_page, path)
    found = told("wide", [*drawn.small(page), *drawn.faint(page), *drawn.cut(page)])
    resize(page, NARROW)
    found += told("narrow", [*drawn.small(page), *drawn.cut(page)])
    resize(page, ENLARGED)
    found += told("at 400 %", [*drawn.sticky(page), *drawn.cut(page)])
    found += ["at 400 %: wider than the screen"] if wider_than_the_screen(page) else []
    drawn.style(page, SPACING)
    for size in (NARROW, WIDE):
        resize(page, size)
        found += told(f"spaced at {size[0]}", drawn.cut(page))
    assert found == []


@pytest.mark.parametrize("path", ["karte", "mitnehmen"])
def test_text_twice_as_large_is_whole_and_within_the_screen(open_page, path):
    page = opened(open_page, path)
    drawn.style(page, TWICE)
    assert drawn.cut(page) == [] and not wider_than_the_screen(page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", CHOSEN)
def test_nothing_disappears_where_colours_are_forced(open_page, path, theme):
    page = opened(open_page, path)
    page.emulate_media(forced_colors="active", color_scheme=theme)
    if path == "karte":
        press(page, "Städte beschriften")
        page.locator(".key:visible button").first.click()
    found = told("without a ground", drawn.groundless(page, COLOURED))
    found += told("as if not chosen", drawn.alike(page, CHOSEN[path]))
    assert found + drawn.unfocused(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_keeps_its_fills_where_colours_are_forced(open_page, theme):
    page = opened(open_page, "karte")
    fills = "areas => areas.map(area => getComputedStyle(area).fill)"
    areas = page.locator(".map .areas path")
    before = areas.evaluate_all(fills)
    page.emulate_media(forced_colors="active")
    assert areas.evaluate_all(fills) == before and len(set(before)) > 2


def test_the_edges_of_fields_are_strong_in_the_dark_too(open_page):
    page = opened(open_page, "karte")
    page.emulate_media(color_scheme="dark")
    assert drawn.faint(page) == []


def test_nothing_moves_for_who_wants_no_motion_and_the_steps_stay(open_page):
    page = opened(open_page, "karte")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVES) == 0
    assert not page.locator(".clock .play").is_visible()
    assert page.locator(".clock .later").is_visible()
