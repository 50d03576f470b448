"""The frame of every page: style, name, headline, notices, foot."""

from html import escape
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.base.wording import Wording
from components.page import cache, nav, state
from components.page.notice import notice
from components.words.headline import Headline

_STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")


def top(words: Wording) -> None:
    """Style, language for screen readers, name, navigation, what the address got wrong."""
    bare_top(words)
    name, tagline = escape(words("title")), escape(words("page.tagline"))
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="brand"><strong>{name}</strong><span>{tagline}</span></p>')
        nav.row(words)
    problems(words)


def bare_top(words: Wording) -> None:
    """Style and language alone, for a view without navigation."""
    st.html(_STYLE)
    language = f"document.documentElement.lang = '{words.language}'"
    st.html(f"<script>{language}</script>", unsafe_allow_javascript=True)


def problems(words: Wording) -> None:
    """What the address got wrong, a sentence each."""
    for problem in state.problems():
        notice(words, problem.key, **problem.values)


def headline(line: Headline, further: str = "") -> None:
    """The sentence of the day as the page's only h1, its details below; `further` is HTML."""
    told = " ".join([*map(escape, line.detail), further]).strip()
    st.html(f'<h1 class="headline">{escape(line.sentence)}</h1><p class="detail">{told}</p>')


def table_link(words: Wording, page: str) -> str:
    """The way from a headline to the table of the 54 on the page at this address."""
    return f'<a href="{escape(page)}#tabelle">{escape(words("headline.table", of=54))}</a>'


def row(key: str) -> DeltaGenerator:
    """A container that style and tests can name."""
    return st.container(key=key)


def columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The picture and, beside it on a wide screen, what explains it."""
    picture, aside = st.columns([17, 9], gap="medium")
    return picture, aside


def foot(words: Wording) -> None:
    """Stand of the research, latest evidence, data version, licences."""
    known = cache.tables()
    facts = {
        "date": words.known(max(known.districts["researched_on"])),
        "latest": words.day(known.events["last_day"].max().date()),
        "version": cache.version(),
    }
    licence = words("foot.licence", attribution=cache.attribution())
    st.html(f'<p class="foot">{escape(words("foot.research", **facts))}<br>{escape(licence)}</p>')


def broken(findings: list[str], words: Wording) -> None:
    """What a visitor sees when the tables cannot be read: a sentence, then the places."""
    st.html(_STYLE)
    st.error(f"**{words('broken.title')}** {words('broken.body')}")
    st.code("\n".join(findings), language=None)
