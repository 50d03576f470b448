"""Lines of a text, the sheet with its source line, and the legend in the room that it has."""

import re
from datetime import date
from itertools import pairwise

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from shapely.geometry import box

from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.looks import theme
from components.looks.colour import Colour
from components.looks.legend import Row
from components.looks.look import Look
from components.looks.theme import Fill
from components.printed import land, legend, paint, typeset
from components.printed.fonts import BOLD
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import SHAPES, Paper
from components.printed.sheet import BODY, MARGIN, Box
from components.printed.typeset import POINT, Type
from components.words.headline import Headline

DE = Wording("de")
STAMP = Stamp(Choice(date(2015, 9, 24)), "2026-11-21+0040fa04", "© Amt (2017)", "", "https://a.org")
TEXTS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=14).map(
    " ".join
)
PLAIN = Type(12)
GREY = Colour("#222222", "#dddddd")
ROWS = [Row(Fill(theme.HAS), f"Status {n}", n) for n in range(8)]


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.floats(0.8, 5.6))
def test_balanced_lines_are_as_few_and_say_the_same(text, width):
    plain, even = typeset.wrapped(text, width, PLAIN), typeset.balanced(text, width, PLAIN)
    assert " ".join(even) == text and len(even) == len(plain)
    fits = [line for line in plain if typeset.width_of(line, PLAIN) <= width]
    if len(fits) == len(plain):
        assert all(typeset.width_of(line, PLAIN) <= width for line in even)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.floats(0.8, 5.6))
def test_a_line_takes_every_word_for_which_it_has_room(text, width):
    lines = typeset.wrapped(text, width, PLAIN)
    assert " ".join(lines) == text
    for line, following in pairwise(lines):
        longer = f"{line} {following.split()[0]}"
        assert typeset.width_of(longer, PLAIN) > width - 0.001
        assert typeset.width_of(line, PLAIN) <= width or " " not in line


def test_no_word_is_left_alone():
    text = "Am 24.09.2015 haben 49 von 54 Kreisen und kreisfreien Städten ein genehmigtes KIZ."
    width = typeset.width_of(text, Type(20)) - 0.07
    assert typeset.wrapped(text, width, Type(20))[-1] == "KIZ."
    assert len(typeset.balanced(text, width, Type(20))[-1].split()) > 4


def sheet(shape, title, stamp=STAMP, column=0):
    return Paper(shape, stamp, DE).sheet(Headline(title, []), column)


def written(drawn):
    return [text.get_text() for text in drawn.figure.texts]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sheet_has_its_shape_and_the_source_line_below_the_body(shape):
    drawn = sheet(shape, "Titel")
    width, height = drawn.figure.get_size_inches()
    ratio = [210, 297] if shape == "A4" else [int(part) for part in re.split("[:x]", shape)]
    assert width / height == pytest.approx(ratio[0] / ratio[1], rel=0.001)
    link = "https://a.org/?tag=2015-09-24&definition=approved&farbe=has&lang=de"
    assert {"Titel", link} <= set(written(drawn))
    source = next(text for text in drawn.figure.texts if "© Amt (2017)" in text.get_text())
    assert source.get_position()[1] * height < drawn.body.bottom


def test_a_title_becomes_smaller_rather_than_taking_another_line():
    form = SHAPES["1:1"]
    title, room, usual = "Wort", form.width - 2 * MARGIN, Type(form.title, BOLD)
    while typeset.width_of(title, usual) <= room:
        title += " Wort"
    drawn = sheet("1:1", title)
    text = next(one for one in drawn.figure.texts if one.get_text() == title)
    assert form.least <= text.get_size() < form.title


def test_a_page_is_as_high_as_its_picture_needs_and_no_other_format_is():
    for shape, form in SHAPES.items():
        drawn = Paper(shape, STAMP, DE).sheet(Headline("Titel", []), need=1)
        low = drawn.figure.get_size_inches()[1] < form.height
        assert low == form.cut and (not low or drawn.body.height == pytest.approx(1))


def test_a_link_too_long_for_the_sheet_goes_on_in_the_next_line():
    long = STAMP._replace(site="https://" + "a" * 90 + ".org")
    drawn = sheet("1:1", "", long)
    lines = [text for text in written(drawn) if "tag=" in text or "lang=" in text]
    assert len(lines) > 1 and "".join(lines).endswith("definition=approved&farbe=has&lang=de")


def test_a_sheet_without_boundaries_does_not_name_them():
    drawn = sheet("1:1", "", STAMP._replace(attribution=""))
    assert not any("Grenzen" in text or "Amt" in text for text in written(drawn))


def test_a_column_leaves_the_body_beside_it():
    drawn = sheet("16:9", "Titel", column=3)
    assert drawn.side.left + drawn.side.width <= drawn.body.left
    assert drawn.side.bottom == drawn.body.bottom


@pytest.mark.parametrize("high", [4.0, 2.2, 1.8])
def test_a_legend_takes_the_largest_type_that_fits(high):
    sizes = (11, 10, 9, 8, 7)
    box = Box(0, 0, 2.5, high)
    shown = Legend("Titel", ROWS)
    size = shown.fitting(box, sizes)
    assert shown.height(2.5, size) <= high or size == sizes[-1]
    larger = sizes[: sizes.index(size)]
    assert all(shown.height(2.5, one) > high for one in larger)


def test_a_legend_of_two_standings_has_both_counts():
    drawn = sheet("1:1", "")
    Legend("Titel", [ROWS[3]._replace(after=5)]).draw(drawn, Box(1, 2, 3, 3))
    assert "3 → 5" in written(drawn)


def swatches(*rows, hatched=True):
    """Colour, pattern and place of every filled part of a legend."""
    drawn = sheet("1:1", "")
    Legend("Titel", list(rows)).draw(drawn, Box(1, 2, 3, 3), hatched=hatched)
    parts = [part for part in drawn.figure.axes[0].patches if part.get_fill()]
    return [(to_hex(part.get_facecolor()), part.get_hatch(), part.get_x()) for part in parts]


@pytest.mark.parametrize("hatched", [True, False])
@pytest.mark.parametrize("fill", [theme.UNDETERMINED, theme.REFUSED, Fill(GREY, "possible")])
def test_a_swatch_is_filled_as_an_area(fill, hatched):
    shape = box(0, 0, 1, 1)
    square = gpd.GeoDataFrame({"ags": ["a"], "x": 0.5, "y": 0.5, "geometry": [shape]})
    axes = sheet("1:1", "").axes(Box(0, 0, 1, 1))
    land.draw(axes, square, Paint({"a": Look(0)}, [fill]), hatched=hatched)
    (area,) = [part for part in axes.patches if part.get_gid() == f"{land.AREA_ID}a"]
    colour, pattern, _ = swatches(Row(fill, ""), hatched=hatched)[0]
    assert (colour, pattern) == (to_hex(area.get_facecolor()), area.get_hatch())


def test_stripes_stay_where_areas_are_small_because_they_are_the_fill():
    ((_, stripes, _),) = swatches(Row(theme.UNDETERMINED, ""), hatched=False)
    assert set(stripes) == {"/"}
    assert swatches(Row(theme.REFUSED, ""), hatched=False)[0][1] is None


def test_a_swatch_of_two_fills_is_halved():
    one, other = swatches(Row(Fill(theme.HAS), "", other=Fill(GREY, "possible")))
    assert (one[:2], other[:2]) == ((theme.HAS, None), (GREY, paint.HATCHES["possible"][0]))
    assert other[2] - one[2] == pytest.approx(legend.SWATCH[0] * BODY.size * POINT / 2)


def test_the_line_of_an_area_lies_over_the_patterns_beside_it_and_the_outline_on_a_casing():
    shape = box(0, 0, 1, 1)
    square = gpd.GeoDataFrame({"ags": ["a"], "x": 0.5, "y": 0.5, "geometry": [shape]})
    axes = sheet("1:1", "").axes(Box(0, 0, 1, 1))
    land.draw(axes, square, Paint({"a": Look(0)}, [theme.UNDETERMINED], "a"))
    lines = [part for part in axes.patches if not part.get_fill()]
    assert [to_hex(line.get_edgecolor()) for line in lines] == [
        theme.BORDER,
        theme.PAPER,
        theme.CHOSEN,
    ]
    drawn = [line.get_zorder() for line in lines]
    assert drawn == sorted(drawn) and drawn[0] > 1
    assert lines[1].get_linewidth() == 2 * lines[2].get_linewidth()
