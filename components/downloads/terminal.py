"""What the command line prints of a table: some of its columns, as CSV that is safe to look at."""

import unicodedata
from typing import Any

import pandas as pd

from components.downloads.cells import neutral, plain
from components.downloads.columns import PRINTED, TEXTS
from components.downloads.tables import Table

#: The classes of the characters that embed, override and isolate a direction of writing.
_TURNS = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def heading(name: str) -> str:
    """The first line of what is printed of a table."""
    return ",".join(PRINTED[name])


def printed(table: Table, language: str = "de") -> str:
    """The columns of PRINTED as CSV.

    What a terminal would obey is written out (`visible`), and what a spreadsheet would run gets
    an apostrophe (`cells.neutral`). `language` is that of reasons and summaries.
    """
    kinds = {column.name: column.kind for column in table.columns}
    texts = {}
    for name in PRINTED[table.name]:
        column = name if name in kinds else f"{name}_{language}"
        texts[name] = [_cell(cell, kinds[column]) for cell in table.frame[column]]
    return pd.DataFrame(texts).to_csv(index=False, lineterminator="\n")


def visible(text: str) -> str:
    """A text whose control characters are written out: ESC as \\x1b, the turn of the direction
    of writing as \\u202e. Line ends and tabs stay.
    """
    return "".join(_written_out(sign) if _obeyed(sign) else sign for sign in text)


def _cell(cell: Any, kind: str) -> str:
    text = plain(cell, kind)
    return visible(neutral(text)) if kind in TEXTS else text


def _written_out(sign: str) -> str:
    return sign.encode("unicode_escape").decode()


def _obeyed(sign: str) -> bool:
    """Whether a terminal does something at this character instead of showing one."""
    control = unicodedata.category(sign) == "Cc" and sign not in "\n\t"
    return control or unicodedata.bidirectional(sign) in _TURNS
