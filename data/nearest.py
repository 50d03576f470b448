"""The key that was probably meant: the one nearest to what is written."""

from collections.abc import Collection
from difflib import get_close_matches

#: Below this share of equal characters, two keys have nothing to do with each other.
LEAST = 0.7
#: One slip in this many characters is a slip of the pen; more is another key.
SLIP_PER = 4


def nearest(written: str, known: Collection[str]) -> list[str]:
    """The known keys with the fewest slips, mostly one; empty where none is near.

    A slip is a character that is wrong, missing, too many, or changed places with the next
    one. Case and the spaces around do not count, nor does a zero that a spreadsheet took.
    """
    word = written.strip().lower()
    keys = {key.lower(): key for key in sorted(known, reverse=True) if key}
    close = {*get_close_matches(word, keys, n=12, cutoff=LEAST), *({word, f"0{word}"} & {*keys})}
    slips = {keys[key]: _slips(word, key) for key in sorted(close)}
    fewest = min(slips.values(), default=0)
    if fewest > max(1, len(word) // SLIP_PER):
        return []
    return [key for key, count in slips.items() if count == fewest]


def _slips(one: str, other: str) -> int:
    """The optimal string alignment distance of two words."""
    if other == f"0{one}":
        return 0
    before, last = [], list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], before[j - 2] + 1)
        before, last = last, row
    return last[-1]
