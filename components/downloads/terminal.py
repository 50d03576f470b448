"""What the command line prints of a table: some of its columns, as CSV and as it is known."""

import pandas as pd

from components.downloads.cells import plain
from components.downloads.columns import PRINTED
from components.downloads.tables import Table


def heading(name: str) -> str:
    """The first line of what is printed of a table."""
    return ",".join(PRINTED[name])


def printed(table: Table, language: str = "de") -> str:
    """The columns of PRINTED as CSV; a text stands as it is, also one that looks like a formula.

    `language` is that of reasons and summaries.
    """
    kinds = {column.name: column.kind for column in table.columns}
    texts = {}
    for name in PRINTED[table.name]:
        column = name if name in kinds else f"{name}_{language}"
        texts[name] = [plain(cell, kinds[column]) for cell in table.frame[column]]
    return pd.DataFrame(texts).to_csv(index=False, lineterminator="\n")
