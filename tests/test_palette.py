"""The fills stay apart: for every reader, in grey print, and under what is drawn upon them; in the
light and in the dark theme.

Two fills of one colouring are told apart by their colours. Where these are near in some sight
or in grey, by what is drawn on them: a pattern, or a mark, which then must be seen itself.
"""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from components.html import styles
from components.looks import curve, since, theme
from components.looks import difference as differing
from components.looks.colour import Colour, ink_on, mixed
from components.looks.look import HAS_FILLS
from components.looks.theme import PAPER, PATTERN_INKS, STATUS_COLOURS, lighter

#: A colour as each theme shows it.
THEMES = {"light": str, "dark": lambda colour: colour.dark}
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# sRGB to XYZ (IEC 61966-2-1), each row divided by the white point D65.
XYZ = (
    (0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883),
)
LEAST = 10  # CIE 1976; 2.3 is just noticeable side by side
LEAST_GREY = 5  # in L*, of 100
LEAST_NEIGHBOUR = 10  # of two that follow each other in a legend; a ramp of periods has its order
# Of lines and dots on their colour: the eye needs more for what is small than for a field.
LEAST_LINE = 15
# Of an uncertain fill from the certain ones of other statuses, without its dots and its mark.
LEAST_LIGHTER = 5
# How much paper lies between a mark and the pattern below it: the least of the screen's halo and
# the strip in print.
HALO = 0.75
COLOURINGS = {
    "has": list(HAS_FILLS.values()),
    "status": theme.fills(),
    "since": since.fills(),
    "difference": list(differing.FILLS.values()),
}
every_colouring = pytest.mark.parametrize("fills", COLOURINGS.values(), ids=COLOURINGS)
FILLS = sorted({fill for fills in COLOURINGS.values() for fill in fills})
PATTERNED = [fill for fill in FILLS if fill.pattern]
#: Of the style sheet, by their names without the dashes: what is read, drawn, and below both.
TEXTS = ("ink", "strong", "quiet", "blue", "wrong")
SIGNS = ("edge", "solid", "blue", "notice-edge", "wrong")
GROUNDS = ("paper", "shade", "notice")


@pytest.fixture(params=THEMES)
def seen(request):
    """A colour as one of the themes shows it."""
    return THEMES[request.param]


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(colour, sight="normal"):
    """CIELAB of a colour as somebody with that sight sees it."""
    seen = [min(1, max(0, part)) for part in times(SIGHTS[sight], linear(colour))]
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in times(XYZ, seen)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, sight="normal"):
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def contrast(one, other):
    """The ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted(
        (times(XYZ, linear(colour))[1] + 0.05 for colour in (one, other)), reverse=True
    )
    return light / dark


def test_the_measures_give_the_known_values():
    assert lab("#ffffff") == pytest.approx((100, 0, 0), abs=0.01)
    assert lab("#ff0000") == pytest.approx((53.24, 80.09, 67.20), abs=0.01)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert difference("#c8500f", "#008000", "deutan") < difference("#c8500f", "#008000")


def away(colour, seen):
    """How far a colour is from the paper, in lightness."""
    return abs(lab(seen(colour))[0] - lab(seen(PAPER))[0])


def drawn(fill):
    """What is drawn on a fill."""
    return fill.pattern, fill.mark


def line(fill):
    return PATTERN_INKS[fill.pattern](fill.colour)


def sheet():
    """The colours of the style sheet by their names, `#fff` written out."""
    text = (Path(styles.__file__).parent / "colours.css").read_text("utf-8")
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", text)
    whole = {name: [_six(colour) for colour in pair] for name, *pair in pairs}
    return {name: Colour(*pair) for name, pair in whole.items()}


def _six(colour):
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def through(colour, paper):
    """What is seen of `rgba(…)` on a paper."""
    *parts, opacity = (float(number) for number in re.findall(r"[\d.]+", colour))
    below = [int(paper[at : at + 2], 16) for at in (1, 3, 5)]
    shown = (a * opacity + b * (1 - opacity) for a, b in zip(parts, below, strict=True))
    return "#" + "".join(f"{round(part):02x}" for part in shown)


@pytest.mark.parametrize("sight", SIGHTS)
@every_colouring
def test_two_fills_never_look_alike(fills, sight, seen):
    """Those of one pattern by their colours; a mark alone is no excuse for colours that meet."""
    for one, other in combinations(fills, 2):
        apart = difference(seen(one.colour), seen(other.colour), sight)
        assert apart >= LEAST or one.pattern != other.pattern, (one, other)


@every_colouring
def test_in_grey_print_two_fills_differ_in_lightness_or_in_what_is_drawn_on_them(fills, seen):
    for one, other in combinations(fills, 2):
        apart = abs(lab(seen(one.colour))[0] - lab(seen(other.colour))[0])
        assert apart >= LEAST_GREY or drawn(one) != drawn(other), (one, other)


def neighbours(fills):
    """Those that follow each other in a legend, of the ladder the certain ones."""
    shown = fills[::2] if fills == theme.fills() else fills
    return pairwise(shown)


@pytest.mark.parametrize("name", ["has", "status", "difference"])
def test_in_grey_print_neighbours_in_a_legend_are_told_apart(name, seen):
    for one, other in neighbours(COLOURINGS[name]):
        apart = abs(lab(seen(one.colour))[0] - lab(seen(other.colour))[0])
        assert apart >= LEAST_NEIGHBOUR or drawn(one) != drawn(other), (one, other)


def test_no_colour_of_a_difference_is_one_of_the_maps_beside_it(seen):
    for fill in differing.FILLS.values():
        for other in HAS_FILLS.values():
            assert difference(seen(fill.colour), seen(other.colour)) >= LEAST


def test_a_difference_is_told_in_grey_print_also_on_maps_too_small_for_patterns(seen):
    for one, other in combinations(differing.FILLS.values(), 2):
        assert abs(lab(seen(one.colour))[0] - lab(seen(other.colour))[0]) >= LEAST_GREY


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("fill", PATTERNED)
def test_the_lines_of_a_pattern_are_seen_on_its_colour(fill, sight, seen):
    assert difference(seen(fill.colour), seen(line(fill)), sight) >= LEAST_LINE


@pytest.mark.parametrize("fill", PATTERNED)
def test_the_lines_of_a_pattern_are_seen_in_grey_print(fill, seen):
    assert abs(lab(seen(fill.colour))[0] - lab(seen(line(fill)))[0]) >= LEAST


@pytest.mark.parametrize("fill", [fill for fill in theme.fills() if fill.pattern])
def test_where_areas_are_too_small_for_patterns_a_mark_says_the_same(fill):
    """Broad stripes on paper stay at any size; lines and dots do not, so they have a mark.

    Small maps show the ladder of statuses or who has one, never since when.
    """
    assert fill.mark and not theme.UNDETERMINED.mark


@every_colouring
def test_a_pattern_has_one_meaning_and_a_look_is_never_used_twice(fills):
    assert len(set(fills)) == len(fills)
    for fill in fills:
        assert (fill.pattern == "undetermined") == (fill == theme.UNDETERMINED)
        assert (fill.pattern == "refused") == (fill == theme.REFUSED)


def test_progress_leads_away_from_the_paper(seen):
    """Darker on light paper, lighter on dark paper."""
    ramp = [away(STATUS_COLOURS[name], seen) for name in ("unknown", "decided", "approved", "open")]
    steps = [after - before for before, after in pairwise(ramp)]
    assert all(step >= 20 for step in steps[1:]) and steps[0] >= LEAST_GREY


def test_who_has_one_is_seen_first(seen):
    """No other fill of that map is as far from the paper."""
    others = [fill.colour for kind, fill in HAS_FILLS.items() if kind != "with"]
    assert away(theme.HAS, seen) > max(away(colour, seen) for colour in others)


def test_later_periods_come_nearer_to_the_paper(seen):
    ramp = [away(colour, seen) for colour in since.RAMP]
    assert all(earlier - later >= LEAST_GREY for earlier, later in pairwise(ramp))
    assert not {*map(seen, since.RAMP)} & {*map(seen, STATUS_COLOURS.values())}


def test_who_has_none_is_in_no_blue(seen):
    """The hue of having one is blue, and nothing else is."""
    for kind, fill in HAS_FILLS.items():
        blue = lab(seen(fill.colour))[2] < -10
        assert blue == (kind == "with") or kind == "undetermined"


@pytest.mark.parametrize("fill", FILLS)
def test_what_is_written_on_a_fill_can_be_read(fill, seen):
    """On a pattern it stands on paper, strip or halo, of which a quarter shows through."""
    assert contrast(seen(fill.colour), seen(ink_on(fill.colour))) >= 4.5
    below = [fill.colour, line(fill)] if fill.pattern else []
    for colour in [mixed(colour, PAPER, HALO) for colour in below] or [fill.colour]:
        assert contrast(seen(colour), seen(fill.ink)) >= 4.5


@pytest.mark.parametrize("fill", FILLS)
def test_what_stands_on_an_area_of_the_page_can_be_read(fill, seen):
    """There it is always ink with a halo of the paper."""
    assert contrast(seen(mixed(fill.colour, PAPER, HALO)), seen(theme.INK)) >= 4.5


def test_the_areas_stand_out_from_the_page_and_those_that_have_one_from_each_other(seen):
    assert contrast(seen(theme.BORDER), seen(PAPER)) >= 3
    assert contrast(seen(theme.BORDER), seen(theme.HAS)) >= 2


@pytest.mark.parametrize("fill", FILLS)
def test_areas_near_the_paper_have_a_border_that_is_seen(fill, seen):
    assert away(fill.colour, seen) > 15 or contrast(seen(theme.BORDER), seen(fill.colour)) >= 2.4


@pytest.mark.parametrize("fill", FILLS)
def test_the_outline_of_the_chosen_district_is_seen_on_every_fill(fill, seen):
    """It has a casing of paper below it: one of the two is seen."""
    outline = contrast(seen(theme.CHOSEN), seen(fill.colour))
    assert max(outline, contrast(seen(PAPER), seen(fill.colour))) >= 3
    assert contrast(seen(theme.CHOSEN), seen(PAPER)) >= 15


@pytest.mark.parametrize("colour", [*STATUS_COLOURS.values(), *since.RAMP])
def test_an_uncertain_fill_lies_between_its_colour_and_the_paper(colour, seen):
    assert 0 < away(lighter(colour), seen) < away(colour, seen)


@pytest.mark.parametrize("sight", SIGHTS)
def test_an_uncertain_fill_is_taken_for_no_certain_one_of_another_status(sight, seen):
    """Also where neither its dots nor its mark are seen, more than two fills of one colour."""
    for status, colour in STATUS_COLOURS.items():
        for other, certain in STATUS_COLOURS.items():
            apart = difference(seen(lighter(colour)), seen(certain), sight)
            assert apart >= LEAST_LIGHTER or status == other, (status, other)


def test_the_map_has_the_paper_and_the_ink_of_the_page():
    named = {"paper": PAPER, "ink": theme.INK, "border": theme.BORDER, "strong": theme.CHOSEN}
    named |= {"quiet": curve.QUIET}
    page = sheet()
    assert {name: page[name].css for name in named} == {
        name: colour.css for name, colour in named.items()
    }


@pytest.mark.parametrize("ground", GROUNDS)
def test_texts_and_signs_of_the_page_are_seen_on_all_that_they_stand_on(ground, seen):
    page = sheet()
    for names, least in ((TEXTS, 4.5), (SIGNS, 3)):
        for name in names:
            assert contrast(seen(page[name]), seen(page[ground])) >= least, name


@pytest.mark.parametrize(
    ("text", "ground"), [("on-solid", "solid"), ("ink", "pressed"), ("ink", "faint")]
)
def test_what_is_pressed_can_be_read(text, ground, seen):
    page = sheet()
    assert contrast(seen(page[text]), seen(page[ground])) >= 4.5


@pytest.mark.parametrize("name", curve.INKS)
def test_what_is_named_in_the_curve_can_be_read_on_paper_and_band(name, seen):
    for ground in (seen(PAPER), through(seen(curve.BAND), seen(PAPER))):
        assert contrast(seen(curve.INKS[name]), ground) >= 4.5


def test_the_lines_of_the_curve_are_seen(seen):
    lines = [
        curve.CERTAIN,
        curve.POSSIBLE,
        curve.REFUSAL,
        *(colour for colour, _ in curve.KINDS.values()),
    ]
    for colour in lines:
        assert contrast(seen(colour), seen(PAPER)) >= 3
