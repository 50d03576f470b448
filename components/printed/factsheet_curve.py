"""The adoption curve on a factsheet: the band of the number and the named counts, small."""

from dataclasses import dataclass
from datetime import date

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from components.base.wording import Wording
from components.facts.curve import Curve
from components.looks import curve as curve_looks
from components.looks import theme
from components.printed import factsheet_text as text
from components.printed.factsheet_page import ROOM
from components.printed.factsheet_text import SMALL, Block
from components.printed.sheet import QUIET

LEFT, YEARS = 0.3, 0.2
SIZE = 7.5
_BAND = {"facecolor": theme.STATUS_COLOURS["approved"], "alpha": 0.3, "linewidth": 0}
_CERTAIN = {"color": curve_looks.CERTAIN, "linewidth": 1.6}
_POSSIBLE = {"color": curve_looks.POSSIBLE, "linewidth": 1.2, "linestyle": (0, (1.2, 1.6))}
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
        """Draw band, lines, day and key."""
        wide, tall = figure.get_size_inches()
        room = ROOM - LEFT - 0.05
        part = ((left + LEFT) / wide, (top - self.high) / tall, room / wide, self.high / tall)
        axes = figure.add_axes(part)
        steps = self.curve.steps
        days = [day.toordinal() for day in steps["first_day"]]
        axes.fill_between(days, steps["lower"], steps["upper"], step="post", **_BAND)
        for name, look in (("possible", _POSSIBLE), ("certain", _CERTAIN)):
            axes.plot(days, steps[name], drawstyle="steps-post", clip_on=False, **look)
        last = steps["first_day"].iloc[-1]
        if self.day <= last:
            axes.axvline(self.day.toordinal(), color=theme.INK, linewidth=1.5)
        ticks = [*range(0, self.curve.top - 5, 10), self.curve.top]
        axes.set(xlim=(curve_looks.START.toordinal(), last.toordinal()), ylim=(0, self.curve.top))
        axes.set_yticks(ticks, [str(tick) for tick in ticks], size=SIZE, color=QUIET)
        years = [date(year, 1, 1) for year in range(curve_looks.START.year, last.year + 1)]
        axes.set_xticks([day.toordinal() for day in years], [""] * len(years))
        axes.tick_params(length=0)
        axes.grid(color=curve_looks.GRID, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.spines[:].set_visible(False)
        axes.axhline(0, color=QUIET, linewidth=0.8)
        step = room / ((last - curve_looks.START).days / 365.25)
        for at, day in enumerate(years):
            label = text.paragraph(str(day.year), 1, SMALL)
            aside = LEFT + at * step + (step - text.width_of(str(day.year), SMALL)) / 2
            label.draw(figure, left + aside, top - self.high - 0.05)
        self._key(figure, left, top - self.high - YEARS - 0.05)

    def _key(self, figure: Figure, left: float, top: float) -> None:
        middle = top - SMALL.line * 0.55
        for name in ("band", "certain", "possible"):
            ends = [left, left + _SAMPLE]
            if name == "band":
                sample = Rectangle((left, middle - 0.045), _SAMPLE, 0.09, **_BAND)
            else:
                look = _CERTAIN if name == "certain" else _POSSIBLE
                sample = Line2D(ends, [middle, middle], **look)
            sample.set_transform(figure.dpi_scale_trans)
            figure.add_artist(sample)
            label: Block = text.paragraph(self.words(f"curve.key.{name}"), ROOM, SMALL)
            label.draw(figure, left + _SAMPLE + 0.06, top)
            left += _SAMPLE + 0.06 + text.width_of(self.words(f"curve.key.{name}"), SMALL) + 0.22
