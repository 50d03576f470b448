"""The fills stay apart: for every reader, in grey print, and under what is drawn upon them.

Two fills of one colouring are told apart by their colours. Where these are near in some sight
or in grey, by what is drawn on them: a pattern, or a mark, which then must be seen itself.
"""

from itertools import combinations, pairwise

import pytest

from components.looks import difference as differing
from components.looks import since, theme
from components.looks.look import HAS_FILLS
from components.looks.theme import PAPER, PATTERN_INKS, STATUS_COLOURS, ink_on, lighter, mixed

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
# How much paper lies between a mark and the pattern below it: the least of the screen's halo and
# the strip in print.
HALO = 0.75
COLOURINGS = {
    "has": list(HAS_FILLS.values()),
    "status": theme.fills(),
    "since": since.fills(),
    "difference": list(differing.FILLS.values()),
}
PAIRS = [
    pytest.param(*pair, id=f"{name}-{pair[0].colour}-{pair[1].colour}")
    for name, fills in COLOURINGS.items()
    for pair in combinations(fills, 2)
]
FILLS = sorted({fill for fills in COLOURINGS.values() for fill in fills})
PATTERNED = [fill for fill in FILLS if fill.pattern]


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


def drawn(fill):
    """What is drawn on a fill."""
    return fill.pattern, fill.mark


def line(fill):
    return PATTERN_INKS[fill.pattern](fill.colour)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_fills_never_look_alike(one, other, sight):
    """Those of one pattern by their colours; a mark alone is no excuse for colours that meet."""
    if one.pattern == other.pattern:
        assert difference(one.colour, other.colour, sight) >= LEAST


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_in_grey_print_two_fills_differ_in_lightness_or_in_what_is_drawn_on_them(one, other):
    apart = abs(lab(one.colour)[0] - lab(other.colour)[0])
    assert apart >= LEAST_GREY or drawn(one) != drawn(other)


def neighbours(fills):
    """Those that follow each other in a legend, of the ladder the certain ones."""
    shown = fills[::2] if fills == theme.fills() else fills
    return pairwise(shown)


@pytest.mark.parametrize("name", ["has", "status", "difference"])
def test_in_grey_print_neighbours_in_a_legend_are_told_apart(name):
    for one, other in neighbours(COLOURINGS[name]):
        apart = abs(lab(one.colour)[0] - lab(other.colour)[0])
        assert apart >= LEAST_NEIGHBOUR or drawn(one) != drawn(other), (one, other)


def test_no_colour_of_a_difference_is_one_of_the_maps_beside_it():
    for fill in differing.FILLS.values():
        for other in HAS_FILLS.values():
            assert difference(fill.colour, other.colour) >= LEAST


def test_a_difference_is_told_in_grey_print_also_on_maps_too_small_for_patterns():
    for one, other in combinations(differing.FILLS.values(), 2):
        assert abs(lab(one.colour)[0] - lab(other.colour)[0]) >= LEAST_GREY


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("fill", PATTERNED)
def test_the_lines_of_a_pattern_are_seen_on_its_colour(fill, sight):
    assert difference(fill.colour, line(fill), sight) >= LEAST_LINE


@pytest.mark.parametrize("fill", PATTERNED)
def test_the_lines_of_a_pattern_are_seen_in_grey_print(fill):
    assert abs(lab(fill.colour)[0] - lab(line(fill))[0]) >= LEAST


@pytest.mark.parametrize("fill", [fill for fill in theme.fills() if fill.pattern])
def test_where_areas_are_too_small_for_patterns_a_mark_says_the_same(fill):
    """Broad stripes on paper stay at any size; lines and dots do not, so they have a mark.

    Small maps show the ladder of statuses or who has one, never since when.
    """
    assert fill.mark and not theme.UNDETERMINED.mark


@pytest.mark.parametrize("fills", COLOURINGS.values(), ids=COLOURINGS)
def test_a_pattern_has_one_meaning_and_a_look_is_never_used_twice(fills):
    assert len(set(fills)) == len(fills)
    for fill in fills:
        assert (fill.pattern == "undetermined") == (fill == theme.UNDETERMINED)
        assert (fill.pattern == "refused") == (fill == theme.REFUSED)


def test_progress_grows_darker():
    ramp = [lab(STATUS_COLOURS[status])[0] for status in ("decided", "approved", "open")]
    assert ramp == sorted(ramp, reverse=True)
    assert all(before - after >= 20 for before, after in pairwise(ramp))


def test_later_periods_grow_lighter():
    ramp = [lab(colour)[0] for colour in since.RAMP]
    assert all(later - earlier >= LEAST_GREY for earlier, later in pairwise(ramp))
    assert not set(since.RAMP) & set(STATUS_COLOURS.values())


def test_who_has_none_is_in_no_blue():
    """The hue of having one is blue, and nothing else is."""
    for kind, fill in HAS_FILLS.items():
        blue = lab(fill.colour)[2] < -10
        assert blue == (kind == "with") or kind == "undetermined"


@pytest.mark.parametrize("fill", FILLS)
def test_what_is_written_on_a_fill_can_be_read(fill):
    """On a pattern it stands on paper, strip or halo, of which a quarter shows through."""
    assert contrast(fill.colour, ink_on(fill.colour)) >= 4.5
    below = [fill.colour, line(fill)] if fill.pattern else []
    for colour in [mixed(colour, PAPER, HALO) for colour in below] or [fill.colour]:
        assert contrast(colour, fill.ink) >= 4.5


def test_the_areas_stand_out_from_the_page():
    assert contrast(theme.BORDER, PAPER) >= 3


@pytest.mark.parametrize("fill", [fill for fill in FILLS if lab(fill.colour)[0] > 85])
def test_pale_areas_have_a_border_that_is_seen(fill):
    assert contrast(theme.BORDER, fill.colour) >= 2.4


@pytest.mark.parametrize("colour", [*STATUS_COLOURS.values(), *since.RAMP])
def test_an_uncertain_fill_lies_between_its_colour_and_the_paper(colour):
    assert lab(colour)[0] < lab(lighter(colour))[0] < lab(PAPER)[0]
