"""How a date is said that is known only roughly: as short as its days allow.

`alone` is for a date that stands by itself, `since` for a sentence that says from when on
something holds, which must not be read as "for one day". In both a span of exactly one month or
year is that month or year, and one that begins no later than the law has only its end, since
nothing bounds it from below.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from adoption.dates import TALK_FLOOR, Span

if TYPE_CHECKING:
    from components.base.wording import Wording


def alone(dates: Span, words: Wording) -> str:
    """März 2015; 2012, frühestens 25.06.; zwischen 13.09.2012 und Ende Mai 2013."""
    if one := _whole(*dates, words) or _either(dates, words):
        return one
    if _unbounded(dates):
        return words("date.latest", end=_end(dates.last, words))
    if part := _part(dates, words):
        return words("date.within", whole=_around(dates, words), part=part)
    return _between(dates, words, (not _around(dates, words), True))


def since(dates: Span, words: Wording) -> str:
    """seit 2013; spätestens seit Ende 2013; seit 2014 (zwischen 20.03. und 25.04.)."""
    if one := _whole(*dates, words) or _either(dates, words):
        return words("date.since", date=one)
    if _unbounded(dates):
        return words("date.since.latest", end=_end(dates.last, words))
    if whole := _around(dates, words):
        part = _part(dates, words) or _between(dates, words, (False, False))
        return words("date.since.within", whole=whole, part=part)
    start, end = _start(dates.first, words), _end(dates.last, words)
    return words("date.since.between", start=start, end=end)


def _unbounded(dates: Span) -> bool:
    """Whether nothing bounds it from below; what was over before the law has a beginning."""
    first, last = dates
    return first is None or first <= TALK_FLOOR < last


def _whole(first: date | None, last: date, words: Wording) -> str:
    """The one day, month or year that it is; empty if it is none."""
    if first == last:
        return words.day(last)
    if first is None or not (first.day == 1 and _ends_month(last)):
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return words.month(last)
    is_year = first.year == last.year and (first.month, last.month) == (1, 12)
    return str(last.year) if is_year else ""


def _around(dates: Span, words: Wording) -> str:
    """The one month in which it lies, else the one year; empty if it spans several."""
    first, last = dates
    if first.year != last.year:
        return ""
    return words.month(last) if first.month == last.month else str(last.year)


def _part(dates: Span, words: Wording) -> str:
    """How much of the month or year around it, where it shares its beginning or its end."""
    first, last = dates
    if first.year != last.year:
        return ""
    within_month = first.month == last.month
    if first.day == 1 and (within_month or first.month == 1):
        return words("date.latest", end=_end(last, words, year=False))
    if _ends_month(last) and (within_month or last.month == 12):
        return words("date.earliest", start=_start(first, words, year=False))
    return ""


def _between(dates: Span, words: Wording, years: tuple[bool, bool]) -> str:
    """Between the two ends, each with its year or without."""
    first, last = dates
    start, end = _start(first, words, years[0]), _end(last, words, years[1])
    if first.day == 1 and _ends_month(last):
        if (first.month, last.month) == (1, 12):
            start, end = str(first.year), str(last.year)
        else:
            start, end = words.month(first, years[0]), words.month(last, years[1])
    elif first.day == 1:
        start = words("date.beginning", of=start)
    return words("date.between", start=start, end=end)


def _either(dates: Span, words: Wording) -> str:
    """One of two months or years that follow each other, where it is exactly these."""
    first, last = dates
    if first is None or first <= TALK_FLOOR or first.day > 1 or not _ends_month(last):
        return ""
    months = 12 * (last.year - first.year) + last.month - first.month
    if months == 1:
        one, other = words.month(first, first.year != last.year), words.month(last)
    elif first.month == 1 and months == 23:
        one, other = str(first.year), str(last.year)
    else:
        return ""
    return words("date.either", one=one, other=other)


def _start(day: date, words: Wording, year: bool = True) -> str:
    """A day, or the month or year that begins with it."""
    if day.day > 1:
        return words.day(day, year)
    return str(day.year) if year and day.month == 1 else words.month(day, year)


def _end(day: date, words: Wording, year: bool = True) -> str:
    """A day, or the end of the month or year that ends with it."""
    if not _ends_month(day):
        return words.day(day, year)
    ended = str(day.year) if year and day.month == 12 else words.month(day, year)
    return words("date.end", of=ended)


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
