"""The one control of two days: a field for each, and pairs worth a look."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from components.base.wording import Wording
from components.page import field, state

#: Two days by what they are called.
Pairs = Mapping[str, tuple[date, date]]


def fields(days: Mapping[str, date], labels: tuple[str, str], words: Wording) -> None:
    """A field for each of two days, by the part of the choice that it sets."""
    for (part, day), label in zip(days.items(), labels, strict=True):
        field.day(label, f"two_{part}", day, state.changing(part), words)


def pairs(label: str, named: Pairs, days: Mapping[str, date], key: str) -> None:
    """Pairs of days to choose from, the one that is shown pressed; nothing where there are none."""
    if not named:
        return
    pairs = {_written(pair): pair for pair in named.values()}
    options = {_written(pair): name for name, pair in named.items()}

    def choose(chosen: str) -> None:
        state.change(**dict(zip(days, pairs[chosen], strict=True)))

    field.pills(label, options, key, _written(days.values()), choose)


def counted(counts: Sequence[tuple[date, int]], words: Wording) -> Pairs:
    """Each two counts that follow one another, with their days, as "16 → 29 (…)"."""
    named = {}
    for (first, one), (last, other) in pairwise(counts):
        figures = {"least": words.number(one), "most": words.number(other)}
        days = {"first": words.day(first), "last": words.day(last)}
        named[words("changes.between", **figures, **days)] = (first, last)
    return named


def _written(days: Iterable[date]) -> str:
    return "/".join(day.isoformat() for day in days)
