"""Both standings of a comparison and their difference as maps."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.base.wording import Wording
from components.looks.difference import FILLS, group_looks, scale
from components.looks.difference import looks as difference_looks
from components.looks.look import looks
from components.map.panels import Panel
from components.words.compare import _cell


def panels(
    table: pd.DataFrame,
    standings: Sequence[pd.DataFrame],
    mode: str,
    titles: tuple[str, str],
    called: Mapping[str, str],
    words: Wording,
) -> list[Panel]:
    """Both standings and their difference as maps."""
    name, fills = scale(mode)
    found = []
    for standing, title, side in zip(standings, titles, ("first", "second"), strict=True):
        shown = looks(standing, "status", False) if mode == "days" else group_looks(standing)
        told = {row.ags: _cell(row, side, mode, words) for row in table.itertuples(index=False)}
        found.append(Panel(title, name, fills, shown, told))
    apart = {row.ags: called[row.difference] for row in table.itertuples(index=False)}
    title = words("compare.difference")
    return [*found, Panel(title, "apart", list(FILLS.values()), difference_looks(table), apart)]
