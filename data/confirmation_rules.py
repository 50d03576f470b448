"""The rules that confirmations and the directory obey: both tell of a KIZ that there is."""

from datetime import date

import pandas as pd

from adoption.dates import FUNDING_FLOOR, DateError, event_span, span
from data.event_rules import FUNDED
from data.findings import Finding, Findings, by_line, rule


@rule("events", "confirmations")
def confirmations_follow_a_start(events: pd.DataFrame, confirmations: pd.DataFrame) -> Findings:
    """Only what may have been approved or opened before can be shown at work."""
    starts = _starts(events)
    for line, row in by_line(confirmations):
        day, start = _first(row["date"]), starts.get(row["ags"])
        if day and start is None:
            text = (
                f"{row['ags']} has no approval, grant or opening; restore or add it in events.csv"
            )
            yield Finding("confirmations", line, text)
        elif day and day < start:
            text = f'date "{row["date"]}" lies before every approval, grant and opening of '
            yield Finding("confirmations", line, f"{text}{row['ags']} (from {start}); correct it")


@rule("centres")
def seats_are_those_of_a_centre(centres: pd.DataFrame) -> Findings:
    """No KIZ had a seat before the funding guideline."""
    for line, text in centres["as_of"].items():
        if (day := _first(text)) and day < FUNDING_FLOOR:
            fault = f'as_of "{text}" lies before the funding guideline of {FUNDING_FLOOR}'
            yield Finding("centres", line, f"{fault}; correct it")


def _first(text: str) -> date | None:
    try:
        first, last = span(text)
    except DateError:
        return None
    return first or last


def _starts(events: pd.DataFrame) -> dict[str, date]:
    """The first day on which each district may have been approved, granted or open."""
    starts: dict[str, date] = {}
    for row in events[events["event"].isin(FUNDED)].itertuples(index=False):
        try:
            first = event_span(row.date, row.event).first
        except DateError:
            # Another rule names it; until it is mended nothing is too early.
            first = date.min
        starts[row.ags] = min(first, starts.get(row.ags, first))
    return starts
