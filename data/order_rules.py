"""The rules that warn of what can be, but seldom is: it has to be acknowledged in the row.

A row does so by naming the id of the other row in both of its notes. Source: data/README.md,
section The check.
"""

from contextlib import suppress
from itertools import combinations

import pandas as pd

from adoption.dates import DateError, event_span
from adoption.vocabulary import MILESTONES
from data.event_rules import ORDERED
from data.findings import Finding, Findings, Row, by_line, rule


@rule("events")
def an_event_is_told_once(events: pd.DataFrame) -> Findings:
    """Two acts of the same kind, body and date are one under two ids, or say that they differ."""
    same = ["ags", "event", "date", "body"]
    doubled = events[events.duplicated(same, keep=False)]
    for _, rows in doubled.groupby(same, sort=False):
        for (_, first), (line, second) in combinations(by_line(rows), 2):
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
        for earlier in firsts:
            begin, _, line = firsts[earlier][0]
            before = [
                own.loc[other]
                for later in MILESTONES[MILESTONES.index(earlier) + 1 :]
                if later in firsts and (earlier, later) not in ORDERED
                for _, end, other in (firsts[later][1],)
                if begin > end and not _acknowledged(own.loc[line], own.loc[other])
            ]
            if before:
                yield Finding("events", line, _late(own.loc[line], before))


def _late(row: Row, before: list[Row]) -> str:
    others = ", ".join(f'{other["id"]} "{other["date"]}"' for other in before)
    text = f'warning: {row["id"]} "{row["date"]}" comes after {others}, which is unusual; '
    return f"{text}correct the wrong date, or if it was so say so: {_how(*before)}"


def _firsts(own: pd.DataFrame) -> dict[str, tuple]:
    """Per kind the event with the earliest first day and that with the earliest last day, as
    (first day, last day, line); no event whose id tells of another district or kind.
    """
    spans: dict[str, list[tuple]] = {}
    for line, row in by_line(own):
        if row["id"].startswith(f"{row['ags']}-{row['event']}-"):
            with suppress(DateError):
                spans.setdefault(row["event"], []).append(
                    (*event_span(row["date"], row["event"]), line)
                )
    return {
        kind: (min(rows), min(rows, key=lambda row: (row[1], row[2])))
        for kind, rows in spans.items()
        if rows
    }


def _acknowledged(one: Row, other: Row) -> bool:
    return any(
        row["id"] and row["id"] in about["note_de"] and row["id"] in about["note_en"]
        for row, about in ((one, other), (other, one))
    )


def _how(*others: Row) -> str:
    return f"name {', '.join(other['id'] for other in others)} in note_de and note_en"
