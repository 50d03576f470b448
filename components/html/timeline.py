"""The way of one district as a picture: one row per event, spans drawn as spans, on one axis.

Plain HTML: the labels are text that wraps, reads aloud and prints; a day is a point, an
imprecise date a bar over all the days that it may mean. Acts are filled, voices hollow.
"""

from collections.abc import Mapping
from datetime import date

import htpy as h
import pandas as pd

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from components.base.wording import Wording
from components.html import parts
from components.looks import theme
from components.looks.timeline import STATUS_OF, place, unsure, years


def timeline(
    groups: Mapping[str, pd.DataFrame], milestones: pd.DataFrame, day: date, words: Wording
) -> h.Element:
    """The picture: the axis, the steps of the law, then every group with its events.

    Parameters
    ----------
    groups
        The district's events by the key of their heading (`acts`, `voices`); empty ones
        are left out.
    milestones
        All steps of the law; those outside the years of the axis are left out.
    day
        The day of the page, drawn as a line where it lies within; so are the days of the
        law and of the funding guideline.
    """
    span = years(pd.concat(groups.values()))
    lines = {"law": TALK_FLOOR, "funding": FUNDING_FLOOR, "now": day}
    places = [f"--{name}:{place(when, span):.2%}" for name, when in lines.items()]
    return h.div(".timeline", style=";".join([f"--years:{len(span)}", *places]))[
        h.div(".axis", aria_hidden="true")[[h.i[str(year)] for year in span]],
        _law(milestones, span, words),
        [
            (h.h3[words(f"timeline.{name}")], h.ol(class_=name)[_rows(events, span, words)])
            for name, events in groups.items()
            if not events.empty
        ],
    ]


def _rows(events: pd.DataFrame, span: range, words: Wording) -> list[h.Element]:
    ordered = events.sort_values(["last_day", "first_day"], kind="stable")
    return [_row(event, span, words) for event in ordered.itertuples(index=False)]


def _row(event: tuple, span: range, words: Wording) -> h.Element:
    """Date as known, what happened and who acted, linked to the history; beside it the mark."""
    what = f"{words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    return h.li[
        h.a(href=f"#{event.id}")[h.b[words.date(event.date)], f" {what}"],
        parts.caveat(event.basis, event.confidence, words),
        h.span(".track", aria_hidden="true")[_event_mark(event, span)],
    ]


def _event_mark(event: tuple, span: range) -> h.Element:
    fill = theme.STATUS_COLOURS[STATUS_OF[event.event]]
    style = f"background:{fill};color:{theme.ink_on(fill)}"
    sign = theme.REFUSED_MARK if event.event == "rejection" else ""
    kind = f"{event.event} unsure" if unsure(event) else event.event
    return _mark(event, span, kind, style, sign)


def _law(milestones: pd.DataFrame, span: range, words: Wording) -> h.Element:
    """One row with all steps of the law; what each is stands in the list below the picture."""
    inside = milestones[
        milestones["first_day"].dt.year.isin(span) & milestones["last_day"].dt.year.isin(span)
    ]
    marks = [_mark(step, span, "step") for step in inside.itertuples(index=False)]
    return h.ol(".steps")[
        h.li[
            h.span(".label")[words("timeline.law", n=len(inside))],
            h.span(".track", aria_hidden="true")[marks],
        ]
    ]


def _mark(row: tuple, span: range, kind: str, style: str = "", sign: str = "") -> h.Element:
    """A point for a day, a bar over every day that the date may mean."""
    first, last = row.first_day.date(), row.last_day.date()
    left = place(first, span)
    if first == last:
        return h.i(class_=f"day {kind}", style=f"left:{left:.2%};{style}")[sign]
    width = place(last, span) - left
    return h.i(class_=f"span {kind}", style=f"left:{left:.2%};width:{width:.2%};{style}")[sign]
