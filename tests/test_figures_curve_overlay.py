"""What is laid over the curve of the page, of the real tables, in every layout and language."""

from datetime import date
from functools import cache
from itertools import combinations

import curated
import htpy as h
import pytest
from curated import atlas
from markup import parsed

from adoption.vocabulary import DEFINITIONS
from components.base.choice import MEASURES
from components.base.wording import LANGUAGES, Wording
from components.facts import curve as facts
from components.figures import curve_labels, curve_law, curve_overlay
from components.figures.curve_overlay import LAYOUTS

LAST = date(2026, 11, 21)


@cache
def laid(definition="approved", measure="number", language="de", last=None, simple=False):
    """The layouts, by name."""
    last = last or facts.growth_end(atlas(), definition)
    curve = facts.adoption(atlas(), definition, measure, LAST)
    points = facts.until(facts.points_of(atlas(), definition), last)
    shown = curve_labels.shown(
        facts.simplified(curve) if simple else curve, points, definition, last
    )
    ends = atlas().evidence.day
    law = facts.law_until(atlas(), last)
    words = Wording(language)
    return {
        layout.name: layout
        for layout in curve_overlay.layouts(shown, law, ends if ends <= last else None, words)
    }


def meet(one, other):
    wide = min(one.right, other.right) - max(one.left, other.left)
    return min(wide, min(one.bottom, other.bottom) - max(one.top, other.top)) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_label_covers_another_and_what_has_none_is_for_the_key(definition, measure, language):
    layouts = laid(definition, measure, language)
    bare = curve_overlay.unlabelled(list(layouts.values()))
    for name, layout in layouts.items():
        boxes = [place.box for place in layout.places.values()]
        assert not any(meet(one, other) for one, other in combinations(boxes, 2))
        assert all(box.left >= 0 and box.right <= layout.width for box in boxes)
        for line in ("band", *layout.shown.curve.lines):
            assert (line in layout.places) != (name in bare[line])


def test_lines_band_and_the_totals_that_matter_are_named_on_a_wide_screen_and_on_a_telephone():
    for name, most in (("widest", 4), ("wide", 4), ("middle", 3), ("narrow", 3)):
        layout = laid()[name]
        assert {"certain", "band", "Kreis", "kreisfreie Stadt"} <= layout.places.keys()
        assert len(layout.places.keys() & set(layout.shown.named["id"])) >= most


def test_a_simple_curve_names_its_line_and_its_band():
    for layout in laid(simple=True).values():
        assert layout.places.keys() == {"certain", "band"}


@pytest.mark.parametrize("last", [date(2018, 12, 31), LAST])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_step_of_the_law_is_in_one_part_that_a_finger_can_meet(layout, last):
    one = laid(last=last)[layout]
    html = str(one.steps())
    assert html.count("<b>") == len(one.law)
    widths = [float(part.split("%")[0]) for part in html.split("width:")[1:]]
    # The last part ends with the axis.
    assert all(width / 100 * one.width >= 24 for width in widths[:-1])


def test_the_last_evidence_is_marked_only_where_the_time_reaches_it():
    assert "curve-evidence" not in str(curve_overlay.overlay(list(laid().values())))
    told = str(curve_overlay.overlay(list(laid(last=LAST).values())))
    assert "letzter Beleg landesweit: 23.10.2025" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_published_a_total_is_marked_as_german_on_the_english_page(language):
    publishers = set(curated.tables().sources["publisher"])
    labels = [layout.labels() for layout in laid(language=language).values()]
    tips = parsed(str(h.fragment[labels])).select(".tip")
    marked = [[part.text for part in tip.select("[lang=de]")] for tip in tips]
    assert tips and all(len(parts) == (language == "en") for parts in marked)
    assert {part for parts in marked for part in parts} <= publishers


def test_the_name_of_the_strip_stands_in_its_widest_gap():
    law = laid()["wide"].law
    start, part = curve_law.gap(law, date(2018, 12, 31))
    ticks = [curve_law.looks.place(day, date(2018, 12, 31)) for day in law["first_day"].dt.date]
    assert not [tick for tick in ticks if start < tick < start + part]
