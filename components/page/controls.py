"""The controls but those of time and search: what is copied and taken along."""

import streamlit as st

from components.base.choice import Choice
from components.base.wording import Wording
from components.page import nav
from components.page.copy_link import copy_link


def tools(choice: Choice, words: Wording, taken: str) -> None:
    """The button that copies the address, and the way to what can be taken along.

    `taken` is what the page "Mitnehmen" opens with: one of the pictures or tables.
    """
    with st.container(horizontal=True, gap="small"):
        copy_link(choice.address(), words)
        nav.link("take", "mitnehmen", words("page.mitnehmen"), "button", taken)
