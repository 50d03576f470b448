"""What areas are painted with on paper: colours, hatching and outlines, as on the screen."""

from typing import NamedTuple

from matplotlib.patches import Patch

from components.looks import theme
from components.looks.look import Look
from components.looks.theme import PATTERN_INKS, Fill

#: By pattern: what it is on paper, as on the screen, and the width of its lines in points.
HATCHES = {"undetermined": ("////", 1.5), "refused": ("\\\\\\", 0.7), "possible": ("..", 0.7)}
#: Where areas are too small: stripes on paper are the fill itself, and stay.
SMALL_HATCHES = {"undetermined": ("//////", 1)}
#: Between areas, and around a swatch.
BORDER = {"edgecolor": theme.BORDER, "linewidth": 0.6}
#: Behind a mark on a pattern and behind a name.
STRIP = {"facecolor": theme.PAPER, "alpha": 0.9, "linewidth": 0}


class Paint(NamedTuple):
    """How every area looks, by AGS, and the fills among which its look names one.

    `chosen` is the AGS of the district with a strong outline, or empty.
    """

    looks: dict[str, Look]
    fills: list[Fill]
    chosen: str = ""

    def fill(self, ags: str) -> Fill:
        """That of an area."""
        return self.fills[self.looks[ags].fill]


def filled(patch: Patch, fill: Fill, hatched: bool) -> bool:
    """Fill a patch with the colour and the pattern of a fill; returns whether it has a pattern.

    Without `hatched` it is as on areas too small for patterns. A patch with a pattern has no
    edge of its own: matplotlib draws both in one colour.
    """
    patch.set(facecolor=fill.colour, linewidth=0)
    patterns = HATCHES if hatched else SMALL_HATCHES
    if fill.pattern not in patterns:
        return False
    kind, width = patterns[fill.pattern]
    patch.set(hatch=kind, edgecolor=PATTERN_INKS[fill.pattern](fill.colour))
    patch.set_hatch_linewidth(width)
    return True
