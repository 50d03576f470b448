"""The colours stay apart: for every reader, in grey print, and under the marks upon them."""

from itertools import combinations, pairwise

import pytest

from components.figures.theme import PAPER, REFUSED_MARK, STATUS_COLOURS, fills, ink_on, lighter

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
PAIRS = list(combinations(STATUS_COLOURS, 2))


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


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_statuses_never_look_alike(one, other, sight):
    assert difference(STATUS_COLOURS[one], STATUS_COLOURS[other], sight) >= LEAST


def test_progress_grows_darker():
    ramp = [lab(STATUS_COLOURS[status])[0] for status in ("decided", "approved", "open")]
    assert ramp == sorted(ramp, reverse=True)
    assert all(before - after >= 20 for before, after in pairwise(ramp))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_in_grey_print_two_statuses_differ_in_lightness_or_one_is_the_marked_refusal(one, other):
    apart = abs(lab(STATUS_COLOURS[one])[0] - lab(STATUS_COLOURS[other])[0])
    assert apart >= LEAST_GREY or ("rejected" in (one, other) and REFUSED_MARK)


@pytest.mark.parametrize("fill", fills())
def test_what_is_written_on_a_fill_can_be_read(fill):
    assert contrast(fill, ink_on(fill)) >= 4.5


@pytest.mark.parametrize("colour", STATUS_COLOURS.values())
def test_an_uncertain_fill_lies_between_its_colour_and_the_paper(colour):
    assert lab(colour)[0] < lab(lighter(colour))[0] < lab(PAPER)[0]
