"""A search field for a table of `sortable`, and sorting by its headings; all in the browser."""

from pathlib import Path
from zlib import crc32

import streamlit as st

from components.wording import Wording

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
    the table is another, to sort and to search it as the reader did the one before.
    """
    hits = words("table.hits", n="{n}", of="{of}")
    data = {"key": key, "search": words(f"{name or key}.search"), "hits": hits}
    data["table"] = crc32(html.encode())
    _tools(data=data, key=f"{key}_tools")
    with st.container(key=key):
        st.html(html)
