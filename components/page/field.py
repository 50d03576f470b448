"""Fields of a form, of the browser's own elements: a list, a choice, a switch, a day, suggestions.

Each shows what it is given and tells `change` what the reader has chosen of it. It stays the
same element from run to run, so that the focus stays in it.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from components.base.choice import FIRST_DAY, today
from components.base.wording import Wording
from components.page.browser_code import component

#: What can be chosen, by the value that stands for it; and what hears the value that is chosen.
Options = Mapping[str, str]
Change = Callable[[str], object]
#: The ways in which a text is no day of the atlas.
WRONG = ("no_day", "no_such_day", "too_early", "too_late")
#: A blank that the browser fills in itself with what was typed.
_TYPED = "{text}"
_field = component("field", Path(__file__).parent / "field_assets")


def select(
    label: str, options: Options, key: str, value: str, change: Change, disabled: bool = False
) -> None:
    """A list that opens."""
    given = {"label": label, "value": value, "disabled": disabled}
    _one_of("select", options, key, change, given)


def choice(
    label: str, options: Options, key: str, value: str, change: Change, hidden: bool = False
) -> None:
    """A few options side by side, of which one is chosen; a `hidden` label is only read aloud."""
    _one_of("choice", options, key, change, {"label": label, "value": value, "hidden": hidden})


def pills(label: str, options: Options, key: str, value: str, change: Change) -> None:
    """Suggestions; none of them is shown as taken where `value` is none of them."""
    _one_of("pills", options, key, change, {"label": label, "value": value})


def switch(
    label: str, key: str, value: bool, change: Callable[[bool], object], disabled: bool = False
) -> None:
    """On or off."""
    given = {"label": label, "value": value, "disabled": disabled}
    _draw("switch", key, lambda told: change(bool(told)), given)


def day(
    label: str, key: str, value: date, change: Callable[[date], object], words: Wording
) -> None:
    """A day of the atlas, which the reader types; what is wrong with it is said in words."""
    first, last = FIRST_DAY, today()
    blanks = {"text": _TYPED, "first": words.day(first), "last": words.day(last)}
    given = {
        "label": label,
        "value": value.isoformat(),
        "written": words.day(value),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "said": {name: words(f"clock.{name}", **blanks) for name in WRONG},
    }

    def hear(told: object) -> None:
        if typed := _day(told):
            change(max(first, min(last, typed)))

    _draw("day", key, hear, given)


def chosen(key: str, options: Options, usual: str = "") -> str:
    """What the reader has chosen in a field whose value stands in no address: at first `usual`,
    or the first option.
    """
    kept = st.session_state.get(_kept(key))
    return kept if kept in options else usual or next(iter(options))


def keep(key: str) -> Change:
    """Keeps what is chosen in such a field."""
    return lambda value: st.session_state.update({_kept(key): value})


def _kept(key: str) -> str:
    return f"{key}_kept"


def _one_of(
    kind: str, options: Options, key: str, change: Change, given: Mapping[str, Any]
) -> None:
    def hear(told: object) -> None:
        if isinstance(told, str) and told in options:
            change(told)

    _draw(kind, key, hear, {**given, "options": list(options.items())})


def _draw(kind: str, key: str, hear: Callable[[object], object], given: Mapping[str, Any]) -> None:
    """Draw the field; it is told how many of its messages were heard, the last of which counts."""

    def heard() -> None:
        # The reader may have turned the page already.
        if told := (st.session_state.get(key) or {}).get("changed"):
            st.session_state[f"{key}_count"] = told.get("count", 0)
            hear(told.get("value"))

    count = st.session_state.get(f"{key}_count", 0)
    data = {"kind": kind, "count": count, **given}
    _field(data=data, key=key, on_changed_change=heard, width="content")


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None
