"""The one control of the time: the curve as an axis, days to jump to, steps, play, a field."""

from datetime import date
from itertools import count, pairwise
from typing import NamedTuple

import htpy as h
import pandas as pd

from components.base.choice import FIRST_DAY
from components.base.wording import Wording
from components.map.axis import GAP, Axis, place

SPEEDS = ("slow", "medium", "fast")
_ARROWS = {"earlier": "M10 3L5 8l5 5", "later": "M6 3l5 5-5 5"}


class Stop(NamedTuple):
    """The last day of all, what it is called, and what it is called on the axis, if otherwise."""

    day: date
    label: str
    short: str = ""


class Face(NamedTuple):
    """What the control shows: the curve, a day, the last day that can be chosen, days to jump to.

    `jumps` is the table `days`: first_day, label and reason in both languages. `evidence` is the
    date of the last evidence (EDTF), which has a mark where it lies between axis and last stop.
    """

    axis: Axis
    day: date
    stop: Stop
    jumps: pd.DataFrame
    evidence: str

    @property
    def length(self) -> int:
        """The months of the axis."""
        return round(place(min(date.fromisoformat(self.axis.end), self.stop.day)))

    @property
    def whole(self) -> int:
        """The same with the last stop."""
        return self.length + GAP

    @property
    def between(self) -> list[tuple[date, float]]:
        """The days behind the axis that have a place of their own: its end, the last evidence, if
        it is later than that, the last stop.
        """
        end, known = (date.fromisoformat(day) for day in (self.axis.end, self.axis.evidence))
        ends = [(end, self.length), (self.stop.day, self.whole)]
        return sorted([*ends, *([(known, self.length + GAP / 2)] if self.marked else [])])

    @property
    def marked(self) -> bool:
        """Whether the last evidence lies between the axis and the last stop."""
        return self.axis.end < self.axis.evidence < self.stop.day.isoformat()

    @property
    def at(self) -> float:
        """Where the day stands."""
        if self.day >= self.stop.day:
            return self.whole
        if self.day.isoformat() <= self.axis.end:
            return place(self.day)
        for (start, left), (end, right) in pairwise(self.between):
            if self.day <= end:
                return left + (right - left) * ((self.day - start) / (end - start))
        return self.whole


def clock(face: Face, words: Wording, played: bool = True) -> h.Element:
    """The control; `played` is whether there is something beside it that moves when it plays."""
    data = {"data-stop": face.stop.day.isoformat(), "data-day": face.day.isoformat()}
    return h.div(".clock", data, role="group", aria_label=words("clock.title"))[
        h.div(".run")[
            played and _play(words),
            _field(face.day, words),
            h.div(".steps")[[_step(name, words) for name in _ARROWS]],
            _jumps(face, words),
        ],
        h.p("#kiz-wrong.wrong", role="alert"),
        h.div(".axis")[
            _curve(face),
            _range(face, words),
            face.marked and _evidence(face, words),
            h.div(".marker", style=f"left:{face.at / face.whole:.2%}", aria_hidden="true")[h.b],
            h.ol(".years", aria_hidden="true")[_years(face)],
        ],
    ]


def _field(day: date, words: Wording) -> h.Element:
    return h.label(".day")[
        h.span[words("control.day")],
        h.input(
            type="text",
            value=words.day(day),
            autocomplete="off",
            spellcheck="false",
            aria_describedby="kiz-wrong",
        ),
    ]


def _range(face: Face, words: Wording) -> h.Element:
    return h.input(
        type="range",
        min="0",
        max=str(face.whole),
        step="1",
        value=str(round(face.at)),
        aria_label=words("clock.axis"),
        aria_valuetext=words.day(face.day),
        aria_describedby=face.marked and "kiz-evidence",
    )


def _evidence(face: Face, words: Wording) -> h.Element:
    """The mark where the evidence ends."""
    at = (face.length + GAP / 2) / face.whole
    return h.p(".evidence", id="kiz-evidence", style=f"left:{at:.2%}")[
        h.span[words("clock.evidence", date=words.date(face.evidence))]
    ]


def _play(words: Wording) -> list[h.Element]:
    options = [
        h.option(value=str(number), selected=name == "medium")[words(f"clock.speed.{name}")]
        for number, name in enumerate(SPEEDS)
    ]
    return [
        h.button(".play", type="button")[words("clock.play")],
        h.select(".speed", aria_label=words("clock.speed"))[options],
    ]


def _step(name: str, words: Wording) -> h.Element:
    arrow = h.svg(viewBox="0 0 16 16", aria_hidden="true")[h.path(d=_ARROWS[name])]
    label = h.span(".told")[words(f"clock.{name}")]
    way = {"data-way": words(f"clock.{name}"), "title": words("clock.shift")}
    return h.button(way, class_=name, type="button")[
        (arrow, label) if name == "earlier" else (label, arrow)
    ]


def _jumps(face: Face, words: Wording) -> h.Element:
    """One stop of the Tab key; the arrow keys move between the days."""
    language, stop = words.language, face.stop
    told = (face.jumps[name] for name in ("first_day", f"label_{language}", f"reason_{language}"))
    rows = [(day.date(), *texts) for day, *texts in zip(*told, strict=True)]
    days = [(day, words.day(day), *texts) for day, *texts in rows if day < stop.day]
    return h.div(".jumps", role="toolbar", aria_label=words("clock.jumps"))[
        [
            h.button(
                type="button",
                tabindex="-1" if number else "0",
                data_day=day.isoformat(),
                title=" – ".join(filter(None, (short, why))) or None,
            )[written]
            for number, (day, written, short, why) in enumerate(
                [*days, (stop.day, stop.label, "", "")]
            )
        ]
    ]


def _curve(face: Face) -> h.Element:
    box = {"viewBox": f"0 0 {face.whole} {face.axis.top}", "preserveAspectRatio": "none"}
    return h.svg(".curve", box, aria_hidden="true")[
        h.path(".band", d=face.axis.band), h.path(".line", d=face.axis.line)
    ]


def _years(face: Face) -> list[h.Element]:
    """The years at their beginnings, and the last stop."""
    years = [h.li(style="left:0.00%")[str(FIRST_DAY.year)]]
    for year in count(FIRST_DAY.year + 1):
        start = place(date(year - 1, 12, 31))
        if start >= face.length:
            return [*years, h.li(".stop")[face.stop.short or face.stop.label]]
        years.append(h.li(style=f"left:{start / face.whole:.2%}")[str(year)])
