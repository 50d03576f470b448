"""The adoption curve on a factsheet: the band of the number and the named counts, small."""

from dataclasses import dataclass
from datetime import date

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from components.base.wording import Wording
from components.facts.curve import Curve
from components.looks import curve as curve_looks
from components.looks import theme
from components.printed import blocks, curve_lines, typeset
from components.printed.blocks import SMALL
from components.printed.factsheet_page import ROOM
from components.printed.sheet import QUIET, Box, axes_over

LEFT, YEARS = 0.3, 0.2
SIZE = 7.5
COUNTS = curve_lines.counts_look(certain=1.6, possible=1.2)
_SAMPLE = 0.24


@dataclass(frozen=True)
class SmallCurve:
    """How many have had a KIZ up to the end of the curve, `high` inches; the day as a line."""

    curve: Curve
    day: date
    high: float
    words: Wording

    @property
    def height(self) -> float:
        """Drawing, years, key."""
        return self.high + YEARS + 0.05 + SMALL.line

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw band, lines, day, years and key."""
        room, foot = ROOM - LEFT - 0.05, top - self.high
        axes = axes_over(figure, Box(left + LEFT, foot, room, self.high))
        curve_lines.band(axes, self.curve.steps)
        for name, look in COUNTS.items():
            curve_lines.line(axes, self.curve.steps, name, clip_on=False, **look)
        last = self.curve.steps["first_day"].iloc[-1]
        if self.day <= last:
            axes.axvline(self.day.toordinal(), color=theme.INK, linewidth=1.5)
        years = [date(year, 1, 1) for year in range(curve_looks.START.year, last.year + 1)]
        self._axes(axes, years, last)
        step = room / ((last - curve_looks.START).days / 365.25)
        for at, day in enumerate(years):
            label = blocks.paragraph(str(day.year), 1, SMALL)
            aside = LEFT + at * step + (step - typeset.width_of(str(day.year), SMALL)) / 2
            label.draw(figure, left + aside, foot - 0.05)
        self._key(figure, left, foot - YEARS - 0.05)

    def _axes(self, axes: Axes, years: list[date], last: date) -> None:
        """From the first of the years to the last day, and from zero to all."""
        ticks = [*range(0, self.curve.top - 5, 10), self.curve.top]
        axes.set(xlim=(curve_looks.START.toordinal(), last.toordinal()), ylim=(0, self.curve.top))
        axes.set_yticks(ticks, [str(tick) for tick in ticks], size=SIZE, color=QUIET)
        axes.set_xticks([day.toordinal() for day in years], [""] * len(years))
        curve_lines.ground(axes, 0.6)

    def _key(self, figure: Figure, left: float, top: float) -> None:
        middle = top - SMALL.line * 0.55
        for name in ("band", "certain", "possible"):
            ends = [left, left + _SAMPLE]
            if name == "band":
                corner = (left, middle - 0.045)
                sample: Artist = Rectangle(corner, _SAMPLE, 0.09, **curve_lines.BAND)
            else:
                sample = Line2D(ends, [middle, middle], **COUNTS[name])
            sample.set_transform(figure.dpi_scale_trans)
            figure.add_artist(sample)
            label = self.words(f"curve.key.{name}")
            blocks.paragraph(label, ROOM, SMALL).draw(figure, left + _SAMPLE + 0.06, top)
            left += _SAMPLE + 0.06 + typeset.width_of(label, SMALL) + 0.22
