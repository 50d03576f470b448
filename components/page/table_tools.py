"""A search field for a table of `sortable`, and sorting by its headings; all in the browser."""

from pathlib import Path
from zlib import crc32

import htpy as h
import streamlit as st
from markupsafe import Markup

from components.base.wording import Wording
from components.page import frame
from components.page.browser_code import component

_tools = component("table_tools", Path(__file__).parent / "table_tools_assets")


def searchable(key: str, html: str, rows: int, words: Wording, name: str = "") -> None:
    """Draw the search field and below it the table, which comes from `sortable.table`.

    `rows` is how many the table has, `name` the one of its words, where it is not the key. The
    tools run again when the table is another, to sort and to search it as the reader did the
    one before; by a mark on it they know that it is in the page.
    """
    hits = words("table.hits", n=rows, hits="{n}")
    mark = f"{crc32(html.encode()):08x}"
    said = {"search": words(f"{name or key}.search"), "hits": hits}
    _tools(data={"key": key, "table": mark, **said}, key=f"{key}_tools")
    with st.container(key=key):
        frame.draw(h.div(data_table=mark)[Markup(html)])
