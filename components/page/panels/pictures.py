"""The pictures of the page "Mitnehmen": which one, in which form, its preview, its files.

A file is made when it is asked for, from the same frames as the page; the preview is the
picture itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import htpy as h
import streamlit as st

from components.base import published
from components.base.atlas import Atlas
from components.base.choice import (
    COLOURINGS,
    CURVES,
    ENDS,
    LABELS,
    MEASURES,
    SHAPES,
    TAKEN_PICTURES,
    TITLES,
    Choice,
)
from components.base.wording import Wording
from components.page import field, frame, state
from components.page.download import download
from components.page.panels import compare
from components.printed import pictures
from components.printed.finish import FORMATS
from components.printed.order import Order
from components.printed.pictures import Preview


def ordered(shown: Choice, site: str, words: Wording) -> Order | None:
    """The picture in the form that the reader chooses; none where its district is missing.

    All that is chosen here stands in the address.
    """
    name = shown.taken if shown.taken in TAKEN_PICTURES else TAKEN_PICTURES[0]
    film = name == "film"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _choice(replace(shown, taken=name), "taken", TAKEN_PICTURES, words, "picture")
        _choice(shown, "shape", SHAPES, words, disabled=film)
        field.switch(
            words("take.titled"),
            "taken_title",
            shown.title == TITLES[0],
            lambda on: state.change(title=TITLES[not on]),
            disabled=film,
        )
    _more(name, shown, words)
    if name == "timeline" and not shown.ags:
        frame.draw(h.p(".notice")[words("take.no_district")])
        return None
    shown = replace(shown, taken=Choice.taken)
    if film:
        return Order(name, shown, site=site)
    return Order(name, shown, shown.shape, shown.title == TITLES[0], site)


def _more(name: str, shown: Choice, words: Wording) -> None:
    """What can be chosen for this picture alone."""
    if name == "comparison":
        compare.switches(compare.full(shown), words)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if name == "map":
            _choice(shown, "colouring", COLOURINGS, words)
            _choice(shown, "label", LABELS, words)
        if name == "curve":
            _choice(shown, "measure", MEASURES, words)
            _choice(shown, "curve", CURVES, words)
            _choice(shown, "ends", ENDS, words)


def _choice(
    shown: Choice,
    part: str,
    options: Sequence[str],
    words: Wording,
    name: str = "",
    disabled: bool = False,
) -> None:
    """A list with the options of a part of the choice; `name` is what the catalogue calls it."""
    name = name or part
    named = {one: words(f"take.{name}.{one}") for one in options}
    key, value, change = f"taken_{name}", getattr(shown, part), state.changing(part)
    field.select(words(f"take.{name}"), named, key, value, change, disabled)


def preview(draw: Callable[[Order], Preview], order: Order, words: Wording) -> None:
    """The picture as it will be, as `draw` makes it; its title is what it says."""
    with st.container(key="preview"), st.spinner(words("take.drawing")):
        content, suffix, (width, height), title = draw(order)
        address = published.publish_picture("preview", content, suffix)
        told = {"picture": words(f"take.picture.{order.name}"), "title": title}
        alt = words("take.alt", **told)
        size = {"width": str(width), "height": str(height)}
        frame.draw(h.img(size, src=address, alt=alt, data_news="preview"))


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
        frame.draw(h.p(".notice")[unsure])
    frame.draw(h.p(".reuse")[order.reuse(atlas)])
