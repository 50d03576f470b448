"""What a rule of meaning is, and the list of all of them.

A rule gets frames of text as `reading.read` gives them (index: the line in the file) and
yields its findings. It passes over what another rule or the schema already reports,
such as a date that cannot be read. Each stands in a `*_rules` module as one small
function whose docstring states the rule. Source: data/README.md.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd


class Finding(NamedTuple):
    """What is wrong in a table; `line` is the line in its file, None for the whole table."""

    table: str
    line: int | None
    text: str


Findings = Iterator[Finding]
#: The cells of a row by column.
Row = Mapping[str, str]
Rule = Callable[..., Findings]
#: Every rule with the names of the tables that it reads, in this order.
RULES: list[tuple[tuple[str, ...], Rule]] = []


def rule(*tables: str) -> Callable[[Rule], Rule]:
    """Register a rule that gets these tables; it runs where all of them can be read."""

    def register(function: Rule) -> Rule:
        RULES.append((tables, function))
        return function

    return register


def by_line(frame: pd.DataFrame) -> Iterator[tuple[int, Row]]:
    """Each row with its line; as plain cells, since a series of each takes ten times as long."""
    return zip(frame.index, frame.to_dict("records"), strict=True)
