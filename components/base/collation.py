"""The one order of names: the Unicode Collation Algorithm, which is DIN 5007-1 for German names.

Ä stands with a, ß with ss, case and accents decide only between names that are else the same.
`components/html/collation.mjs` does the same in the browser.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

import pandas as pd
from pyuca import Collator


@lru_cache(maxsize=4096)
def place(name: str) -> tuple[int, ...]:
    """What a text is sorted by; of two texts the one with the lesser comes first."""
    return _collator().sort_key(name)


def by_name(names: Iterable[str]) -> list[str]:
    """Names in their order."""
    return sorted(names, key=place)


def places(names: pd.Series) -> pd.Series:
    """Of each name its place among these; equal names share one. Rows are sorted by it."""
    order = {name: number for number, name in enumerate(by_name(set(names)))}
    return names.map(order)


def rows_by_name(rows: pd.DataFrame, column: str = "short_name") -> pd.DataFrame:
    """Rows in the order of the names in a column."""
    return rows.sort_values(column, key=places, kind="stable")


@cache
def _collator() -> Collator:
    # Read when first asked for: its table takes a fifth of a second, and some commands name nobody.
    return Collator()
