"""The one choice of a session: read once from the address, changed by controls, written back."""

from dataclasses import replace

import streamlit as st

from components import cache, choice
from components.choice import Choice, Problem, today
from components.wording import Wording


def current() -> Choice:
    """The reader's choice; read from the address when it is new or has been moved through."""
    query = dict(st.query_params)
    if query != st.session_state.get("address"):
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
    return Wording(current().language)
