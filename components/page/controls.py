"""The controls but that of the time: the search field, the settings, what is copied and taken."""

import streamlit as st

from adoption.vocabulary import DEFINITIONS
from components.base import places
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.page import cache, nav, state
from components.page.copy_link import copy_link
from components.page.notice import notice


def search(choice: Choice, words: Wording) -> None:
    """The search field: a district or any municipality opens the district."""
    known = cache.searchable()
    labels = known.set_index("label")["ags"]
    shown = st.session_state.get("place")
    if labels.get(shown) != (choice.ags or None):
        shown = next(iter(known.loc[known["ags"] == choice.ags, "label"]), None)
    # Set also where it stays the same: else the next move sends the long list once more.
    st.session_state.place = shown
    st.selectbox(
        words("control.place"),
        list(labels.index),
        index=None,
        placeholder=words("control.place.hint"),
        accept_new_options=True,
        key="place",
        on_change=_look_up,
    )
    if searched := st.session_state.searched:
        places_meant = places.find(searched, known)
        names = words.names(list(places_meant["label"].head(8)))
        key = "search.none" if places_meant.empty else "search.many"
        notice(words, key, searched, names=names)


def settings(choice: Choice, words: Wording) -> None:
    """What is rarely changed: what counts as a KIZ, and the language."""
    st.session_state.update(definition=choice.definition, language=choice.language)
    with st.popover(words("control.settings"), width="stretch"):
        st.radio(
            words("control.definition"),
            DEFINITIONS,
            format_func=lambda name: words(f"definition.{name}"),
            captions=[words(f"definition.{name}.help") for name in DEFINITIONS],
            key="definition",
            on_change=lambda: state.change(definition=st.session_state.definition),
        )
        st.radio(
            words("control.language"),
            LANGUAGES,
            format_func={"de": "Deutsch", "en": "English"}.get,
            horizontal=True,
            key="language",
            on_change=lambda: state.change(language=st.session_state.language),
        )


def tools(choice: Choice, words: Wording, taken: str) -> None:
    """The settings, the button that copies the address, and the way to what can be taken along.

    `taken` is what the page "Mitnehmen" opens with: one of the pictures or tables.
    """
    with st.container(horizontal=True, gap="small"):
        settings(choice, words)
        copy_link(choice.address(), words)
        nav.link("take", "mitnehmen", words("page.mitnehmen"), "button", taken)


def _look_up() -> None:
    """Open the district that the text of the search field means, if it means one."""
    text = (st.session_state.place or "")[: places.LONGEST]
    if not text:
        state.change(ags="")
        return
    places_meant = places.find(text, cache.searchable())["ags"].unique()
    if len(places_meant) == 1:
        state.change(ags=places_meant[0])
    else:
        st.session_state.update(searched=text, place=None)
