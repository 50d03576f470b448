"""The curve on paper has the numbers of the screen: band, lines, points, end of the time."""

from datetime import date
from functools import cache

import pytest
from curated import atlas
from sheet_texts import covering, texts

from components.base.choice import Choice
from components.facts import curve as curve_facts
from components.looks import curve as curve_looks
from components.printed import pictures
from components.printed.order import Order
from components.printed.paper import LEAST
from components.printed.picture_makers import curve_end

DAYS = [date(2012, 7, 1), date(2013, 1, 15), date(2013, 6, 12), date(2014, 4, 25), date(2016, 5, 1)]


@cache
def shown(measure, definition="approved", day=date(2013, 6, 12)):
    """The main axes of the picture, and the curve that it is to show."""
    choice = Choice(day, definition, measure=measure)
    sheet = pictures.picture(Order("curve", choice), atlas())
    axes = max(sheet.figure.axes, key=lambda one: len(one.lines))
    last = curve_end(atlas(), choice)
    return axes, curve_facts.adoption(atlas(), definition, measure, last)


def named(axes, gid):
    return next(one for one in [*axes.lines, *axes.collections] if one.get_gid() == gid)


def height_on(line, day):
    """The value of a step line on a day."""
    x, y = line.get_xdata(), line.get_ydata()
    return [value for at, value in zip(x, y, strict=True) if at <= day.toordinal()][-1]


@pytest.mark.parametrize("measure", ["number", "share", "population"])
@pytest.mark.parametrize("day", DAYS)
def test_the_lines_have_the_values_of_the_day(measure, day):
    axes, curve = shown(measure)
    step = curve_facts.readings(curve.steps, [day]).iloc[0]
    for name in ("certain", "possible"):
        assert height_on(named(axes, name), day) == pytest.approx(step[name])
    for kind, steps in curve.kinds.items():
        own = curve_facts.readings(steps, [day]).iloc[0]["certain"]
        assert height_on(named(axes, kind), day) == pytest.approx(own)


@pytest.mark.parametrize("measure", ["number", "population"])
@pytest.mark.parametrize("day", DAYS)
def test_the_band_reaches_from_the_lower_to_the_upper_bound(measure, day):
    axes, curve = shown(measure)
    step = curve_facts.readings(curve.steps, [day]).iloc[0]
    corners = named(axes, "band").get_paths()[0].vertices
    past = corners[corners[:, 0] <= day.toordinal()]
    at = past[past[:, 0] == past[:, 0].max()]
    expected = {round(step["lower"], 2), round(step["upper"], 2)}
    assert expected <= {round(value, 2) for value in at[:, 1]}


def test_each_total_with_a_day_is_drawn_in_its_role_and_none_after_the_end():
    axes, curve = shown("number")
    tables = atlas().tables
    points = curve_facts.points(tables.totals, atlas().verdicts, tables.sources, "approved")
    points = points[points["dated"] & (points["day"] <= curve.steps["first_day"].iloc[-1])]
    for role in curve_looks.ROLES:
        own = points[points["role"].eq(role)]
        line = named(axes, role)
        drawn = set(zip(line.get_xdata(), line.get_ydata(), strict=True))
        assert drawn == {(row.day.toordinal(), row.count) for row in own.itertuples()}
        assert drawn


def test_the_population_has_no_published_totals():
    axes, _ = shown("population")
    assert not {line.get_gid() for line in axes.lines} & set(curve_looks.ROLES)


@pytest.mark.parametrize(("measure", "top"), [("number", 54), ("share", 100)])
def test_the_axis_starts_at_zero_and_names_its_end(measure, top):
    axes, _ = shown(measure)
    assert axes.get_ylim()[0] == 0
    assert axes.get_yticklabels()[-1].get_text().startswith(str(top))


def test_the_time_ends_after_the_last_change_or_on_the_day_never_with_a_clock():
    for day in (date(2013, 6, 12), date(2021, 3, 4)):
        assert curve_end(atlas(), Choice(day)) == date(2018, 12, 31)
    assert curve_end(atlas(), Choice(date(2021, 3, 4), ends="today")) == date(2021, 3, 4)
    assert curve_end(atlas(), Choice(date(2013, 6, 12), ends="today")) == date(2018, 12, 31)


def written(**choice):
    """What stands on the picture of a choice."""
    sheet = pictures.picture(Order("curve", Choice(**choice), "4:5"), atlas())
    return [text.get_text() for text in sheet.figure.texts], sheet


def test_the_lines_the_band_and_the_totals_that_matter_are_named_where_they_stand():
    told, _ = written(day=date(2015, 9, 24))
    whole = " ".join(told)
    for name in ("mit Namen belegt", "mit Namen möglich", "Kreise", "kreisfreie Städte"):
        assert name in whole
    assert {"16 von 54", "29 von 54", "45 von 54", "49 von 54"} <= set(told)
    assert "Gesetz und Förderung" in told


def test_the_title_is_a_trend_and_nordrhein_westfalen_and_kiz_are_spelled_out():
    told, sheet = written(day=date(2015, 9, 24))
    assert sheet.title.startswith("Von 0 auf 54 in weniger als 7 Jahren: 49 hatten bis April 2014")
    whole = " ".join(told)
    assert "Kommunales Integrationszentrum (KIZ)" in whole and "Nordrhein-Westfalen" in whole


def test_a_simple_picture_has_the_band_and_one_line():
    told, sheet = written(day=date(2015, 9, 24), curve="simple")
    axes = max(sheet.figure.axes, key=lambda one: len(one.lines))
    drawn = {line.get_gid() for line in axes.lines if line.get_gid()}
    assert drawn == {"certain"} and named(axes, "band")
    assert "mit Namen belegt" in told and "Kreise" not in told and "49 von 54" not in told


def test_the_last_evidence_is_marked_where_the_time_reaches_it():
    marked = "letzter Beleg landesweit: 23.10.2025"
    assert marked in written(day=date(2026, 11, 21), ends="today")[0]
    assert marked not in written(day=date(2026, 11, 21))[0]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("shape", ["1200x630", "1:1", "9:16"])
@pytest.mark.parametrize(
    "more", [{}, {"curve": "simple"}, {"ends": "today"}, {"measure": "share"}], ids=str
)
def test_no_text_covers_another_and_none_is_too_small(more, shape, language):
    choice = Choice(date(2026, 11, 21), language=language, **more)
    sheet = pictures.picture(Order("curve", choice, shape), atlas())
    found = texts(sheet)
    assert list(covering(found)) == []
    assert all(size >= LEAST for _, _, size in found)


def test_the_chosen_day_is_a_line_with_its_name():
    axes, _ = shown("number")
    uprights = [line for line in axes.lines if len(set(line.get_xdata())) == 1]
    assert date(2013, 6, 12).toordinal() in {line.get_xdata()[0] for line in uprights}
    assert "12.06.2013" in [text.get_text() for text in axes.texts]
