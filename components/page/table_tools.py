"""The tools above a table of `sortable`: search, groups, order, a file; all in the browser."""

from pathlib import Path
from zlib import crc32

import htpy as h
import streamlit as st
from markupsafe import Markup

from components.base.choice import Choice
from components.base.wording import Wording
from components.html import sortable, table_facts
from components.page import cache, frame
from components.page.browser_code import component

_tools = component("table_tools", Path(__file__).parent / "table_tools_assets")


def searchable(
    key: str,
    html: str,
    rows: int,
    words: Wording,
    name: str = "",
    scope: tuple[str, ...] = table_facts.SCOPE,
) -> None:
    """Draw the tools and below them the table, which comes from `sortable`.

    `key` is what the table is called in the address and in the name of its file, `rows` how many
    it has, `name` the one of its words, where it is not the key, `scope` what of the choice it
    depends on. The tools run again when the table is another, to sort and to narrow it as the
    reader did the one before; by a mark on it they know that it is in the page.
    """
    mark = f"{crc32(html.encode()):08x}"
    choice: Choice = st.session_state.choice
    said = sortable.said(words(f"{name or key}.search"), rows, words)
    file = table_facts.file(key, choice, cache.atlas().version, scope, words)
    _tools(data={"key": key, "table": mark, **said, **file}, key=f"{key}_tools")
    with st.container(key=key):
        frame.draw(h.div(data_table=mark)[Markup(html)])
