"""The search field: a combobox that asks the server while the reader types.

Each question reruns the field alone, and one is under way at a time; what stands in the field is
the browser's, so that no letter is lost to a slow server. A text that was asked for is answered
and forgotten.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.base import places
from components.base.choice import Choice
from components.base.collation import rows_by_name
from components.base.wording import Wording
from components.page import cache, state
from components.page.browser_code import component
from components.words.places import offered

#: A blank that the browser fills in itself with what was typed.
_TYPED = "{value}"
_field = component("place_field", Path(__file__).parent / "place_field_assets")


@st.fragment
def draw(choice: Choice, words: Wording) -> None:
    """Draw the field; it shows the chosen district, and a place that is taken opens its own."""
    names = cache.atlas().names
    labels = {
        "label": words("control.place"),
        "hint": words("control.place.hint"),
        "clear": words("control.place.clear"),
    }
    answer = st.session_state.pop("place_answer", None)
    shown = {"ags": choice.ags, "name": names.get(choice.ags, "")}
    _field(
        data={**shown, "labels": labels, "answer": answer},
        key="place",
        on_asked_change=_hear,
        on_taken_change=_take,
    )
    if st.session_state.pop("place_taken", False):
        st.rerun()


def answer(text: str, words: Wording) -> dict[str, Any]:
    """What the browser shows for a text: `hits` (key, name, what tells it apart), whether the
    first of them may be taken as it is (`sure`), and what is `said` of them.
    """
    tables = cache.atlas().tables
    if not text.strip():
        every = cache.searchable().query("designation == ''").drop_duplicates("place")
        every = rows_by_name(every, "name").assign(kind="name")
        said = words("search.all", of=len(every))
        return {"hits": offered(every, tables, words), "sure": False, "said": said}
    found = places.find(text, cache.searchable())
    hits = offered(found, tables, words)
    return {"hits": hits, "sure": bool(places.meant(found)), "said": _said(found, words)}


def take(ags: str) -> None:
    """Choose the district of this key, or none; what is no key changes nothing."""
    if not ags or ags in set(cache.atlas().tables.districts["ags"]):
        state.change(ags=ags)


def _said(found: pd.DataFrame, words: Wording) -> str:
    if found.empty:
        return words("search.nothing")
    if found["score"].max() >= places.SLIP:
        return words("search.hits" if places.meant(found) else "search.choose", n=len(found))
    if not found["kind"].eq("key").all():
        return words("search.nearest", value=_TYPED)
    if found["score"].eq(places.PART).all():
        return words("search.part_of_key")
    return words("search.no_key", value=_TYPED)


def _hear() -> None:
    """Answer what the reader has typed so far; `count` tells the browser which text that was."""
    if message := _told("asked"):
        text = str(message.get("text", ""))[: places.LONGEST]
        told = answer(text, state.words()) | {"count": message.get("count", 0)}
        st.session_state.place_answer = told


def _take() -> None:
    if message := _told("taken"):
        take(str(message.get("ags", "")))
        st.session_state.place_taken = True


def _told(name: str) -> Mapping[str, Any] | None:
    """What the browser has sent; nothing when the reader has turned the page already."""
    component = st.session_state.get("place")
    return component and component[name]
