"""Keeping what was computed once: bounded, safe for threads, and safe from its readers."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

import pandas as pd

P = ParamSpec("P")
T = TypeVar("T")
#: Of what a page tells, as many days (districts, pairs of days) as are looked at in a while.
VIEWS = 100


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last `most` results of a pure function, by its arguments.

    A frame is handed out as a shallow copy, which pandas copies only when it is written to: what
    a reader changes is the reader's own. Several threads may ask; at worst two of them compute
    the same.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        recall = lru_cache(maxsize=most)(function)

        @wraps(function)
        def hand_out(*args: P.args, **named: P.kwargs) -> T:
            result = recall(*args, **named)
            return result.copy(deep=False) if isinstance(result, pd.DataFrame) else result

        return hand_out

    return keep
