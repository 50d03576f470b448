"""The part "Was geschah" of the page "Änderungen": what kind, the table, the same as a file."""

import htpy as h
import streamlit as st

from components import downloads
from components.base.atlas import Atlas
from components.base.choice import HAPPENED, Choice
from components.base.links import Links
from components.base.wording import Wording
from components.facts.happened import Happened
from components.html import happened as drawn
from components.page import field, frame, state, table_tools
from components.page.download import download
from components.words.happened import introduction

#: Where the part stands in its page.
PART = "geschah"


def section(happened: Happened, atlas: Atlas, links: Links, words: Wording) -> None:
    """Heading, what is listed, the choice of the kind, and the table."""
    frame.draw(
        h.h2(".part", id=PART)[words("happened.title")],
        h.p(".part")[introduction(happened, words)],
    )
    _kinds(happened, words)
    if rows := len(happened.shown):
        table = drawn.listing(happened, atlas.tables.sources, links, words)
        table_tools.searchable("happened", str(table), rows, words, scope=("from", "day"))
    else:
        frame.draw(h.p[words("happened.empty")])


def file(happened: Happened, atlas: Atlas, site: str, words: Wording) -> None:
    """The button for all rows of the days, of whatever kind, as CSV."""
    dated = Choice(happened.last, language=words.language, since_day=happened.first)

    def made() -> bytes:
        return downloads.written(downloads.table("happened", atlas, dated, site=site), "csv", words)

    with st.container(key="happened_file", width=320):
        download(
            words("happened.download", n=len(happened.rows)),
            made,
            downloads.named("happened", dated, atlas.version, "csv"),
            "csv",
            "happened",
        )


def _kinds(happened: Happened, words: Wording) -> None:
    """The kind that is listed, each with the number of its rows; it stands in the address."""
    counts = happened.counts
    kinds = {kind: words(f"happened.kind.{kind}", n=counts[kind]) for kind in HAPPENED}
    key, change = "happened_kind", state.changing("happened")
    field.choice(words("happened.kind"), kinds, key, happened.kind, change)
