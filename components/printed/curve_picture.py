"""The adoption curve as a finished picture: the same band, lines and points as on the screen."""

from datetime import date
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from components.base.wording import Wording
from components.facts.curve import Curve
from components.figures import curve_marks
from components.looks import curve as curve_looks
from components.looks import theme
from components.printed import curve_lines, key, typeset
from components.printed.fonts import BOLD
from components.printed.key import Entry
from components.printed.paper import Paper
from components.printed.sheet import BODY, QUIET, Box, Sheet
from components.words.headline import Headline

COUNTS = curve_lines.counts_look(certain=2.2, possible=1.6)
TICK = {"color": QUIET, "marker": "|", "markersize": 11, "markeredgewidth": 1.6}
SYMBOLS = {"circle": "o", "x-thin": "x"}
#: Inches: the room of the axis labels, of the strip for the law, of the line of the day above.
LEFT, YEARS, STRIP, ABOVE = 0.42, 0.24, 0.2, 0.24
HEADING, SIZE = BODY._replace(weight=BOLD), 9.5
#: How far, in parts of the axis, a line ends from the next so that its name stands beside it.
CLEAR = 0.09


class Captions(NamedTuple):
    """The sentences around the curve.

    `line` is the headline of the day of the choice, `heading` what the axis counts, to stand
    over it, `notes` what it means, where a bare number does not say it.
    """

    line: Headline
    heading: str
    notes: tuple[str, ...] = ()


def sheet(
    curve: Curve, points: pd.DataFrame, law: pd.DataFrame, captions: Captions, paper: Paper
) -> Sheet:
    """How many have had a KIZ since 2012, up to the last day of the curve.

    Parameters
    ----------
    curve, points, law
        As `components.facts.curve` returns them, nothing in them later than the end of the
        curve.
    """
    drawn, words = paper.sheet(captions.line, notes=captions.notes), paper.words
    beside = _beside(curve)
    entries = _entries(curve, beside, words)
    body, top = drawn.body, _heading(drawn, captions.heading)
    foot = body.bottom + key.height(entries, body.width) + 0.1
    high = top - ABOVE - foot - YEARS - STRIP
    left, width = body.left + LEFT, body.width - LEFT - 0.08
    strip = drawn.axes(Box(left, foot + YEARS, width, STRIP))
    axes = drawn.axes(Box(left, foot + YEARS + STRIP, width, high))
    _axes(axes, strip, curve)
    _lines(axes, curve)
    if curve.measure != "population":
        _totals(axes, curve, points, words)
    steps = [day.date().toordinal() for day in law["first_day"]]
    strip.plot(steps, [0.5] * len(steps), linestyle="none", clip_on=False, **TICK)
    _day(axes, paper.choice.day, words)
    _names(axes, curve, beside, words)
    key.draw(drawn, Box(body.left, body.bottom, body.width, foot - 0.1 - body.bottom), entries)
    return drawn


def _heading(drawn: Sheet, text: str) -> float:
    """What the axis counts, at the top of the body; returns the top of what follows."""
    top = drawn.body.top
    for line in typeset.balanced(text, drawn.body.width, HEADING):
        top = drawn.write(line, drawn.body.left, top, HEADING)
    return top


def _axes(axes: Axes, strip: Axes, curve: Curve) -> None:
    """Time below, whole years; the count from zero to all; the strip of the law between."""
    last = _end(curve)
    step, unit = (10, "") if curve.measure == "number" else (20, " %")
    ticks = [*range(0, curve.top, step), curve.top]
    axes.set(xlim=(curve_looks.START.toordinal(), last.toordinal()), ylim=(0, curve.top * 1.02))
    axes.set_yticks(ticks, [f"{tick}{unit}" for tick in ticks], size=SIZE, color=theme.INK)
    every = 1 if last.year - curve_looks.START.year < 9 else 2
    years = range(curve_looks.START.year, last.year + 1, every)
    days = [date(year, 1, 1).toordinal() for year in years]
    axes.set_xticks(days, [""] * len(days))
    curve_lines.ground(axes, 0.7)
    strip.set(xlim=axes.get_xlim(), ylim=(0, 1), yticks=[])
    strip.set_xticks(days, [str(year) for year in years], size=SIZE, color=theme.INK)
    strip.tick_params(color=QUIET, length=3)
    strip.spines[["top", "right", "left"]].set_visible(False)
    strip.spines["bottom"].set_color(QUIET)


def _lines(axes: Axes, curve: Curve) -> None:
    """The band of the number, the named counts, each kind of district."""
    curve_lines.band(axes, curve.steps)
    for kind, steps in curve.kinds.items():
        curve_lines.line(axes, steps, "certain", gid=kind, **_kind(kind))
    for name, look in COUNTS.items():
        curve_lines.line(axes, curve.steps, name, gid=name, clip_on=False, **look)


def _totals(axes: Axes, curve: Curve, points: pd.DataFrame, words: Wording) -> None:
    """The published totals where the screen has them; bars where their day is not known."""
    bars = curve_marks.spans(curve, points)
    x = [date.fromisoformat(day).toordinal() if day else float("nan") for day in bars.x]
    y = [float("nan") if value is None else value for value in bars.y]
    axes.plot(x, y, color=QUIET, linewidth=1, marker="|", markersize=6, zorder=3)
    for role in curve_looks.ROLES:
        spots = curve_marks.totals(curve, points, role, words)
        x = [date.fromisoformat(day).toordinal() for day in spots.x]
        look = _point(role)
        axes.plot(x, spots.y, linestyle="none", clip_on=False, zorder=4, gid=role, **look)


def _day(axes: Axes, day: date, words: Wording) -> None:
    """The chosen day as an upright line with its name above."""
    x, (first, last) = day.toordinal(), axes.get_xlim()
    part = (x - first) / (last - first)
    side = "left" if part < 0.1 else "right" if part > 0.9 else "center"
    axes.axvline(x, color=theme.INK, linewidth=1, zorder=2.5)
    look = {"size": SIZE, "weight": BOLD, "color": theme.INK, "va": "bottom", "ha": side}
    over = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
    axes.annotate(words.day(day), (x, 1), (0, 2), parse_math=False, **over, **look)


def _names(axes: Axes, curve: Curve, beside: list[str], words: Wording) -> None:
    """The names of the lines that end apart from all others, over their ends."""
    for kind in beside:
        value, look = curve.kinds[kind]["certain"].iloc[-1], {"size": SIZE, "ha": "right"}
        text = words("curve.key.kind", kind=words(f"kinds.{kind}"))
        place = (_end(curve).toordinal(), value + curve.top * 0.012)
        axes.text(*place, text, va="bottom", color=curve_looks.KINDS[kind][0], **look)


def _beside(curve: Curve) -> list[str]:
    """The kinds whose line ends so far from every other that its name can stand there."""
    ends = {kind: steps["certain"].iloc[-1] for kind, steps in curve.kinds.items()}
    last = curve.steps.iloc[-1]
    return [
        kind
        for kind, end in ends.items()
        if all(
            abs(end - other) > CLEAR * curve.top
            for other in (*(ends[one] for one in ends if one != kind), last["certain"], curve.top)
        )
    ]


def _entries(curve: Curve, beside: list[str], words: Wording) -> list[Entry]:
    """What the band, the lines and the points mean, in the order in which it matters."""
    named = curve.measure == "population"
    entries = [
        Entry(words("curve.key.band.named" if named else "curve.key.band"), curve_lines.BAND),
        Entry(words("curve.key.certain"), COUNTS["certain"]),
        Entry(words("curve.key.possible"), COUNTS["possible"]),
    ]
    for kind in curve.kinds:
        if kind not in beside:
            label = words("curve.key.kind", kind=words(f"kinds.{kind}"))
            entries.append(Entry(label, _kind(kind)))
    roles = [] if named else list(curve_looks.ROLES)
    entries += [Entry(words(f"curve.key.{role}"), _point(role)) for role in roles]
    return [*entries, Entry(words("curve.key.milestones"), TICK)]


def _kind(kind: str) -> dict[str, object]:
    colour, dash = curve_looks.KINDS[kind]
    return {"color": colour, "linewidth": 1.3, "linestyle": curve_lines.DASHES[dash]}


def _point(role: str) -> dict[str, object]:
    fill, outline, symbol = curve_looks.ROLES[role]
    edge = {"markeredgecolor": outline, "markeredgewidth": 2 if symbol == "x-thin" else 1.2}
    return {"marker": SYMBOLS[symbol], "markersize": 6.5, "markerfacecolor": fill, **edge}


def _end(curve: Curve) -> date:
    return curve.steps["first_day"].iloc[-1]
