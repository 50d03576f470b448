"""The rules that warn of what can be, but seldom is: it has to be acknowledged in the row.

A row does so by naming the id of the other row in both of its notes. Source: data/README.md,
section The check.
"""

from itertools import combinations

import pandas as pd

from adoption.dates import DateError, event_span
from adoption.vocabulary import MILESTONES
from data.event_rules import ORDERED
from data.findings import Finding, Findings, rule


@rule("events")
def an_event_is_told_once(events: pd.DataFrame) -> Findings:
    """Two acts of the same kind, body and date are one under two ids, or say that they differ."""
    same = ["ags", "event", "date", "body"]
    doubled = events[events.duplicated(same, keep=False)]
    for _, rows in doubled.groupby(same, sort=False):
        for (_, first), (line, second) in combinations(rows.iterrows(), 2):
            if first["id"] != second["id"] and not _acknowledged(first, second):
                text = f"warning: {second['id']} has the district, kind, date and body of "
                text += (
                    f"{first['id']}; merge the two (delete this row), or if they differ say so: "
                )
                yield Finding("events", line, text + _how(first))


@rule("events")
def milestones_come_in_the_usual_order(events: pd.DataFrame) -> Findings:
    """Decision, application, approval, grant and opening mostly come in this order.

    Of two kinds the first possible day of the one is compared with the last possible day of
    the other's first. The pairs that `event_rules` calls impossible are left to it.
    """
    for _, own in events[events["event"].isin(MILESTONES)].groupby("ags", sort=False):
        firsts = _firsts(own)
        for earlier, later in combinations(MILESTONES, 2):
            if {earlier, later} <= firsts.keys() and (earlier, later) not in ORDERED:
                (begin, _, late), (_, end, early) = firsts[earlier][0], firsts[later][1]
                if begin > end:
                    yield from _swapped(own.loc[late], own.loc[early], late)


def _swapped(late: pd.Series, early: pd.Series, line: int) -> Findings:
    if _acknowledged(late, early):
        return
    text = f'warning: {late["id"]} "{late["date"]}" comes after {early["id"]} "{early["date"]}", '
    text += "which is unusual; correct the wrong date, or if it was so say so: "
    yield Finding("events", line, text + _how(early))


def _firsts(own: pd.DataFrame) -> dict[str, tuple]:
    """Per kind the event with the earliest first day and that with the earliest last day, as
    (first day, last day, line).
    """
    spans: dict[str, list[tuple]] = {}
    for line, row in own.iterrows():
        try:
            first, last = event_span(row["date"], row["event"])
        except DateError:
            continue
        spans.setdefault(row["event"], []).append((first, last, line))
    return {
        kind: (min(rows), min(rows, key=lambda row: (row[1], row[2])))
        for kind, rows in spans.items()
    }


def _acknowledged(one: pd.Series, other: pd.Series) -> bool:
    return any(
        row["id"] and row["id"] in about["note_de"] and row["id"] in about["note_en"]
        for row, about in ((one, other), (other, one))
    )


def _how(other: pd.Series) -> str:
    return f"name {other['id']} in note_de and note_en"
