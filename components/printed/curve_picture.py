"""The adoption curve as a finished picture: the same band, lines and points as on the screen."""

from datetime import date
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from components.base.wording import Wording
from components.facts.curve import Curve
from components.figures import curve_marks
from components.figures.curve_labels import Shown
from components.looks import curve as curve_looks
from components.looks import theme
from components.printed import curve_lines, curve_names, key, typeset
from components.printed.fonts import BOLD
from components.printed.key import Entry
from components.printed.paper import Paper
from components.printed.screen import Screen
from components.printed.sheet import BODY, QUIET, Box, Sheet
from components.words.curve import name, tick
from components.words.headline import Headline

COUNTS = curve_lines.counts_look(certain=2.2, possible=1.6)
TICK = {"color": QUIET, "marker": "|", "markersize": 11, "markeredgewidth": 1.6}
BAR = {"color": QUIET, "linewidth": 1, "linestyle": "-", "marker": "|", "markersize": 8}
SYMBOLS = {"circle": "o", "x-thin": "x", "diamond": "D"}
#: Inches: the room of the axis labels, of the strip for the law, of the line of the day above.
LEFT, RIGHT, YEARS, STRIP, ABOVE = 0.42, 0.08, 0.24, 0.2, 0.24
#: Of the title in a wide format.
COLUMN = 2.2
HEADING, SIZE = BODY._replace(weight=BOLD), 9.5


class Captions(NamedTuple):
    """The sentences around the curve.

    `line` is what the curve tells, `heading` what the axis counts, to stand over it, `notes`
    what it means, where a bare number does not say it; `ends` names the line of the last
    evidence, where the time reaches it.
    """

    line: Headline
    heading: str
    notes: tuple[str, ...] = ()
    ends: str = ""


def sheet(
    shown: Shown, law: pd.DataFrame, evidence: date, captions: Captions, paper: Paper | Screen
) -> Sheet:
    """How many have had a KIZ since 2012, up to the end of the time.

    Parameters
    ----------
    shown
        What `curve_labels.shown` returns.
    law
        The steps of the law up to the end (`facts.curve.law`); none for a simple curve.
    evidence
        The day of the last evidence; its line is drawn where `captions` name it.
    """
    words, curve, column = paper.words, shown.curve, COLUMN if paper.form.wide else 0
    line, strip = captions.line, STRIP if len(law) else 0
    if column:  # What stands beside the axes leaves them more of the little height.
        line = line._replace(detail=[f"{captions.heading}."])
    drawn = paper.sheet(line, column, captions.notes)
    top = drawn.body.top if column else _heading(drawn, captions.heading)
    uprights = [day for day in (paper.choice.day,) if day <= shown.last]
    uprights += [evidence] if captions.ends else []
    room, left = drawn.body.width - LEFT - RIGHT, (drawn.side or drawn.body).left
    under = drawn.body._replace(left=left, width=drawn.body.right - left)
    bare = {"law"} if len(law) and not curve_names.law_fits(law, shown.last, room, words) else set()
    while True:  # What has no room for its name goes to the key, which needs room itself.
        entries = _entries(shown, bare, words)
        foot = drawn.body.bottom + (key.height(entries, under.width) + 0.1 if entries else 0)
        low = foot + YEARS + strip
        box = Box(drawn.body.left + LEFT, low, room, top - ABOVE - low)
        places = curve_names.placed(shown, box, uprights, captions.ends, words)
        if (missing := {"band", *curve.lines} - places.keys()) <= bare:
            break
        bare |= missing
    below = drawn.axes(box._replace(bottom=foot + YEARS, height=strip or 0.01))
    axes = drawn.axes(box)
    _axes(axes, below, shown, words)
    _lines(axes, curve)
    _totals(axes, shown, words)
    _law(drawn, below, box._replace(bottom=foot + YEARS, height=strip), shown.last, law, words)
    _day(axes, paper.choice.day, words)
    if captions.ends:
        curve_names.evidence(drawn, box, axes, evidence, captions.ends)
    curve_names.draw(drawn, box, places)
    if entries:
        key.draw(drawn, under._replace(height=foot - 0.1 - under.bottom), entries)
    return drawn


def _heading(drawn: Sheet, text: str) -> float:
    """What the axis counts, at the top of the body; returns the top of what follows."""
    top = drawn.body.top
    for line in typeset.balanced(text, drawn.body.width, HEADING):
        top = drawn.write(line, drawn.body.left, top, HEADING)
    return top


def _axes(axes: Axes, strip: Axes, shown: Shown, words: Wording) -> None:
    """Time below, whole years; the count from zero to all; the strip of the law between."""
    curve, last = shown.curve, shown.last
    step = 10 if curve.measure == "number" else 20
    high = axes.bbox.height / axes.figure.dpi
    near = curve.top * typeset.POINT * SIZE * 1.2 / high
    ticks = [*(mark for mark in range(0, curve.top, step) if curve.top - mark > near), curve.top]
    said = [tick(mark, curve.measure, words) for mark in ticks]
    span = curve_looks.START.toordinal(), last.toordinal()
    axes.set(xlim=span, ylim=(0, curve.top * (1 + curve_looks.ABOVE)))
    axes.set_yticks(ticks, said, size=SIZE, color=theme.INK)
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
    """The band of the number, each kind of district, the named counts."""
    curve_lines.band(axes, curve.steps)
    looks = COUNTS | {kind: _kind(kind) for kind in curve.kinds}
    for line, steps in curve.lines.items():
        curve_lines.line(axes, steps, "value", gid=line, clip_on=line not in COUNTS, **looks[line])


def _totals(axes: Axes, shown: Shown, words: Wording) -> None:
    """The published totals where the screen has them; bars where their day is not known."""
    if shown.points.empty:
        return
    for bars in curve_marks.spans(shown.curve, shown.points, words):
        x = [date.fromisoformat(day).toordinal() if day else float("nan") for day in bars.x]
        y = [float("nan") if value is None else value for value in bars.y]
        look = {"color": bars.line.color, "linewidth": 1, "marker": "|", "markersize": 6}
        axes.plot(x, y, zorder=3, gid=bars.name, **look)
    for role in curve_looks.ROLES:
        spots = curve_marks.totals(shown.curve, shown.points, role, words)
        x = [date.fromisoformat(day).toordinal() for day in spots.x]
        look = _point(role)
        axes.plot(x, spots.y, linestyle="none", clip_on=False, zorder=4, gid=role, **look)


def _law(
    drawn: Sheet, strip: Axes, box: Box, last: date, law: pd.DataFrame, words: Wording
) -> None:
    """A tick at each step of the law, and what they are, where there is room."""
    steps = [day.date().toordinal() for day in law["first_day"]]
    strip.plot(steps, [0.5] * len(steps), linestyle="none", clip_on=False, **TICK)
    if len(law) and curve_names.law_fits(law, last, box.width, words):
        curve_names.law(drawn, box, law, last, words)


def _day(axes: Axes, day: date, words: Wording) -> None:
    """The chosen day as an upright line with its name above, where the time reaches it."""
    x, (first, last) = day.toordinal(), axes.get_xlim()
    if x > last:
        return
    part = (x - first) / (last - first)
    side = "left" if part < 0.1 else "right" if part > 0.9 else "center"
    axes.axvline(x, color=theme.INK, linewidth=1, zorder=2.5)
    look = {"size": SIZE, "weight": BOLD, "color": theme.INK, "va": "bottom", "ha": side}
    over = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
    axes.annotate(words.day(day), (x, 1), (0, 2), parse_math=False, **over, **look)


def _entries(shown: Shown, bare: set[str], words: Wording) -> list[Entry]:
    """What has no name where it stands, then what the points mean that are there."""
    looks = {"band": curve_lines.BAND, **COUNTS, "law": TICK}
    looks |= {kind: _kind(kind) for kind in shown.curve.kinds}
    entries = [
        Entry(name(line, shown.curve, words), look) for line, look in looks.items() if line in bare
    ]
    dated = shown.points["dated"]
    roles = set(shown.points["role"][dated])
    for role in curve_looks.ROLES:
        if role in roles:
            entries.append(Entry(words(f"curve.key.{role}"), _point(role)))
    if not dated.all():
        entries.append(Entry(words("curve.key.span"), BAR))
    return entries


def _kind(kind: str) -> dict[str, object]:
    colour, dash = curve_looks.KINDS[kind]
    return {"color": colour, "linewidth": 1.3, "linestyle": curve_lines.DASHES[dash]}


def _point(role: str) -> dict[str, object]:
    fill, outline, symbol = curve_looks.ROLES[role]
    edge = {"markeredgecolor": outline, "markeredgewidth": 2 if symbol == "x-thin" else 1.2}
    return {"marker": SYMBOLS[symbol], "markersize": 6.5, "markerfacecolor": fill, **edge}
