"""The map of "since when": classes of time, spans that cross them, and who came late."""

from datetime import date

import pandas as pd
import pytest
from event_builders import districts

from components.base.wording import Wording
from components.looks import since, theme
from components.looks.theme import Fill

DAY = date(2026, 11, 21)


def dated(*spans, day=DAY):
    """Districts D1, D2, ... that got their KIZ between the two days of their span."""
    rows = [(f"05{number:03}", *span) for number, span in enumerate(spans, start=1)]
    reached = pd.DataFrame(rows, columns=["ags", "earliest", "latest"])
    return districts(len(spans)).merge(since.periods(reached, day), on="ags")


def on(text):
    return (date.fromisoformat(text),) * 2


def seen(frame):
    """Fill and lines of every district, in their order."""
    fills = since.fills()
    return [(fills[look.fill], look.lines) for look in since.looks(frame).values()]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2012-06-30", "1. Halbjahr 2012"),
        ("2012-07-01", "2. Halbjahr 2012"),
        ("2014-12-31", "2. Halbjahr 2014"),
        ("2015-01-01", "2015"),
        ("2017-01-01", "2017"),
        ("2018-09-06", "2018"),
        ("2031-01-01", "2031"),
    ],
)
def test_a_day_falls_into_its_half_year_or_late_year(day, name):
    came = date.fromisoformat(day)
    assert since.period_name(since.period(came), [came], Wording("de")) == name


def test_the_last_class_is_called_by_the_years_in_it():
    days = [date(2019, 3, 1), date(2018, 9, 6)]
    assert since.period_name(len(since.RAMP) - 1, days, Wording("de")) == "2018 bis 2019"


def test_a_district_has_the_colour_of_its_time():
    assert seen(dated(on("2013-03-01"))) == [(Fill(since.RAMP[2]), ())]


def test_a_span_that_crosses_a_class_is_lighter_and_dotted():
    ((fill, lines),) = seen(dated((date(2012, 6, 25), date(2013, 12, 5))))
    assert (fill.colour, fill.pattern) == (theme.lighter(since.RAMP[3]), "possible")
    assert lines == ()


def test_a_span_within_a_class_is_certain_of_it():
    assert seen(dated((date(2013, 7, 1), date(2013, 12, 5)))) == [(Fill(since.RAMP[3]), ())]


def test_who_has_none_on_the_day_is_grey_named_and_shows_nothing_of_the_future():
    frame = dated(on("2013-03-01"), on("2018-09-06"), day=date(2014, 4, 25))
    assert seen(frame)[1] == (since.fills()[since.NOT_YET], ("D2",))


def test_those_who_have_none_are_not_named_where_they_are_too_many():
    frame = dated(*[on("2018-09-06")] * 9, day=date(2014, 4, 25))
    assert {lines for _, lines in seen(frame)} == {()}


def test_who_may_have_one_on_the_day_is_not_said_to_have_none():
    frame = dated((date(2013, 1, 1), date(2015, 1, 1)), day=date(2014, 4, 25))
    assert seen(frame) == [(theme.UNDETERMINED, ())]


def test_who_never_certainly_came_is_possible_and_no_error():
    shown = seen(dated((date(2017, 10, 10), None), (None, None)))
    assert shown == [(theme.UNDETERMINED, ()), (since.fills()[since.NOT_YET], ("D2",))]


@pytest.mark.parametrize("place", range(-1, len(since.RAMP)))
@pytest.mark.parametrize("unsure", [False, True])
def test_every_code_is_a_place_in_the_fills(place, unsure):
    fill = since.fills()[since.code(place, unsure and place >= 0, unsure and place < 0)]
    if place < 0:
        assert fill == (theme.UNDETERMINED if unsure else since.fills()[since.NOT_YET])
    else:
        colour = since.RAMP[place]
        assert fill.colour == (theme.lighter(colour) if unsure else colour)


def test_latecomers_have_name_and_month_on_the_map():
    frame = dated(on("2014-12-31"), on("2016-03-04"), (date(2017, 10, 10), date(2018, 9, 6)))
    lines = [lines for _, lines in seen(frame)]
    assert lines == [(), ("D2", "03/2016"), ("D3", "≤09/2018")]


def test_latecomers_are_not_named_where_they_are_too_many():
    frame = dated(*[on("2016-03-04")] * 9)
    assert {lines for _, lines in seen(frame)} == {()}
    assert not since.latecomers(frame).any()
