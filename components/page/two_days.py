"""The one control of two days: a field for each, and pairs worth a look."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import streamlit as st

from components.base.choice import FIRST_DAY, today
from components.base.wording import Wording
from components.page import state

#: Two days by what they are called.
Pairs = Mapping[str, tuple[date, date]]


def fields(days: Mapping[str, date], labels: tuple[str, str]) -> None:
    """A field for each of two days, by the part of the choice that it sets."""
    for (field, day), label in zip(days.items(), labels, strict=True):
        key = f"two_{field}"
        st.session_state[key] = day
        st.date_input(
            label,
            min_value=FIRST_DAY,
            max_value=today(),
            format="DD.MM.YYYY",
            key=key,
            on_change=_moved,
            args=(field, key),
            width=165,
        )


def pairs(label: str, named: Pairs, days: Mapping[str, date], key: str) -> None:
    """Pairs of days to choose from, the one that is shown pressed; nothing where there are none."""
    if not named:
        return
    shown = tuple(days.values())
    st.session_state[key] = next((name for name in named if named[name] == shown), None)

    def choose() -> None:
        if chosen := st.session_state[key]:
            state.change(**dict(zip(days, named[chosen], strict=True)))

    st.pills(label, list(named), key=key, on_change=choose, wrap=True)


def counted(counts: Sequence[tuple[date, int]], words: Wording) -> Pairs:
    """Each two counts that follow one another, with their days, as "16 → 29 (…)"."""
    named = {}
    for (first, one), (last, other) in pairwise(counts):
        figures = {"least": words.number(one), "most": words.number(other)}
        days = {"first": words.day(first), "last": words.day(last)}
        named[words("changes.between", **figures, **days)] = (first, last)
    return named


def _moved(field: str, key: str) -> None:
    if day := st.session_state[key]:
        state.change(**{field: day})
