"""The steps of the law below the curve: a tick for each, and parts of the strip to be told by."""

from datetime import date
from itertools import pairwise

import htpy as h
import pandas as pd

from components.base.wording import Wording
from components.html.curve_lists import law_anchor
from components.looks import curve as looks

#: A part of the strip is no narrower than this, so that a finger can meet it: pixels.
TARGET = 26
#: How many months a part may be.
PERIODS = (3, 6, 12, 24, 48)


def ticks(law: pd.DataFrame, last: date) -> h.Element:
    """A tick at each day with a step."""
    return h.div(".curve-strip", aria_hidden="true")[
        [h.i(style=f"left:{100 * place:.2f}%") for place in _places(law, last)]
    ]


def gap(law: pd.DataFrame, last: date) -> tuple[float, float]:
    """Where the widest gap between the ticks begins, and how wide it is, from 0 to 1.

    Raises ValueError where there is no step.
    """
    places = [*_places(law, last), 1.0]
    return max(((one, after - one) for one, after in pairwise(places)), key=lambda gap: gap[1])


def _places(law: pd.DataFrame, last: date) -> list[float]:
    return [looks.place(day, last) for day in sorted(set(law["first_day"].dt.date))]


def parts(
    law: pd.DataFrame, last: date, layout: str, width: float, words: Wording
) -> h.Element | None:
    """The strip in parts of equal time, each with a step as the way to it in the list.

    Under pointer and focus a part tells its steps. A part is as short as `width` allows.
    """
    if law.empty:
        return None
    span = (last - looks.START).days
    months = next(n for n in PERIODS if width * n * 30.4 / span >= TARGET or n == PERIODS[-1])
    days = law["first_day"].dt
    period = ((days.year - looks.START.year) * 12 + days.month - 1) // months
    return h.ol(".curve-law", aria_label=words("curve.key.milestones"))[
        [
            _part(own, _bounds(int(number), months, last), f"{layout}-{number}", words)
            for number, own in law.groupby(period)
        ]
    ]


def _bounds(number: int, months: int, last: date) -> tuple[float, float]:
    """Where a part begins and ends in the strip, from 0 to 1."""
    first = _month(number * months)
    end = min(_month((number + 1) * months), last)
    return looks.place(first, last), looks.place(end, last)


def _month(count: int) -> date:
    return date(looks.START.year + count // 12, count % 12 + 1, 1)


def _part(steps: pd.DataFrame, bounds: tuple[float, float], name: str, words: Wording) -> h.Element:
    left, right = bounds
    style = f"--left:{100 * left:.2f}%;--width:{100 * (right - left):.2f}%"
    first, last = (words.month(steps["first_day"].iloc[place]) for place in (0, -1))
    when = first if first == last else words("curve.law.span", first=first, last=last)
    label, tip = words("curve.law.part", n=len(steps), when=when), f"law-{name}"
    told = [
        h.span[h.b[words.day(step.first_day.date())], f" {_summary(step, words)}"]
        for step in steps.itertuples()
    ]
    address = f"#{law_anchor(steps['id'].iloc[0])}"
    return h.li(class_="late" if left > 0.5 else None, style=style)[
        h.a(href=address, aria_label=label, aria_describedby=tip),
        h.span(".tip", id=tip)[told],
    ]


def _summary(step: tuple, words: Wording) -> str:
    return getattr(step, f"summary_{words.language}")
