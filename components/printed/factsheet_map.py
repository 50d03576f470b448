"""The small map of a factsheet: who has a KIZ, one district outlined, the colours below it."""

from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from components.base.wording import Wording
from components.looks import theme
from components.looks.legend import Row, has_scale
from components.looks.look import HAS_FILLS, looks
from components.looks.theme import Fill
from components.printed import blocks, land, typeset
from components.printed.blocks import TEXT, Block, Piece
from components.printed.paint import BORDER, Paint, filled
from components.printed.sheet import Box, axes_over

#: Width over height of the state in its own projection.
ASPECT = 1.02
KEY = TEXT._replace(size=7.2)
#: A map so wide, in inches, has patterns and larger marks.
LARGE = 3
_SWATCH = (0.14, 0.09)


@dataclass(frozen=True)
class Locator:
    """The map of the day, `width` inches wide, with a key of the colours that occur.

    `standings` has one row per district: ags, short_name, status, possible_status, group; `areas`
    is what `geo.plane.simplified` returns.
    """

    standings: pd.DataFrame
    areas: gpd.GeoDataFrame
    width: float
    words: Wording
    chosen: str = ""
    keyed: bool = True

    @property
    def hatched(self) -> bool:
        """Whether the map has patterns."""
        return self.width >= LARGE

    @property
    def height(self) -> float:
        """The map and its key."""
        return self.width / ASPECT + (0.06 + self._key[0].height if self.keyed else 0)

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Areas, marks, outline, key."""
        high = self.width / ASPECT
        axes = axes_over(figure, Box(left, top - high, self.width, high))
        size = 7.5 if self.hatched else 5.5
        seen = looks(self.standings, "has", with_names=not self.chosen)
        paint = Paint(seen, list(HAS_FILLS.values()), self.chosen)
        land.draw(axes, self.areas, paint, size, self.hatched)
        if not self.keyed:
            return
        labels, swatches = self._key
        down = top - high - 0.06
        labels.draw(figure, left, down)
        for x, y, fill in swatches:
            _swatch(figure, left + x, down - y, fill, self.hatched)

    @cached_property
    def _key(self) -> tuple[Block, list[tuple[float, float, Fill]]]:
        """The labels, and where which swatch stands, in as many lines as are needed."""
        pieces, swatches = [], []
        x, line = 0.0, 0
        for row in has_scale(self.standings, self.words):
            wide = _SWATCH[0] + 0.05 + typeset.width_of(row.label, KEY) + 0.12
            if x and x + wide > self.width:
                x, line = 0.0, line + 1
            down = line * (KEY.line + 0.03)
            swatches.append((x, down, row.fill))
            pieces.append(Piece(row.label, x + _SWATCH[0] + 0.05, down, KEY))
            x += wide
        return Block(tuple(pieces), (line + 1) * (KEY.line + 0.03)), swatches


@dataclass(frozen=True)
class Legend:
    """The colours one below the other with the number of districts behind each.

    `hatched` as the map that it explains.
    """

    rows: list[Row]
    width: float
    hatched: bool

    @property
    def height(self) -> float:
        """All rows."""
        return sum(self._block(row).height + 0.03 for row in self.rows)

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Swatch, mark, label, number."""
        for row in self.rows:
            _swatch(figure, left, top - 0.015, row.fill, self.hatched)
            block = self._block(row)
            block.draw(figure, left, top)
            top -= block.height + 0.03

    def _block(self, row: Row) -> Block:
        left = _SWATCH[0] + 0.08
        if row.count is None:
            return blocks.paragraph(row.label, self.width - left, left=left)
        label = blocks.paragraph(row.label, self.width - left - 0.4, left=left)
        return blocks.beside([label, blocks.right(str(row.count), self.width, blocks.STRONG)])


def _swatch(figure: Figure, left: float, top: float, fill: Fill, hatched: bool) -> None:
    wide, high = _SWATCH
    middle = top - KEY.line / 2
    corner, inches = (left, middle - high / 2), figure.dpi_scale_trans
    shown = Rectangle(corner, wide, high, transform=inches)
    filled(shown, fill, hatched)
    figure.add_artist(shown)
    figure.add_artist(Rectangle(corner, wide, high, transform=inches, fill=False, **BORDER))
    if fill.mark:
        at = {"ha": "center", "va": "center", "size": 6, "weight": "semibold"}
        at |= {"transform": inches, "color": theme.ink_on(fill.colour)}
        figure.text(left + wide / 2, middle, fill.mark, **at)
