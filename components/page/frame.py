"""The frame of every page: style, name, headline, notices, foot."""

from datetime import date
from pathlib import Path

import htpy as h
import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from components.base import VERSION
from components.base.atlas import Atlas
from components.base.links import Links, LiveLinks
from components.base.wording import Wording
from components.figures import theme_sheet
from components.html import parts, styles
from components.html.german import german, sentence
from components.page import cache, nav, state
from components.page.notice import notice
from components.words import pages
from components.words.headline import Headline

_SHEET = Path(__file__).with_suffix(".css").read_text("utf-8")
#: One element: of several that are drawn together only the last would stay.
_STYLE = str(h.style[Markup(styles.style() + theme_sheet.sheet() + _SHEET)])


def draw(*nodes: h.Node) -> None:
    """Draw HTML at this place of the page."""
    st.html(str(h.fragment[nodes]))


def landmarks() -> DeltaGenerator:
    """The place of the page itself, between those of its top and its foot.

    The script of the navigation gives each its name (nav_assets/landmarks.mjs).
    """
    places = {name: st.container(key=name) for name in ("banner", "main", "contentinfo")}
    st.session_state.landmarks = places
    return places["main"]


def top(words: Wording) -> None:
    """Style, title, what holds for all pages and the navigation (which tells the browser the
    language of the page), what the address got wrong.
    """
    st.html(_STYLE)
    told = pages.told(st.session_state.page, cache.atlas(), st.session_state.choice)
    st.set_page_config(page_title=told.title)
    with st.session_state.landmarks["banner"]:
        nav.row(words)
    problems(words)


def problems(words: Wording) -> None:
    """What the address got wrong, a sentence each."""
    for problem in state.problems():
        notice(words, problem.key, **problem.values)


def headline(line: Headline, *further: h.Node) -> None:
    """The sentence of the day as the page's only h1, its details below, and what follows them."""
    told = [part for part in (*line.detail, *further) if part]
    draw(
        h.h1(".headline", data_news="headline")[line.sentence],
        h.p(".detail")[parts.joined(told, " ")],
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


def foot(atlas: Atlas, words: Wording, day: date | None = None) -> None:
    """The day that is shown, if the page has one, the last evidence and the last search, which
    are three dates; versions of data and program, licences, and the ways to what few look for.
    """
    values = {"evidence": words.date(atlas.evidence.date), "searched": words.date(atlas.researched)}
    versions = words("foot.version", version=atlas.version, program=VERSION)
    dates = [words("stamp.dates", **values), versions]
    if day:
        dates.insert(0, words("foot.shown", day=words.day(day)))
    licence = sentence(words, "foot.licence", attribution=german(atlas.attribution, words))
    with st.session_state.landmarks["contentinfo"]:
        draw(h.p(".foot")[" ".join(dates), h.br, licence])
        draw(_ways(words))


def _ways(words: Wording) -> h.Element:
    """The ways from the foot: what the words and the map mean, and the pages of nav.FOOT.

    The script of the navigation adds what is chosen, so that nothing of them is sent again.
    """
    links, here = LiveLinks({}), st.session_state.page
    listed = [
        h.a(href=links.words())[words("foot.words")],
        h.a(href=links.reading())[words("reading.title")],
        *(
            h.a(href=page, aria_current="page" if page == here else None)[words(f"page.{page}")]
            for page in nav.FOOT
        ),
    ]
    return h.nav(".ways", aria_label=words("foot.ways"))[h.ul[[h.li[link] for link in listed]]]


def broken(findings: list[str], words: Wording) -> None:
    """What a visitor sees when the tables cannot be read: a sentence, then the places."""
    st.set_page_config(page_title=words("title"))
    st.html(_STYLE)
    told = h.strong[words("broken.title")], " ", words("broken.body")
    draw(h.p(".notice", role="alert")[told], h.pre[h.code["\n".join(findings)]])
