"""The names on the printed curve: of its lines, its band, its totals, the law, the evidence."""

from datetime import date

import pandas as pd
from matplotlib.axes import Axes

from components.base.wording import Wording
from components.figures import curve_labels, curve_law
from components.figures.curve_labels import Canvas, Shown
from components.looks import curve as looks
from components.looks import labels, theme
from components.looks.labels import Place
from components.printed import typeset
from components.printed.fonts import BOLD
from components.printed.sheet import QUIET, Box, Sheet
from components.printed.typeset import Type

LABEL = Type(9.5, BOLD, leading=1.2)
PLAIN = Type(9.5, colour=QUIET, leading=1.2)
#: Between a line and what stands at it, in inches.
GAP = 0.05


def placed(
    shown: Shown, box: Box, uprights: list[date], ends: str, words: Wording
) -> dict[str, Place]:
    """Where the names stand in the plotting area.

    Parameters
    ----------
    uprights
        The days with a line over the whole height; the last is that of the last evidence, if
        `ends`, its name at the foot of the line, is not empty.
    """
    canvas = Canvas(box.width, box.height, LABEL.line, _wide)
    taken = [curve_labels.upright(shown, canvas, day) for day in uprights]
    if ends:
        left = taken[-1].left - typeset.width_of(ends, PLAIN) - 2 * GAP
        top = box.height - PLAIN.line - 2 * GAP
        taken.append(labels.Box(left, top, taken[-1].left, box.height))
    return curve_labels.placed(shown, canvas, words, taken)


def draw(sheet: Sheet, box: Box, places: dict[str, Place]) -> None:
    """Write the names and draw their leaders over the plotting area."""
    axes = sheet.inches(box)
    for name, place in places.items():
        if end := place.leader:
            xs, ys = (place.x, end[0]), (box.height - place.y, box.height - end[1])
            axes.plot(xs, ys, color=theme.INK, linewidth=0.6)
        type, top = LABEL._replace(colour=looks.INKS.get(name, theme.INK)), box.top - place.box.top
        for count, line in enumerate(place.text.lines):
            told = type if name in looks.INKS or not count else PLAIN._replace(colour=theme.INK)
            top = sheet.write(line, box.left + place.box.left, top, told)


def evidence(sheet: Sheet, box: Box, axes: Axes, day: date, told: str) -> None:
    """The line where the evidence ends, with its name at its foot."""
    axes.axvline(day.toordinal(), color=QUIET, linewidth=1, linestyle=(0, (3, 2)))
    first, last = axes.get_xlim()
    x = box.left + (day.toordinal() - first) / (last - first) * box.width
    left = x - GAP - typeset.width_of(told, PLAIN)
    sheet.write(told, left, box.bottom + PLAIN.line + GAP, PLAIN)


def law_fits(steps: pd.DataFrame, last: date, width: float, words: Wording) -> bool:
    """Whether the widest gap of a strip so wide has room for what the steps are."""
    _, part = curve_law.gap(steps, last)
    return part * width >= typeset.width_of(words("curve.key.milestones"), PLAIN) + 3 * GAP


def law(sheet: Sheet, box: Box, steps: pd.DataFrame, last: date, words: Wording) -> None:
    """Write what the steps of the law are in the widest gap of their strip."""
    start, _ = curve_law.gap(steps, last)
    top = box.bottom + box.height / 2 + PLAIN.line / 2
    left = box.left + start * box.width + 1.5 * GAP
    sheet.write(words("curve.key.milestones"), left, top, PLAIN)


def _wide(text: str) -> float:
    return typeset.width_of(text, LABEL) + GAP
