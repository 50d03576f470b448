"""The small map of a factsheet: all districts by status, one outlined, the colours below it."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from adoption.vocabulary import STATUSES
from components.figures import theme
from components.figures.legend import Row
from components.figures.map import Look, look, more_possible, named
from components.printed import areas as printed_areas
from components.printed import factsheet_text as text
from components.printed.factsheet_text import Block, Piece, Type
from components.wording import Wording

#: Width over height of the state in its own projection.
ASPECT = 1.02
KEY = Type(7.2)
_SWATCH = (0.14, 0.09)


@dataclass(frozen=True)
class Locator:
    """The map of the day, `width` inches wide, with a key of the colours that occur.

    `standings` has one row per district: ags, short_name, status, possible_status, group; `areas`
    is what `components.figures.multiples.simplified` returns.
    """

    standings: pd.DataFrame
    areas: gpd.GeoDataFrame
    width: float
    words: Wording
    chosen: str = ""
    keyed: bool = True

    @property
    def height(self) -> float:
        """The map and its key."""
        return self.width / ASPECT + (0.06 + self._key()[0].height if self.keyed else 0)

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Areas, marks, outline, key."""
        high = self.width / ASPECT
        wide, tall = figure.get_size_inches()
        place = (left / wide, (top - high) / tall, self.width / wide, high / tall)
        axes = figure.add_axes(place)
        size = 5.5 if self.width < 3 else 7.5
        fills = theme.fills()
        printed_areas.draw(axes, self.areas, self._looks(), fills, size, self.chosen)
        # A light seam, without which the dark outline is lost between dark areas.
        seam = {"color": theme.PAPER, "linewidth": 3.4, "zorder": 2.9}
        for outline in self.areas.loc[self.areas["ags"].eq(self.chosen)].boundary.explode():
            axes.add_artist(Line2D(*outline.xy, **seam))
        if not self.keyed:
            return
        labels, swatches = self._key()
        down = top - high - 0.06
        labels.draw(figure, left, down)
        for x, y, fill, mark in swatches:
            _swatch(figure, left + x, down - y, fill, mark)

    def _looks(self) -> dict[str, Look]:
        """By AGS; names only on a map without a chosen district, which is the large one."""
        shown = named(self.standings["group"]) & (self.chosen == "")
        rows = self.standings.assign(named=shown).itertuples(index=False)
        return {
            row.ags: look(row.status, row.possible_status, row.named, self.words).of(row.short_name)
            for row in rows
        }

    def _key(self) -> tuple[Block, list[tuple[float, float, str, str]]]:
        """The labels, and where which swatch stands, in as many lines as are needed."""
        pieces, swatches = [], []
        x, line = 0.0, 0
        for fill, mark, label in self._entries():
            wide = _SWATCH[0] + 0.05 + text.width_of(label, KEY) + 0.12
            if x and x + wide > self.width:
                x, line = 0.0, line + 1
            down = line * (KEY.line + 0.03)
            swatches.append((x, down, fill, mark))
            pieces.append(Piece(label, x + _SWATCH[0] + 0.05, down, KEY))
            x += wide
        return Block(tuple(pieces), (line + 1) * (KEY.line + 0.03)), swatches

    def _entries(self) -> list[tuple[str, str, str]]:
        seen = set(self.standings["status"])
        found = [
            (
                theme.STATUS_COLOURS[status],
                theme.REFUSED_MARK if status == "rejected" else "",
                self.words(f"status.{status}"),
            )
            for status in STATUSES
            if status in seen
        ]
        if more_possible(self.standings).any():
            pale = theme.lighter(theme.STATUS_COLOURS["approved"])
            found.append((pale, theme.POSSIBLE_MARK, self.words("multiples.possible")))
        return found


@dataclass(frozen=True)
class Legend:
    """The colours one below the other with the number of districts behind each."""

    rows: list[Row]
    width: float

    @property
    def height(self) -> float:
        """All rows."""
        return sum(self._block(row).height + 0.03 for row in self.rows)

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Swatch, mark, label, number."""
        for row in self.rows:
            _swatch(figure, left, top - 0.015, row.fill, row.mark)
            block = self._block(row)
            block.draw(figure, left, top)
            top -= block.height + 0.03

    def _block(self, row: Row) -> Block:
        left = _SWATCH[0] + 0.08
        if row.count is None:
            return text.paragraph(row.label, self.width - left, left=left)
        label = text.paragraph(row.label, self.width - left - 0.4, left=left)
        return text.beside([label, text.right(str(row.count), self.width, text.STRONG)])


def _swatch(figure: Figure, left: float, top: float, fill: str, mark: str) -> None:
    wide, high = _SWATCH
    box = {"facecolor": fill, "edgecolor": "#8a949b", "linewidth": 0.4}
    middle = top - KEY.line / 2
    corner = (left, middle - high / 2)
    figure.add_artist(Rectangle(corner, wide, high, transform=figure.dpi_scale_trans, **box))
    if mark:
        at = {"ha": "center", "va": "center_baseline", "size": 6, "weight": "semibold"}
        at |= {"transform": figure.dpi_scale_trans, "color": theme.ink_on(fill)}
        figure.text(left + wide / 2, middle, mark, **at)
