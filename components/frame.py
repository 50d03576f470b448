"""The frame of every page: style, name, headline, notices, foot."""

from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import cache, camera, state
from components.choice import Choice
from components.headline import Headline
from components.wording import Wording

#: The pages in the order of the navigation; each is a file in components/pages.
PAGES = (
    *("karte", "ohne", "aenderungen", "verlauf", "kreis", "vergleich", "abgleich", "quellen"),
    "mitnehmen",
)
_STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")


def script(page: str) -> str:
    """The file of a page."""
    return f"components/pages/{page}.py"


def top(words: Wording) -> None:
    """Style, language for screen readers, name, navigation, what the address got wrong."""
    bare_top(words)
    name, tagline = escape(words("title")), escape(words("page.tagline"))
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="brand"><strong>{name}</strong><span>{tagline}</span></p>')
        with st.container(key="pages", horizontal=True, width="content", gap="small"):
            for page in PAGES:
                # Without a query: the choice goes along in the session, and the links stay
                # the same when the day moves.
                st.page_link(script(page), label=words(f"page.{page}"))
    problems(words)


def bare_top(words: Wording) -> None:
    """Style and language alone, for a view without navigation."""
    st.html(_STYLE)
    language = f"document.documentElement.lang = '{words.language}'"
    st.html(f"<script>{language}</script>", unsafe_allow_javascript=True)


def problems(words: Wording) -> None:
    """What the address got wrong, a sentence each."""
    for problem in state.problems():
        st.warning(words(problem.key, **problem.values))


def headline(line: Headline, further: str = "") -> None:
    """The sentence of the day as the page's only h1, its details below; `further` is HTML."""
    told = " ".join([*map(escape, line.detail), further]).strip()
    st.html(f'<h1 class="headline">{escape(line.sentence)}</h1><p class="detail">{told}</p>')


def table_link(words: Wording, page: str = "") -> str:
    """The way from the headline to the table of the 54; `page` is where it is, if elsewhere."""
    return f'<a href="{escape(page)}#tabelle">{escape(words("headline.table", of=54))}</a>'


def row(key: str) -> DeltaGenerator:
    """A container that style and tests can name."""
    return st.container(key=key)


def columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The picture and, beside it on a wide screen, what explains it."""
    picture, aside = st.columns([17, 9], gap="medium")
    return picture, aside


def foot(words: Wording) -> None:
    """Stand of the research, latest evidence, data version, licences; and the camera's words."""
    known = cache.tables()
    facts = {
        "date": words.known(max(known.districts["researched_on"])),
        "latest": words.day(known.events["last_day"].max().date()),
        "version": cache.version(),
    }
    licence = words("foot.licence", attribution=cache.attribution())
    st.html(f'<p class="foot">{escape(words("foot.research", **facts))}<br>{escape(licence)}</p>')
    camera.camera(words)


def embedded_foot(choice: Choice, words: Wording) -> None:
    """Source, licence, and the way to the same in the atlas, in a window of its own."""
    address = escape(f"./?{urlencode(choice.address())}")
    told = words("foot.embedded", version=cache.version(), attribution=cache.attribution())
    link = escape(words("foot.open"))
    st.html(
        f'<p class="foot">{escape(told)} '
        f'<a href="{address}" target="_blank" rel="noopener">{link}</a></p>'
    )
    camera.camera(words)


def broken(findings: list[str], words: Wording) -> None:
    """What a visitor sees when the tables cannot be read: a sentence, then the places."""
    st.html(_STYLE)
    st.error(f"**{words('broken.title')}** {words('broken.body')}")
    st.code("\n".join(findings), language=None)
