"""What a mutation of the tables is: how a cell gets spoiled, and how its message is obeyed."""

import re
from typing import Any, NamedTuple

# What is done to a cell (SET to OF_COLUMN) or with a row (COPY, DROP).
SET, FRONT, BACK, WRAP, REPLACE = "set", "front", "back", "wrap", "replace"
TYPO, GERMAN, CHOP, TIMES = "swap the last two", "as 19.03.2015", "cut the end", "times"
SWAP, OF_COLUMN, COPY, DROP = "swap with", "of column", "copy", "drop"

# How a message is obeyed so that the bytes of before come back: the pattern of what to write
# into the cell, or one of these.
WRITE = r"; (?:[^;]*: )?write ([^\s,;]+)"
QUOTED = r'; write "([^"]+)"'
NEAREST = r'nearest there is "([^"]+)"'
STOP, EMPTY, STRIP, HIDDEN = "add the stop", "empty it", "strip it", "delete what is hidden"
MARKUP, KIZ, ONCE = "delete the markup", "write KIZ", "delete the second"
NO_ROW, FROM_GIT, BOTH = "delete the row", "restore it from git", "write ags and id"
#: No single repair follows from the row: the message names it, and says what to look at.
NAMED = ""


class Mutation(NamedTuple):
    """`row`: cells that only this row has. `finding`: a part of the message on it, or on the row
    `at` (table, cells; no cells: the table). `also`: tables where consequences may be told too.
    `group`: what may be spoiled in one run, each in a row of its own.
    """

    table: str
    row: dict[str, str]
    column: str
    how: str
    value: Any
    finding: str
    repair: str = NAMED
    at: tuple[str, dict[str, str]] | None = None
    also: tuple[str, ...] = ()
    group: str = "cells"


#: What a mutation makes of its cell, from what stood in it and its value.
SPOILED = {
    SET: lambda old, value: value,
    FRONT: lambda old, value: value + old,
    BACK: lambda old, value: old + value,
    WRAP: lambda old, value: value[0] + old + value[1],
    REPLACE: lambda old, value: old.replace(*value, 1),
    TYPO: lambda old, _: old[:-2] + old[:-3:-1],
    GERMAN: lambda old, _: ".".join(reversed(old.split("-"))),
    CHOP: lambda old, _: old[:-1],
    TIMES: lambda old, value: f"{float(old) * value:.0f}",
}
#: What a repair makes of the cell, from what stands in it and the message.
REPAIR = {
    STOP: lambda cell, _: f"{cell}.",
    EMPTY: lambda *_: "",
    STRIP: lambda cell, _: cell.strip(),
    KIZ: lambda cell, _: re.sub(r"\bKI\b", "KIZ", cell),
    HIDDEN: lambda cell, text: cell.replace(chr(int(re.search(r"U\+(\w+)", text)[1], 16)), ""),
    MARKUP: lambda cell, text: re.sub(
        "|".join(map(re.escape, re.findall(r'"([^"]+)"', text))), "", cell
    ),
    NEAREST: lambda cell, text: cell.replace(
        re.search(r'"([^"]+)" is not in', text)[1], re.search(NEAREST, text)[1]
    ),
    ONCE: lambda cell, text: cell.replace(
        re.search(r'names "([^"]+)" a second time', text)[1], ""
    ).strip(),
}
