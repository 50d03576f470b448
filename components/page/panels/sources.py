"""The parts of the page "Daten und Quellen": what is known how well, from where, and by whom."""

from collections.abc import Mapping

import htpy as h
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.base import settings
from components.base.atlas import Atlas
from components.base.links import WORDS
from components.base.wording import Wording
from components.facts.dossier import events_of, row_of
from components.html.german import german, sentence
from components.page import field, frame, state, table_tools
from components.page.copy_text import copy_text
from components.words.correction import correction_text, event_label

PARTS = ("quellen", "kreise", "fragen", "korrektur", WORDS, "codebuch", "lizenzen")
LICENCES = ("tables", "population", "boundaries", "program", "version")


def intro(counts: Mapping[str, int], words: Wording) -> None:
    """What the page has, in numbers, and the way to each part."""
    links = [h.a(href=f"#{part}")[words(f"part.{part}")] for part in PARTS]
    separated = [node for link in links for node in (" · ", link)][1:]
    frame.draw(
        h.h1(".headline")[words("intro.title")],
        h.p(".detail")[
            words("intro.told", **{name: words(f"intro.{name}", n=n) for name, n in counts.items()})
        ],
        h.nav(".parts", aria_label=words("intro.parts"))[separated],
    )


def heading(part: str, words: Wording) -> None:
    """The heading of a part, and what it has."""
    frame.draw(
        h.h2(".part", id=part)[words(f"part.{part}")],
        h.p(".part")[words(f"part.{part}.told")],
    )


def table(name: str, part: str, html: str, rows: int, words: Wording) -> None:
    """One of the tables with its heading, sortable and searchable."""
    heading(part, words)
    table_tools.searchable(name, html, rows, words, scope=())


def contact(words: Wording) -> None:
    """Where corrections go."""
    address = settings.current().contact
    key = "correction.contact" if address else "correction.no_contact"
    frame.draw(h.p[words(key, contact=address)])


def correction(atlas: Atlas, ags: str, asked: str, place: DeltaGenerator, words: Wording) -> None:
    """A text to report a correction with: for one event of the district, or a missing one.

    `asked` is the id of the event that the address names, or empty; `place` is where another
    is chosen.
    """
    if not ags:
        frame.draw(h.p(".hint")[words("correction.choose")])
        return
    events = events_of(atlas, ags).sort_values("last_day", kind="stable")
    labels = {row.id: event_label(row, words) for row in events.itertuples(index=False)}
    options = {"": words("correction.new"), **labels}
    with place:
        field.select(words("correction.which"), options, "wrong_event", asked, _name_event)
    district = row_of(atlas.tables.districts, ags)
    event = events.set_index("id", drop=False).loc[asked] if asked else None
    copy_text(correction_text(district, event, atlas.tables.sources, atlas.version, words), words)


def licences(atlas: Atlas, words: Wording) -> None:
    """Who must be named for what, and the version to cite."""
    values = {"attribution": german(atlas.attribution, words), "version": atlas.version}
    lines = [sentence(words, f"licence.{name}", **values) for name in LICENCES]
    frame.draw(h.ul(".licences")[[h.li[line] for line in lines]])


def _name_event(event: str) -> None:
    """Write the event into the address, where the page reads it; none for a missing one."""
    address = st.session_state.choice.address()
    if event:
        address["ereignis"] = event
    state.write(address)
