"""The way of one district as a picture: one row per event, spans drawn as spans, on one axis.

Plain HTML: the labels are text that wraps, reads aloud and prints; a day is a point, an
imprecise date a bar over all the days that it may mean. Acts are filled, voices hollow.
"""

from collections.abc import Mapping
from datetime import date
from html import escape

import pandas as pd

from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from components.base.wording import Wording
from components.html.parts import caveat_html
from components.looks import theme
from components.looks.timeline import STATUS_OF, place, years


def timeline_html(
    groups: Mapping[str, pd.DataFrame], milestones: pd.DataFrame, day: date, words: Wording
) -> str:
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
    named = "".join(f"<i>{year}</i>" for year in span)
    lines = {"law": TALK_FLOOR, "funding": FUNDING_FLOOR, "now": day}
    places = [f"--{name}:{place(when, span):.2%}" for name, when in lines.items()]
    style = ";".join([f"--years:{len(span)}", *places])
    parts = [_law(milestones, span, words)]
    for name, events in groups.items():
        if not events.empty:
            title = f"<h3>{escape(words(f'timeline.{name}'))}</h3>"
            parts.append(f'{title}<ol class="{name}">{_rows(events, span, words)}</ol>')
    return (
        f'<div class="timeline" style="{style}">'
        f'<div class="axis" aria-hidden="true">{named}</div>{"".join(parts)}</div>'
    )


def _rows(events: pd.DataFrame, span: range, words: Wording) -> str:
    told = events.sort_values(["last_day", "first_day"], kind="stable")
    return "".join(_row(event, span, words) for event in told.itertuples(index=False))


def _row(event: tuple, span: range, words: Wording) -> str:
    """Date as known, what happened and who acted, linked to the history; beside it the mark."""
    what = f"{words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    tag = caveat_html(event.basis, event.confidence, words)
    status = STATUS_OF[event.event]
    sign = theme.REFUSED_MARK if event.event == "rejection" else ""
    unsure = " unsure" if event.confidence == "low" or event.event == "planned" else ""
    fill = theme.STATUS_COLOURS[status]
    style = f"background:{fill};color:{theme.ink_on(fill)}"
    return (
        f'<li><a href="#{event.id}"><b>{escape(words.known(event.date))}</b> {escape(what)}</a>'
        f'{tag}<span class="track" aria-hidden="true">'
        f"{_mark(event, span, f'{event.event}{unsure}', style, sign)}</span></li>"
    )


def _law(milestones: pd.DataFrame, span: range, words: Wording) -> str:
    """One row with all steps of the law; what each is stands in the list below the picture."""
    inside = milestones[
        milestones["first_day"].dt.year.isin(span) & milestones["last_day"].dt.year.isin(span)
    ]
    marks = "".join(_mark(step, span, "step") for step in inside.itertuples(index=False))
    label = escape(words("timeline.law", n=len(inside)))
    return (
        f'<ol class="steps"><li><span class="label">{label}</span>'
        f'<span class="track" aria-hidden="true">{marks}</span></li></ol>'
    )


def _mark(row: tuple, span: range, kind: str, style: str = "", sign: str = "") -> str:
    """A point for a day, a bar over every day that the date may mean."""
    first, last = row.first_day.date(), row.last_day.date()
    left = place(first, span)
    if first == last:
        return f'<i class="day {kind}" style="left:{left:.2%};{style}">{sign}</i>'
    width = place(last, span) - left
    return f'<i class="span {kind}" style="left:{left:.2%};width:{width:.2%};{style}">{sign}</i>'
