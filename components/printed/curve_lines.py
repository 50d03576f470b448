"""What the curve is drawn with on paper, large on a picture and small on a factsheet."""

import pandas as pd
from matplotlib.axes import Axes

from components.looks import curve as curve_looks
from components.looks import theme
from components.printed.sheet import QUIET

#: Matplotlib's dashes for those of the screen, in widths of the line.
DASHES = {"dash": (0, (6, 3.5)), "dashdot": (0, (7, 2.5, 1.5, 2.5)), "dot": (0, (1.2, 1.6))}
BAND = {"facecolor": theme.STATUS_COLOURS["approved"], "alpha": 0.3, "linewidth": 0}


def counts_look(certain: float, possible: float) -> dict[str, dict[str, object]]:
    """How the lines of the named counts look that are so many points wide, in their order."""
    dots = {"linewidth": possible, "linestyle": DASHES["dot"]}
    return {
        "possible": {"color": curve_looks.POSSIBLE, **dots},
        "certain": {"color": curve_looks.CERTAIN, "linewidth": certain},
    }


def band(axes: Axes, steps: pd.DataFrame) -> None:
    """Draw the band of the number."""
    sides = steps["lower"], steps["upper"]
    axes.fill_between(_days(steps), *sides, step="post", gid="band", **BAND)


def line(axes: Axes, steps: pd.DataFrame, name: str, **look: object) -> None:
    """Draw one column of the steps as a line of that name."""
    axes.plot(_days(steps), steps[name], drawstyle="steps-post", **look)


def ground(axes: Axes, width: float) -> None:
    """Draw the lines of the ticks, so wide, and the zero; no frame."""
    axes.grid(color=curve_looks.GRID, linewidth=width)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.axhline(0, color=QUIET, linewidth=0.8)


def _days(steps: pd.DataFrame) -> list[int]:
    return [day.toordinal() for day in steps["first_day"]]
