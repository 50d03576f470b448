"""Both standings of a comparison and their difference as maps."""

import htpy as h
import pandas as pd

from components.base.atlas import Atlas
from components.base.wording import Wording
from components.facts.compare import Comparison
from components.looks.difference import looks as difference_looks
from components.looks.fills import APART, BY_COLOURING
from components.looks.look import looks
from components.map import svg
from components.map.panels import Panel, maps_html
from components.words.compare import cell, labels, titles

#: The columns of a comparison's table end with one of these.
SIDES = ("first", "second")


def panels(comparison: Comparison, words: Wording) -> list[Panel]:
    """Both standings and their difference as maps."""
    sides = zip(comparison.standings, titles(comparison, words), SIDES, strict=True)
    both = [_side(comparison, *side, words) for side in sides]
    return [*both, _difference(comparison, words)]


def _side(
    comparison: Comparison, standings: pd.DataFrame, title: str, side: str, words: Wording
) -> Panel:
    shown = looks(standings, "has", with_names=False)
    rows = comparison.table.itertuples(index=False)
    spoken = {row.ags: cell(row, side, comparison.mode, words) for row in rows}
    return Panel(title, "has", BY_COLOURING["has"], shown, spoken, standings)


def _difference(comparison: Comparison, words: Wording) -> Panel:
    called, table = labels(comparison, words), comparison.table
    spoken = {row.ags: called[row.difference] for row in table.itertuples(index=False)}
    title, fills = words("compare.difference"), BY_COLOURING[APART]
    _, second = comparison.standings
    return Panel(title, APART, fills, difference_looks(table), spoken, second)


def maps(atlas: Atlas, comparison: Comparison, words: Wording, chosen: str) -> h.Element:
    """The three maps as the reader finds them, the district `chosen` outlined."""
    return maps_html(svg.Shapes(atlas.coarse), panels(comparison, words), {}, chosen)
