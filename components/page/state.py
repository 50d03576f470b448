"""The one choice of a session: read once from the address, changed by controls, written back."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from components.base import choice, stamp
from components.base.choice import Choice, Problem, today
from components.base.preferred import preferred
from components.base.wording import LANGUAGES, Wording
from components.looks.look import coloured
from components.page import cache


def current(page: str) -> Choice:
    """The reader's choice on this page.

    Read from the address when it is new, of another page, or has been moved through (back,
    forward).
    """
    query = dict(st.query_params)
    for name in choice.views(query):
        del query[name]
    if st.session_state.get("page") != page:
        st.session_state.pop("entered", None)
    st.session_state.page = page
    if query != st.session_state.get("address"):
        said = {"lang": _preferred(), **query}
        chosen, problems = choice.read(said, today(), cache.atlas().names)
        chosen = coloured(chosen, query, cache.atlas())
        st.session_state.update(address=query, choice=chosen, problems=problems)
    st.session_state.choice = st.session_state.choice.until(today())
    return st.session_state.choice


def entered() -> Choice:
    """The choice with which the reader came to this page, in the language of now.

    What is drawn for it stays the same while the reader moves on, and is not sent again.
    """
    chosen = st.session_state.choice
    if st.session_state.get("entered", (None,))[0] != chosen.language:
        st.session_state.entered = chosen.language, chosen
    return st.session_state.entered[1].until(today())


def change(**fields: object) -> None:
    """Set parts of the choice and write the address in full."""
    chosen = replace(st.session_state.choice, **fields).until(today())
    address = chosen.address()
    write(address)
    st.session_state.update(address=address, choice=chosen, problems=[])


def changing(part: str) -> Callable[[object], None]:
    """What sets this part of the choice to what it is given."""
    return lambda value: change(**{part: value})


def write(address: Mapping[str, str]) -> None:
    """Write this address, and behind it what the tables of the page say there."""
    st.query_params.from_dict({**address, **choice.views(st.query_params.to_dict())})


def problems() -> list[Problem]:
    """What of the address could not be used, until the reader changes something."""
    return st.session_state.get("problems", [])


def words() -> Wording:
    """The words of the chosen language."""
    return Wording(st.session_state.choice.language)


def first_words() -> Wording:
    """The words for what is drawn before the choice is read: the address's or the browser's."""
    chosen = st.session_state.get("choice")
    asked = chosen.language if chosen else st.query_params.get("lang")
    return Wording(asked if asked in LANGUAGES else _preferred())


def _preferred() -> str:
    """The language of the browser: as it tells scripts, else by the header of its requests."""
    told = st.context.locale, st.context.headers.get("Accept-Language")
    return preferred(",".join(filter(None, told)))


def connection() -> str:
    """What the browser's connection is called: when it opens another, what it said on the last one
    may not have been heard.
    """
    # Each handshake of a WebSocket brings a random key (RFC 6455); a part of it is enough.
    return st.context.headers.get("Sec-WebSocket-Key", "")[:8]


def site() -> str:
    """Where this atlas is: as the operators set it, else where the reader has opened it."""
    base = st.config.get_option("server.baseUrlPath").strip("/")
    return stamp.site() or stamp.origin(st.context.url or "", f"/{base}" if base else "")
