"""What the command line prints of a table: some of its columns, as CSV that is safe to look at."""

from typing import Any

import pandas as pd

from components.downloads.cells import neutral, plain
from components.downloads.columns import PRINTED, TEXTS
from components.downloads.tables import Table
from data.problems import visible


def heading(name: str) -> str:
    """The first line of what is printed of a table."""
    return ",".join(PRINTED[name])


def printed(table: Table, language: str = "de") -> str:
    """The columns of PRINTED as CSV.

    What a terminal would obey is written as `\\u001b`, and what a spreadsheet would run gets an
    apostrophe, as in every CSV of ours. `language` is that of reasons and summaries.
    """
    kinds = {column.name: column.kind for column in table.columns}
    texts = {}
    for name in PRINTED[table.name]:
        column = name if name in kinds else f"{name}_{language}"
        texts[name] = [_cell(cell, kinds[column]) for cell in table.frame[column]]
    return pd.DataFrame(texts).to_csv(index=False, lineterminator="\n")


def _cell(cell: Any, kind: str) -> str:
    text = plain(cell, kind)
    return visible(neutral(text)) if kind in TEXTS else text
