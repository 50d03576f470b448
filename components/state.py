"""The one choice of a session: read once from the address, changed by controls, written back."""

from dataclasses import replace

import streamlit as st

from components import cache, choice
from components.choice import Choice, Problem, today
from components.wording import LANGUAGES, Wording


def current(page: str) -> Choice:
    """The reader's choice on this page.

    Read from the address when it is new or has been moved through (back, forward). A
    change of page empties the address; the choice goes along and is written again.
    """
    query = dict(st.query_params)
    address = st.session_state.get("address")
    turned = st.session_state.get("page") not in (None, page)
    st.session_state.page = page
    if turned and not query and address is not None:
        if page != "mitnehmen":  # what is taken along stays out of the other pages' addresses
            address = {name: value for name, value in address.items() if name != "was"}
            chosen = replace(st.session_state.choice, taken=Choice.taken)
            st.session_state.update(address=address, choice=chosen)
        st.query_params.from_dict(address)
    elif query != address:
        names = cache.tables().districts.set_index("ags")["name"].to_dict()
        chosen, problems = choice.read(query, today(), names)
        st.session_state.update(address=query, choice=chosen, problems=problems, searched="")
    return st.session_state.choice


def change(**fields: object) -> None:
    """Set parts of the choice and write the address in full."""
    chosen = replace(st.session_state.choice, **fields)
    address = chosen.address()
    st.query_params.from_dict(address)
    st.session_state.update(address=address, choice=chosen, problems=[], searched="")


def problems() -> list[Problem]:
    """What of the address could not be used, until the reader changes something."""
    return st.session_state.get("problems", [])


def words() -> Wording:
    """The words of the chosen language."""
    return Wording(st.session_state.choice.language)


def first_words() -> Wording:
    """The words for what is drawn before the choice is read: the address's language, or German."""
    chosen = st.session_state.get("choice")
    asked = chosen.language if chosen else st.query_params.get("lang")
    return Wording(asked if asked in LANGUAGES else LANGUAGES[0])
