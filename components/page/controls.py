"""The controls but those of time and search: the settings, what is copied and taken along."""

import streamlit as st

from adoption.vocabulary import DEFINITIONS
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.page import nav, state
from components.page.copy_link import copy_link


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
