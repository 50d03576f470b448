"""Dates as the sources give them (EDTF) and the span of days each one stands for."""

import re
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import edtf

from adoption.vocabulary import TALK

#: The Landtag passed the law on this day; undated talk begins no earlier.
TALK_FLOOR = date(2012, 2, 8)
#: The funding guideline; no approval, grant or opening can precede it.
FUNDING_FLOOR = date(2012, 6, 25)

_ONE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_FORM = re.compile(rf"(?:(\.\.|{_ONE})/)?({_ONE})")
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class DateError(ValueError):
    """A date that is not in one of the five forms; says the finding and the repair."""


class Span(NamedTuple):
    """The first and the last day, both inclusive, within which one unknown day lies.

    `first` is None where the source only says "no later than" (`../2013-12-05`).
    """

    first: date | None
    last: date


@cache
def span(text: str) -> Span:
    """The span of an EDTF date: a day, a month, a year, `a/b` or `../b`.

    The library `edtf` turns each side into its first and last day; what it would
    misread silently (`/2013-12-05`, seasons, `2018/2016`) is refused before or after.

    Raises
    ------
    DateError
        Any other form, a day that does not exist, or b before a.
    """
    form = _FORM.fullmatch(text)
    if not form:
        raise DateError(f'"{text}" is not EDTF; {_repair(text)}')
    start, end = form.groups()
    last = _day(end, "upper_strict")
    if start is None:
        return Span(_day(end, "lower_strict"), last)
    if start == "..":
        return Span(None, last)
    first = _day(start, "lower_strict")
    if first > last:
        raise DateError(f'"{text}" ends before it begins; swap the two sides')
    return Span(first, last)


def event_span(text: str, event: str) -> Span:
    """The span of an event's date with an open start closed by the law's own days.

    Talk begins no earlier than `TALK_FLOOR`; everything that needs the funding
    guideline (and a decision to use it) no earlier than `FUNDING_FLOOR`; a decision
    or application, which needs the law only, no earlier than `TALK_FLOOR`.

    Source: data/README.md, section Dates.
    """
    first, last = span(text)
    if first is not None:
        return Span(first, last)
    floor = TALK_FLOOR if event in (*TALK, "decision", "application") else FUNDING_FLOOR
    return Span(min(floor, last), last)


def edtf_of(earliest: date, latest: date) -> str:
    """The shortest date that stands for these days: a day, a month, a year or an interval.

    From the funding guideline on means that nothing bounds it from below.
    """
    first, last = earliest.isoformat(), latest.isoformat()
    if earliest == latest:
        return first
    if earliest.day == 1 and (latest + timedelta(days=1)).day == 1:
        if first[:7] == last[:7]:
            return first[:7]
        if first[:4] == last[:4] and (earliest.month, latest.month) == (1, 12):
            return first[:4]
    return f"{'..' if earliest == FUNDING_FLOOR else first}/{last}"


def precision(text: str) -> str:
    """How precise a date is: `day`, `month`, `year` or `interval`."""
    return "interval" if "/" in text else {10: "day", 7: "month", 4: "year"}[len(text)]


def _day(text: str, bound: str) -> date:
    """The strict bound of one EDTF date as a day."""
    try:
        # Of its one form: the library's parser of all forms takes milliseconds for each.
        return date(*getattr(edtf.Date(*text.split("-")), bound)()[:3])
    except ValueError as error:
        raise DateError(f'"{text}" is no day of the calendar; correct it') from error


def _repair(text: str) -> str:
    if german := _GERMAN.fullmatch(text):
        day, month, year = map(int, german.groups())
        with suppress(ValueError):
            return f"write {date(year, month, day)}"
    return "write 2015-03-19, 2015-03, 2015, 2015-01/2015-03 or ../2015-03-19"
