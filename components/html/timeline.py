"""The way of one district as a picture: one row per event, spans drawn as spans, on one axis.

Plain HTML: the labels are text that wraps, reads aloud and prints; a day is a point, an
imprecise date a bar over all the days that it may mean. Acts are filled, voices hollow.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import htpy as h
import pandas as pd

from adoption import known
from adoption.dates import FUNDING_FLOOR, TALK_FLOOR
from adoption.lasting import Evidence
from components.base.links import Links
from components.base.wording import Wording
from components.facts.beside import Way
from components.html import parts
from components.looks import theme
from components.looks.timeline import STATUS_OF, Axis, unsure, years
from components.words import dossier as sentences
from components.words.status import label


def timeline(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    day: date,
    words: Wording,
    evidence: Evidence | None = None,
) -> h.Element:
    """The picture: the axis, the steps of the law, then every group with its events; apart from
    them what came after the day, and at last where the evidence ends.

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
    evidence
        The last evidence of the district, which has a row of its own.
    """
    axis = Axis(years(pd.concat(groups.values())), evidence and evidence.day)
    lines = {"law": TALK_FLOOR, "funding": FUNDING_FLOOR, "now": day}
    places = [f"--{name}:{axis.place(when):.2%}" for name, when in lines.items()]
    end = evidence and _end(evidence, axis, words)
    ends_later = evidence is not None and evidence.day > day
    after = [*_part(groups, milestones, axis, (day, True), words), ends_later and end]
    return h.div(".timeline", style=";".join([f"--years:{len(axis.labels)}", *places]))[
        _years(axis),
        _part(groups, milestones, axis, (day, False), words),
        not ends_later and end,
        any(after)
        and h.div(".later")[h.p(".title")[words("dossier.later", day=words.day(day))], after],
    ]


def _part(
    groups: Mapping[str, pd.DataFrame],
    milestones: pd.DataFrame,
    axis: Axis,
    since: tuple[date, bool],
    words: Wording,
) -> list[h.Node]:
    """The steps of the law and the groups of what came after the day, or of all else."""
    day, later = since
    drawn: list[h.Node] = []
    steps = milestones[known.times(milestones, day).eq("later") == later]
    if not later or len(_inside(steps, axis)):
        drawn.append(_law(steps, axis, words))
    for name, events in groups.items():
        times = known.times(events, day)
        some = events.assign(when=times)[times.eq("later") == later]
        if not some.empty:
            # No headings: the history below has the same ones.
            title = h.p(".title.below" if later else ".title")[words(f"timeline.{name}")]
            drawn += [title, h.ol(class_=name)[_rows(some, axis, words)]]
    return drawn


def _years(axis: Axis) -> h.Element:
    """Each year at its own line. Where they get narrow every second one stands, then every
    fourth: counted from the year behind the break, if there is one, which always stands.
    """
    last = len(axis.labels) - 1
    names = []
    for place, year in enumerate(axis.labels):
        off = abs(place - last) if axis.beyond else place
        every = min(off & -off, 8) or 8
        style = f"left:{place / (last + 1):.2%};--every:{every}"
        apart = "apart" if axis.beyond and place == last else None
        names.append(h.i(class_=apart, style=style)[h.span[year]])
    return h.div(".axis", aria_hidden="true")[names]


def _end(evidence: Evidence, axis: Axis, words: Wording) -> h.Element:
    """The row of the last evidence: what comes after it nobody has told."""
    left = axis.place(evidence.day)
    return h.ol(".ends")[
        h.li[
            h.span(".label")[h.b[words.date(evidence.date)], " ", words("timeline.evidence")],
            h.span(".track", aria_hidden="true")[h.i(".end", style=f"left:{left:.2%}")],
        ]
    ]


def _rows(events: pd.DataFrame, axis: Axis, words: Wording) -> list[h.Element]:
    ordered = events.sort_values(["last_day", "first_day"], kind="stable")
    return [_row(event, axis, words) for event in ordered.itertuples(index=False)]


def _row(event: tuple, axis: Axis, words: Wording) -> h.Element:
    """Date as known, what happened and who acted, linked to the history; beside it the mark."""
    what = f"{words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    return h.li[
        h.a(href=f"#{event.id}")[h.b[words.date(event.date)], f" {what}"],
        _marks(event, words),
        h.span(".track", aria_hidden="true")[_event_mark(event, axis)],
    ]


def _event_mark(event: tuple, axis: Axis) -> h.Element:
    fill = theme.STATUS_COLOURS[STATUS_OF[event.event]]
    style = f"background:{fill};color:{theme.ink_on(fill)}"
    sign = theme.REFUSED_MARK if event.event == "rejection" else ""
    kind = f"{event.event} unsure" if unsure(event) else event.event
    return _mark(event, axis, kind, style, sign)


def _marks(event: tuple, words: Wording) -> h.Node:
    """What is to be said against its date: derived, unsure; perhaps already."""
    perhaps = sentences.perhaps(event, words)
    caveat = parts.caveat(event.basis, event.confidence, words)
    return (caveat or perhaps) and h.span(".marks")[
        caveat, perhaps and h.fragment[" ", h.span(".caveat")[perhaps]]
    ]


def _inside(milestones: pd.DataFrame, axis: Axis) -> pd.DataFrame:
    """The steps of the law within the years of the axis."""
    days = milestones[["first_day", "last_day"]]
    return milestones[days.apply(lambda day: day.dt.year).isin(axis.years).all(axis=1)]


def _law(milestones: pd.DataFrame, axis: Axis, words: Wording) -> h.Element:
    """One row with all steps of the law; what each is stands in the list below the picture."""
    inside = _inside(milestones, axis)
    marks = [_mark(step, axis, "step") for step in inside.itertuples(index=False)]
    return h.ol(".steps")[
        h.li[
            h.span(".label")[words("timeline.law", n=len(inside))],
            h.span(".track", aria_hidden="true")[marks],
        ]
    ]


def _mark(row: tuple, axis: Axis, kind: str, style: str = "", sign: str = "") -> h.Element:
    """A point for a day, a bar over every day that the date may mean."""
    first, last = row.first_day.date(), row.last_day.date()
    left = axis.place(first)
    if first == last:
        return h.i(class_=f"day {kind}", style=f"left:{left:.2%};{style}")[sign]
    width = axis.place(last) - left
    return h.i(class_=f"span {kind}", style=f"left:{left:.2%};width:{width:.2%};{style}")[sign]


def stacked(
    ways: Sequence[Way], milestones: pd.DataFrame, day: date, links: Links, words: Wording
) -> h.Element:
    """Several districts on one axis: the steps of the law, then one row for each of them.

    Acts stand above, voices below; what came after the day is paler. What the marks mean is told
    in each row where the reader opens it.
    """
    axis = Axis(years(pd.concat([events for way in ways for events in way[1:]])))
    lines = {"law": TALK_FLOOR, "funding": FUNDING_FLOOR, "now": day}
    places = [f"--{name}:{axis.place(when):.2%}" for name, when in lines.items()]
    return h.div(".timeline.stacked", style=";".join([f"--years:{len(axis.labels)}", *places]))[
        _years(axis),
        _law(milestones, axis, words),
        h.ol(".ways")[[_way(way, axis, day, links, words) for way in ways]],
    ]


def _way(way: Way, axis: Axis, day: date, links: Links, words: Wording) -> h.Element:
    """One district: name and status of the day, its marks, and its events in words."""
    standing = way.standing
    events = pd.concat([way.acts, way.voices]).sort_values(["last_day", "first_day"])
    status = label(standing["status"], standing["body"], standing["kind"], words)
    lanes = {"acts": way.acts, "voices": way.voices}
    return h.li[
        h.span(".label")[
            h.b[parts.district_link(standing["ags"], standing["name"], links, words)],
            parts.status(standing["status"], status),
        ],
        h.details[
            h.summary[words("beside.events", n=len(events))],
            h.ol[[_told(event, words) for event in events.itertuples(index=False)]],
        ],
        h.span(".track", aria_hidden="true")[
            [
                h.span(class_=f"{name} after" if event.first_day.date() > day else name)[
                    _event_mark(event, axis)
                ]
                for name, events in lanes.items()
                for event in events.itertuples(index=False)
            ]
        ],
    ]


def _told(event: tuple, words: Wording) -> h.Element:
    what = f"{words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    mark = parts.caveat(event.basis, event.confidence, words)
    return h.li[h.b[words.date(event.date)], f" {what}", mark]
