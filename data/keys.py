"""What to say of a key that its table does not have: which of the two ends is wrong."""

from collections import Counter

import pandas as pd

from data import schema
from data.nearest import nearest

Frames = dict[str, pd.DataFrame]


def unknown(frames: Frames, field: str, key: str, target: str, context: tuple[str, ...]) -> str:
    """Finding and repair for `key` in a column `field` that points to the table `target`.

    A key that several rows name is right, and its own row is gone or changed. One that a
    single row names is a slip there, and the nearest key is named; of several equally near
    ones those that `context`, the keys around the cell, knows.
    """
    file = schema.tables()[target].file
    column = schema.tables()[target].schema["primaryKey"][0]
    known, named = frames[target][column], naming(frames, target)
    finding = f'{field} "{key}" is not in {file}'
    if named[key] > 1:
        return f"{finding}, but {named[key]} rows name it; {_restore(key, known, named)}"
    near = nearest(key, known.tolist())
    near = [candidate for candidate in near if candidate in context] or near
    # A slip leaves its own source without a row that cites it.
    near = [candidate for candidate in near if not named[candidate]] or near
    if not near:
        return f"{finding}; add it there or correct it"
    if len(near) == 1:
        return f'{finding}; the nearest there is "{near[0]}": write that if it is meant'
    choice = '", "'.join(near)
    return f'{finding}; the nearest there are "{choice}": write the one that is meant'


def naming(frames: Frames, target: str) -> Counter[str]:
    """How many cells of all tables name each key of a table."""
    named: Counter[str] = Counter()
    for name, frame in frames.items():
        for key in schema.tables()[name].schema.get("foreignKeys", ()):
            (field,) = key["fields"]
            if key["reference"]["resource"] == target and field in frame:
                named.update(frame[field])
        if target == "sources" and "further_source_ids" in frame:
            named.update(id for cell in frame["further_source_ids"] for id in cell.split())
    return named


def _restore(key: str, known: pd.Series, named: Counter[str]) -> str:
    unnamed = {id: line for line, id in known.items() if not named[id]}
    for near in nearest(key, list(unnamed)):
        return f'correct "{near}" in line {unnamed[near]} there, which no row names'
    return "restore its row there (git diff shows it) or add it"
