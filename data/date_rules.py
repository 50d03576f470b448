"""The rules that the dates in the tables obey."""

from datetime import date

import pandas as pd

from adoption.dates import TALK_FLOOR, DateError, precision, span
from data import schema
from data.findings import Finding, Findings, rule

#: No event, total, milestone or list is older than the year of the bill.
EARLIEST = date(2011, 1, 1)
HISTORY = ("events", "confirmations", "totals", "milestones", "status_lists")


def dates(frames: dict[str, pd.DataFrame], today: date) -> Findings:
    """Every date is EDTF, none lies after `today`, none of the history before 2011."""
    for name, frame in frames.items():
        for column in schema.tables()[name].dates:
            for line, text in frame.get(column, pd.Series()).items():
                if text and (fault := _fault(text, today, name in HISTORY)):
                    yield Finding(name, line, f"{column} {fault}")


@rule("days")
def days_to_jump_to_are_days_of_the_law(days: pd.DataFrame) -> Findings:
    """A day to jump to is one day, and none lies before the day on which the law was passed."""
    for line, text in days["date"].items():
        try:
            first, _ = span(text)
        except DateError:
            continue
        if precision(text) != "day":
            yield Finding("days", line, f'date "{text}" is not one day; write it like 2014-04-25')
        elif first < TALK_FLOOR:
            fault = f'"{text}" lies before the law of {TALK_FLOOR}; write a later day'
            yield Finding("days", line, f"date {fault}")


def _fault(text: str, today: date, is_history: bool) -> str | None:
    try:
        first, last = span(text)
    except DateError as error:
        return str(error)
    # A month or year that runs is fine; an interval claims knowledge up to its end.
    if (last if first is None or precision(text) == "interval" else first) > today:
        return f'"{text}" lies in the future; write the date at which it happened'
    if is_history and (first or last) < EARLIEST:
        return f'"{text}" lies before {EARLIEST.year}; correct the year'
    return None
