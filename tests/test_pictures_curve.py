"""The curve on paper has the numbers of the screen: band, lines, points, end of the time."""

from datetime import date
from functools import cache

import pytest
from curated import atlas

from components.base.choice import Choice
from components.facts import curve as curve_facts
from components.looks import curve as curve_looks
from components.printed import pictures
from components.printed.order import Order
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


def test_each_total_is_drawn_in_its_role_and_none_after_the_end():
    axes, curve = shown("number")
    tables = atlas().tables
    points = curve_facts.points(tables.totals, atlas().verdicts, tables.sources, "approved")
    points = points[points["day"] <= curve.steps["first_day"].iloc[-1]]
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


def test_the_time_ends_with_the_last_change_or_the_day_never_with_a_clock():
    assert curve_end(atlas(), Choice(date(2013, 6, 12))) == date(2018, 12, 31)
    assert curve_end(atlas(), Choice(date(2021, 3, 4))) == date(2021, 3, 4)


def test_the_chosen_day_is_a_line_with_its_name():
    axes, _ = shown("number")
    uprights = [line for line in axes.lines if len(set(line.get_xdata())) == 1]
    assert date(2013, 6, 12).toordinal() in {line.get_xdata()[0] for line in uprights}
    assert "12.06.2013" in [text.get_text() for text in axes.texts]
