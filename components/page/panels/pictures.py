"""The pictures of the page "Mitnehmen": which one, in which form, its preview, its files.

A file is made when it is asked for, from the same frames as the page; the preview is the
picture itself.
"""

from collections.abc import Callable
from functools import partial

import htpy as h
import streamlit as st

from components.base.atlas import Atlas
from components.base.choice import TAKEN_PICTURES, Choice
from components.base.wording import Wording
from components.page import frame, state
from components.page.download import download
from components.printed import pictures
from components.printed.finish import FORMATS
from components.printed.order import Order
from components.printed.paper import SHAPES


def ordered(taken: str, shown: Choice, site: str, words: Wording) -> Order | None:
    """The picture in the form that the reader chooses; none where its district is missing.

    `taken` is what the page was opened for.
    """
    name = taken if taken in TAKEN_PICTURES else TAKEN_PICTURES[0]
    st.session_state.taken_picture = name
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            words("take.picture"),
            TAKEN_PICTURES,
            format_func=lambda one: words(f"take.picture.{one}"),
            key="taken_picture",
            on_change=lambda: state.change(taken=st.session_state.taken_picture),
            width=260,
        )
        shape = st.segmented_control(
            words("take.shape"),
            list(SHAPES),
            default=next(iter(SHAPES)),
            required=True,
            key="shape",
            disabled=name == "film",
        )
        titled = st.toggle(words("take.titled"), value=True, key="titled", disabled=name == "film")
    if name == "timeline" and not shown.ags:
        st.info(words("take.no_district"))
        return None
    if name == "film":
        return Order(name, shown, site=site)
    return Order(name, shown, shape, titled, site)


def preview(draw: Callable[[Order], bytes], order: Order, words: Wording) -> None:
    """The picture as it will be."""
    day = words.day(order.choice.day)
    alt = words("take.alt", picture=words(f"take.picture.{order.name}"), day=day)
    with st.spinner(words("take.drawing")), st.container(key="preview"):
        st.image(draw(order), alt=alt, width="stretch")


def files(atlas: Atlas, order: Order, words: Wording) -> None:
    """A button for each file of the picture, what is unsure in it, the sentence for reuse."""
    film = order.name == "film"
    with st.container(horizontal=True, gap="small"):
        for kind in pictures.FILMS if film else FORMATS:
            make = partial(pictures.film if film else pictures.file, order, atlas, kind)
            if film:
                label = words("take.download", format=kind.upper())
            else:
                label = words(f"take.download.{kind}")
            download(label, make, order.file_name(kind), kind, kind)
    if unsure := pictures.warning(atlas, order.choice, words):
        st.warning(unsure)
    frame.draw(h.p(".reuse")[order.reuse(atlas)])
