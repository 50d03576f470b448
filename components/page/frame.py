"""The frame of every page: style, name, headline, notices, foot."""

from pathlib import Path

import htpy as h
import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from components.base.atlas import Atlas
from components.base.links import Links
from components.base.wording import Wording
from components.page import nav, state
from components.page.notice import notice
from components.words.headline import Headline

_STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")


def draw(*nodes: h.Node) -> None:
    """Draw HTML at this place of the page."""
    st.html(str(h.fragment[nodes]))


def run(script: str) -> None:
    """Run a script of ours in the page; nothing of what a visitor wrote may be in it."""
    st.html(str(h.script[Markup(script)]), unsafe_allow_javascript=True)


def top(words: Wording) -> None:
    """Style, language for screen readers, name, navigation, what the address got wrong."""
    bare_top(words)
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        draw(h.p(".brand")[h.strong[words("title")], h.span[words("page.tagline")]])
        nav.row(words)
    problems(words)


def bare_top(words: Wording) -> None:
    """Style and language alone, for a view without navigation."""
    st.html(_STYLE)
    run(f"document.documentElement.lang = '{words.language}'")


def problems(words: Wording) -> None:
    """What the address got wrong, a sentence each."""
    for problem in state.problems():
        notice(words, problem.key, **problem.values)


def headline(line: Headline, further: h.Node = None) -> None:
    """The sentence of the day as the page's only h1, its details below, and what follows them."""
    detail = " ".join(line.detail)
    draw(
        h.h1(".headline")[line.sentence],
        h.p(".detail")[detail, detail and further and " ", further],
    )


def table_link(links: Links, words: Wording) -> h.Element:
    """The way from a headline to the table of the 54."""
    return h.a(href=links.table())[words("headline.table", of=54)]


def row(key: str) -> DeltaGenerator:
    """A container that style and tests can name."""
    return st.container(key=key)


def columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The picture and, beside it on a wide screen, what explains it."""
    picture, aside = st.columns([17, 9], gap="medium")
    return picture, aside


def foot(atlas: Atlas, words: Wording) -> None:
    """Stand of the research, latest evidence, data version, licences."""
    values = {
        "date": words.date(max(atlas.tables.districts["researched_on"])),
        "latest": words.day(atlas.tables.events["last_day"].max().date()),
        "version": atlas.version,
    }
    licence = words("foot.licence", attribution=atlas.attribution)
    draw(h.p(".foot")[words("foot.research", **values), h.br, licence])


def broken(findings: list[str], words: Wording) -> None:
    """What a visitor sees when the tables cannot be read: a sentence, then the places."""
    st.html(_STYLE)
    st.error(f"**{words('broken.title')}** {words('broken.body')}")
    st.code("\n".join(findings), language=None)
