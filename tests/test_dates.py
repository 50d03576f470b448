"""A date has one of five forms, stands for a span of days, and anything else is refused."""

from datetime import date

import edtf
import pytest

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR, DateError, event_span, precision, span
from adoption.vocabulary import EVENTS

FORMS = "write 2015-03-19, 2015-03, 2015, 2015-01/2015-03 or ../2015-03-19"

SPANS = {
    "2015-03-19": (date(2015, 3, 19), date(2015, 3, 19)),
    "2015-03": (date(2015, 3, 1), date(2015, 3, 31)),
    "2016-02": (date(2016, 2, 1), date(2016, 2, 29)),
    "2015-02": (date(2015, 2, 1), date(2015, 2, 28)),
    "2015": (date(2015, 1, 1), date(2015, 12, 31)),
    "2015-01-30/2015-03-02": (date(2015, 1, 30), date(2015, 3, 2)),
    "2015-01/2015-03": (date(2015, 1, 1), date(2015, 3, 31)),
    "2012/2012-10-29": (date(2012, 1, 1), date(2012, 10, 29)),
    "2012-06-25/2012": (date(2012, 6, 25), date(2012, 12, 31)),
    "2015-03-19/2015-03-19": (date(2015, 3, 19), date(2015, 3, 19)),
    "../2013-12-05": (None, date(2013, 12, 5)),
    "../2013-12": (None, date(2013, 12, 31)),
    "../2013": (None, date(2013, 12, 31)),
}

REFUSED = {
    "": f'"" is not EDTF; {FORMS}',
    "19.03.2015": '"19.03.2015" is not EDTF; write 2015-03-19',
    "31.02.2015": f'"31.02.2015" is not EDTF; {FORMS}',
    "9.3.2015": '"9.3.2015" is not EDTF; write 2015-03-09',
    "19.3.15": f'"19.3.15" is not EDTF; {FORMS}',
    "2015-3-19": f'"2015-3-19" is not EDTF; {FORMS}',
    "2015/03/19": f'"2015/03/19" is not EDTF; {FORMS}',
    "2015-13": f'"2015-13" is not EDTF; {FORMS}',
    "2015-21": f'"2015-21" is not EDTF; {FORMS}',
    "2015-03-32": f'"2015-03-32" is not EDTF; {FORMS}',
    "2015-02-30": '"2015-02-30" is no day of the calendar; correct it',
    "2015-02-29": '"2015-02-29" is no day of the calendar; correct it',
    "2015-04-31/2015-05": '"2015-04-31" is no day of the calendar; correct it',
    "../2015-02-30": '"2015-02-30" is no day of the calendar; correct it',
    "0000": '"0000" is no day of the calendar; correct it',
    "2018/2016": '"2018/2016" ends before it begins; swap the two sides',
    "2015-03-20/2015-03-19": '"2015-03-20/2015-03-19" ends before it begins; swap the two sides',
    "/2013-12-05": f'"/2013-12-05" is not EDTF; {FORMS}',
    "2013-12-05/": f'"2013-12-05/" is not EDTF; {FORMS}',
    "2013-12-05/..": f'"2013-12-05/.." is not EDTF; {FORMS}',
    "../": f'"../" is not EDTF; {FORMS}',
    "..": f'".." is not EDTF; {FORMS}',
    "../..": f'"../.." is not EDTF; {FORMS}',
    "2015-03-19?": f'"2015-03-19?" is not EDTF; {FORMS}',
    "2015-03~": f'"2015-03~" is not EDTF; {FORMS}',
    "2015-03-XX": f'"2015-03-XX" is not EDTF; {FORMS}',
    "2015-03-19T10:00": f'"2015-03-19T10:00" is not EDTF; {FORMS}',
    " 2015": f'" 2015" is not EDTF; {FORMS}',
    "2015\n": f'"2015\n" is not EDTF; {FORMS}',
    "spring 2013": f'"spring 2013" is not EDTF; {FORMS}',
}


@pytest.mark.parametrize(("text", "days"), SPANS.items())
def test_a_date_stands_for_its_first_to_its_last_day(text, days):
    assert span(text) == days


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_anything_else_is_refused_with_the_finding_and_the_repair(text, message):
    with pytest.raises(DateError) as caught:
        span(text)
    assert str(caught.value) == message


def test_a_refused_date_is_refused_again():
    for _ in range(2):
        with pytest.raises(DateError):
            span("19.03.2015")


@pytest.mark.parametrize("event", ["motion", "debate", "rejection", "decision", "application"])
def test_talk_and_decisions_without_a_beginning_begin_with_the_law(event):
    assert event_span("../2013-12-05", event) == (date(2012, 2, 8), date(2013, 12, 5))


@pytest.mark.parametrize("event", ["approval", "grant", "opening", "closure", "planned"])
def test_what_needs_the_funding_guideline_begins_with_it(event):
    assert event_span("../2013-12-05", event) == (date(2012, 6, 25), date(2013, 12, 5))


@pytest.mark.parametrize("event", EVENTS)
def test_a_beginning_that_is_known_stays(event):
    assert event_span("2011-11-22", event) == (date(2011, 11, 22), date(2011, 11, 22))


@pytest.mark.parametrize(("event", "floor"), [("debate", TALK_FLOOR), ("grant", FUNDING_FLOOR)])
def test_an_end_before_the_floor_is_its_own_beginning(event, floor):
    assert event_span("../2011-12-15", event) == (date(2011, 12, 15), date(2011, 12, 15))
    assert event_span(f"../{floor}", event) == (floor, floor)


@pytest.mark.parametrize(
    "text", ["2015", "2015-02", "2016-02", "2015-12", "2015-03-19", "2016-02-29", "9999-12-31"]
)
def test_the_parser_of_the_library_says_the_same(text):
    parsed = edtf.parse_edtf(text)
    days = [date(*bound()[:3]) for bound in (parsed.lower_strict, parsed.upper_strict)]
    assert list(span(text)) == days


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2015-03-19", "day"),
        ("2015-03", "month"),
        ("2015", "year"),
        ("2015-01/2015-03", "interval"),
        ("../2015-03-19", "interval"),
    ],
)
def test_the_form_of_a_date_is_its_precision(text, word):
    assert precision(text) == word
