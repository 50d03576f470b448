"""The map of "since when": classes of time, spans that cross them, and who came late."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from event_builders import districts

from components.figures import since, theme
from components.wording import Wording

DAY = date(2026, 11, 21)


def dated(*spans, day=DAY):
    """Districts D1, D2, ... that got their KIZ between the two days of their span."""
    rows = [(f"05{number:03}", *span) for number, span in enumerate(spans, start=1)]
    reached = pd.DataFrame(rows, columns=["ags", "earliest", "latest"])
    return districts(len(spans)).merge(since.periods(reached, day), on="ags")


def on(text):
    return (date.fromisoformat(text),) * 2


def drawn(frame, language="de"):
    labels = frame.set_index("ags").assign(label_lon=7.0, label_lat=51.0)
    return since.since_map(frame, labels, "x", Wording(language), "").data


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2012-06-30", "1. Halbjahr 2012"),
        ("2012-07-01", "2. Halbjahr 2012"),
        ("2014-12-31", "2. Halbjahr 2014"),
        ("2015-01-01", "2015"),
        ("2017-01-01", "2017"),
        ("2018-09-06", "2018 oder später"),
        ("2031-01-01", "2018 oder später"),
    ],
)
def test_a_day_falls_into_its_half_year_or_late_year(day, name):
    place = since.period(date.fromisoformat(day))
    assert since.period_name(place, Wording("de")) == name


def test_a_district_has_the_colour_of_its_time():
    areas, _ = drawn(dated(on("2013-03-01")))
    assert since.fills()[areas.z[0]] == since.RAMP[2]


def test_a_span_that_crosses_a_class_is_lighter_and_marked():
    frame = dated((date(2012, 6, 25), date(2013, 12, 5)))
    areas, marks = drawn(frame)
    assert since.fills()[areas.z[0]] == theme.lighter(since.RAMP[3])
    assert list(marks.text) == ["≤"]
    assert areas.customdata[0] == "zwischen 25.06.2012 und 05.12.2013"


def test_a_span_within_a_class_is_certain_of_it_and_still_told():
    areas, marks = drawn(dated((date(2013, 7, 1), date(2013, 12, 5))))
    assert since.fills()[areas.z[0]] == since.RAMP[3]
    assert list(marks.text) == [""]
    assert areas.customdata[0].endswith("zwischen 01.07.2013 und 05.12.2013")


def test_who_has_none_on_the_day_is_grey_and_shows_nothing_of_the_future():
    frame = dated(on("2013-03-01"), on("2018-09-06"), day=date(2014, 4, 25))
    areas, marks = drawn(frame)
    assert since.fills()[areas.z[1]] == since.NOT_YET
    assert marks.text[1] == ""
    assert areas.customdata[1] == "an diesem Tag noch nicht"


def test_who_may_have_one_on_the_day_is_not_said_to_have_none():
    areas, marks = drawn(dated((date(2013, 1, 1), date(2015, 1, 1)), day=date(2014, 4, 25)))
    assert (areas.z[0], list(marks.text)) == (0, ["?"])
    assert areas.customdata[0].endswith("möglich, nicht belegt")


def test_who_never_certainly_came_is_possible_and_no_error():
    areas, marks = drawn(dated((date(2017, 10, 10), None), (None, None)))
    assert list(areas.z) == [0, 0]
    assert list(marks.text) == ["?", ""]


def test_latecomers_have_name_and_month_on_the_map():
    frame = dated(on("2014-12-31"), on("2016-03-04"), (date(2017, 10, 10), date(2018, 9, 6)))
    _, marks = drawn(frame)
    assert list(marks.text) == ["", "D2<br>03/2016", "D3<br>≤09/2018"]


def test_latecomers_are_not_named_where_they_are_too_many():
    _, marks = drawn(dated(*[on("2016-03-04")] * 9))
    assert set(marks.text) == {""}
    assert not since.latecomers(dated(*[on("2016-03-04")] * 9)).any()


def test_the_ramp_grows_lighter_step_by_step():
    def lightness(colour):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part**2.2 for part in parts)
        return 116 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3) - 16

    steps = [lightness(colour) for colour in since.RAMP]
    assert all(later - earlier > 4 for earlier, later in pairwise(steps))
    assert not set(since.RAMP) & set(theme.STATUS_COLOURS.values())
