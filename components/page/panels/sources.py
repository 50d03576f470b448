"""The parts of the page "Daten und Quellen": what is known how well, from where, and by whom."""

import os
from html import escape

import streamlit as st

from components.base.choice import Choice
from components.base.wording import Wording
from components.html.codebook import codebook_html
from components.page import cache, controls, table_tools
from components.page.copy_text import copy_text
from components.words.correction import correction_text, event_label

#: Where corrections are sent, as the operators of a site set it; shown as it is.
CONTACT = "KIZ_ATLAS_CONTACT"
_PARTS = ("quellen", "kreise", "fragen", "korrektur", "codebuch", "lizenzen")


def intro(words: Wording) -> None:
    """What the page has, in numbers, and the way to each part."""
    counts = cache.evidence_counts()
    told = words("intro.told", **{name: words.number(n) for name, n in counts.items()})
    links = " · ".join(f'<a href="#{part}">{escape(words(f"part.{part}"))}</a>' for part in _PARTS)
    title = escape(words("intro.title"))
    st.html(
        f'<h1 class="headline">{title}</h1><p class="detail">{escape(told)}</p>'
        f'<nav class="parts" aria-label="{escape(words("intro.parts"))}">{links}</nav>'
    )


def sources(choice: Choice, words: Wording) -> None:
    """Every source with what rests on it."""
    _heading("quellen", words)
    table_tools.searchable("sources", cache.sources_html(choice.language), words)


def districts(choice: Choice, words: Wording) -> None:
    """How well each district is known."""
    _heading("kreise", words)
    table_tools.searchable("knowledge", cache.knowledge_html(choice.language), words)


def questions(choice: Choice, words: Wording) -> None:
    """What a better source could settle."""
    _heading("fragen", words)
    st.html(cache.questions_html(choice.language))


def correction(choice: Choice, asked: str, words: Wording) -> None:
    """A text to report a correction with: for one event of the district, or a missing one.

    `asked` is the id of the event that the address names, or empty.
    """
    _heading("korrektur", words)
    contact = os.environ.get(CONTACT, "").strip()
    key = "correction.contact" if contact else "correction.no_contact"
    st.html(f"<p>{escape(words(key, contact=contact))}</p>")
    place, event = st.columns(2, gap="medium")
    with place:
        controls.search(choice, words)
    if not choice.ags:
        st.html(f'<p class="hint">{escape(words("correction.choose"))}</p>')
        return
    known = cache.tables()
    own = known.events[known.events["ags"] == choice.ags].sort_values("last_day", kind="stable")
    labels = {row.id: event_label(row, words) for row in own.itertuples(index=False)}
    st.session_state.wrong_event = asked
    event.selectbox(
        words("correction.which"),
        ["", *labels],
        format_func=lambda id: labels.get(id) or words("correction.new"),
        key="wrong_event",
        on_change=_name_event,
    )
    district = known.districts.set_index("ags", drop=False).loc[choice.ags]
    row = own.set_index("id", drop=False).loc[asked] if asked else None
    text = correction_text(district, row, known.sources, cache.version(), words)
    copy_text(text, words)


def codebook(words: Wording) -> None:
    """What the words mean."""
    _heading("codebuch", words)
    st.html(codebook_html(words))


def licences(words: Wording) -> None:
    """Who must be named for what, and the version to cite."""
    _heading("lizenzen", words)
    values = {"attribution": cache.attribution(), "version": cache.version()}
    lines = [
        f"<li>{escape(words(f'licence.{name}', **values))}</li>"
        for name in ("tables", "population", "boundaries", "program", "version")
    ]
    st.html(f'<ul class="licences">{"".join(lines)}</ul>')


def _heading(part: str, words: Wording) -> None:
    title, told = escape(words(f"part.{part}")), escape(words(f"part.{part}.told"))
    st.html(f'<h2 class="part" id="{part}">{title}</h2><p class="part">{told}</p>')


def _name_event() -> None:
    """Write the event into the address, where the page reads it; none for a missing one."""
    address = st.session_state.choice.address()
    if event := st.session_state.wrong_event:
        address["ereignis"] = event
    st.query_params.from_dict(address)
