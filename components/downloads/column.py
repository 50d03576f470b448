"""A column of a table: what it holds, its words, and its type in a frame."""

from typing import NamedTuple

import pandas as pd

from components.base.wording import Wording


class Column(NamedTuple):
    """One column of a table.

    `kind` is a key of KINDS. `vocabulary` names the list of `words.vocabulary` whose codes stand
    in the column; `sentence` the one that explains it, where that is not the one of its name.
    """

    name: str
    kind: str = "text"
    vocabulary: str = ""
    sentence: str = ""

    def explanation(self, words: Wording) -> str:
        """What the column says, in a sentence or two."""
        return words(f"file.column.{self.sentence or self.name}")

    def heading(self, words: Wording) -> str:
        """What the column is called where readers see it."""
        return words(f"file.heading.{self.sentence or self.name}")


#: What a cell holds, and the type of such a column in a frame. `key` is a text that
#: looks like a number or a day and is none, `edtf` is a date as precise as
#: its source and no more, `day` a day of the calendar, `percent` a share from 0 to 100.
KINDS = {
    "text": "string",
    "key": "string",
    "url": "string",
    "edtf": "string",
    "day": "datetime64[s]",
    "count": "Int64",
    "percent": "Float64",
    "flag": "boolean",
}
TEXTS = ("text", "key", "url", "edtf")


def typed(frame: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """The columns of a frame in their order, each as KINDS says; of any index.

    Text is never missing: an empty cell is "". What is missing elsewhere stays missing.
    """
    series = {column.name: _typed(frame[column.name], column.kind) for column in columns}
    return pd.DataFrame(series).reset_index(drop=True)


def vocabularies(columns: tuple[Column, ...]) -> dict[str, list[str]]:
    """The lists of words whose codes stand in these columns, each with its columns."""
    names: dict[str, list[str]] = {}
    for column in columns:
        if column.vocabulary:
            names.setdefault(column.vocabulary, []).append(column.name)
    return names


def _typed(cells: pd.Series, kind: str) -> pd.Series:
    if kind == "day":
        cells = pd.to_datetime(cells, errors="raise")
    cells = cells.astype(KINDS[kind])
    return cells.fillna("") if kind in TEXTS else cells
