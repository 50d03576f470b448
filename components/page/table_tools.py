"""A search field for a table of `sortable`, and sorting by its headings; all in the browser."""

from pathlib import Path
from zlib import crc32

import streamlit as st

from components.base.wording import Wording

_ASSETS = Path(__file__).parent / "table_tools_assets"
_tools = st.components.v2.component(
    "table_tools",
    html=(_ASSETS / "tools.html").read_text("utf-8"),
    css=(_ASSETS / "tools.css").read_text("utf-8"),
    js=(_ASSETS / "tools.js").read_text("utf-8"),
)


def searchable(key: str, html: str, words: Wording, name: str = "") -> None:
    """Draw the search field and below it the table, which comes from `sortable.table_html`.

    `name` is the one of the table's words, where it is not the key. The tools run again when
    the table is another, to sort and to search it as the reader did the one before; by a mark
    on it they know that it is in the page.
    """
    hits = words("table.hits", n="{n}", of="{of}")
    mark = f"{crc32(html.encode()):08x}"
    said = {"search": words(f"{name or key}.search"), "hits": hits}
    _tools(data={"key": key, "table": mark, **said}, key=f"{key}_tools")
    with st.container(key=key):
        st.html(f'<div data-table="{mark}">{html}</div>')
