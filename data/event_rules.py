"""The rules that events obey: their order in a district, what they may say."""

from datetime import date

import pandas as pd

from adoption.dates import FUNDING_FLOOR, DateError, Span, event_span
from adoption.vocabulary import APPROVALS, REASONS
from data.findings import Finding, Findings, Row, by_line, rule

#: What needs an approval by the ministry, and so its funding guideline.
FUNDED = (*APPROVALS, "opening")
ORDERED = (("application", "approval"), ("application", "grant"), ("approval", "grant"))


@rule("events")
def nothing_precedes_the_funding_guideline(events: pd.DataFrame) -> Findings:
    """No approval, grant or opening can lie before 2012-06-25."""
    for line, row in by_line(events[events["event"].isin(FUNDED)]):
        span = _span(row)
        if span and span.first < FUNDING_FLOOR:
            text = f'{row["event"]} "{row["date"]}" can lie before the funding guideline; '
            yield Finding("events", line, text + f"let it begin no earlier than {FUNDING_FLOOR}")


@rule("events")
def milestones_come_in_order(events: pd.DataFrame) -> Findings:
    """The first application is no later than the last approval, the first approval no later
    than the last grant, as far as the dates allow.

    A decision may follow an approval: Steinfurt's did.
    """
    for own in _histories(events).values():
        for earlier, later in ORDERED:
            if earlier in own and later in own:
                first, _, line = min(own[earlier])
                _, last, other = max(own[later], key=lambda row: row[1])
                if first > last:
                    text = f"the first {earlier} is later than every {later} "
                    text += '({id} "{date}"); '.format(**events.loc[other])
                    yield Finding("events", line, f"{text}correct the date that is wrong")


@rule("events")
def closures_follow_a_centre(events: pd.DataFrame) -> Findings:
    """Only what was approved or opened before can be closed."""
    for own in _histories(events).values():
        begun = min((first for kind in FUNDED for first, _, _ in own.get(kind, ())), default=None)
        for _, last, line in own.get("closure", ()):
            if begun is None or last < begun:
                text = "closure without an earlier approval, grant or opening; add it"
                yield Finding("events", line, text)


@rule("events")
def only_plans_announce(events: pd.DataFrame) -> Findings:
    """`announces` is for `planned` events."""
    loud = events[(events["announces"] != "") & (events["event"] != "planned")]
    for line, row in by_line(loud):
        text = f'{row["event"]} announces "{row["announces"]}"; leave announces empty'
        yield Finding("events", line, text)


@rule("events")
def reasons_are_known(events: pd.DataFrame) -> Findings:
    """The reasons against a KIZ are codes of the vocabulary, separated by spaces."""
    for line, row in by_line(events):
        for reason in row["reasons"].split():
            if reason not in REASONS:
                text = f'reason "{reason}" is unknown; use {", ".join(REASONS)}'
                yield Finding("events", line, text)


@rule("events")
def derived_events_say_why(events: pd.DataFrame) -> Findings:
    """Only approvals, grants and openings are derived, their note says from what, and none is
    of high confidence, since no source names the district.
    """
    for line, row in by_line(events[events["basis"] == "derived"]):
        if row["event"] not in FUNDED:
            text = f"{row['event']} cannot be derived; write direct"
            yield Finding("events", line, text)
        if not row["note_de"] or not row["note_en"]:
            text = "derived without a note; add to note_de and note_en from what"
            yield Finding("events", line, text)
        if row["confidence"] == "high":
            yield Finding("events", line, "derived, yet of high confidence; write medium")


def _span(row: Row) -> Span | None:
    try:
        return event_span(row["date"], row["event"])
    except DateError:
        return None


def _histories(events: pd.DataFrame) -> dict[str, dict[str, list[tuple[date, date, int]]]]:
    """Per district and kind: first day, last day and line of every event with a readable date."""
    found: dict[str, dict[str, list[tuple[date, date, int]]]] = {}
    for line, row in by_line(events):
        if span := _span(row):
            found.setdefault(row["ags"], {}).setdefault(row["event"], []).append((*span, line))
    return found
