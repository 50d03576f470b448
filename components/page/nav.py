"""The ways between the pages: real links with the whole query, followed without a new load.

A plain click goes the way of the browser's "back" and "forward": the address is written into
the history and Streamlit is told that it has changed. So one page is one entry, with the whole
query; `st.switch_page` and `st.page_link` leave more of them, some without a query. Every other
click (with Ctrl, with the middle button) is the browser's own.
"""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from components.base import choice
from components.base.choice import Choice
from components.base.wording import Wording
from components.page.browser_code import component

#: The pages in the order of the navigation; each is a file in components/page/pages.
ROW = (
    *("karte", "ohne", "aenderungen", "verlauf", "kreis", "vergleich", "abgleich", "quellen"),
    "mitnehmen",
)
#: What is reached from the foot of every page: what few look for, and what a public body must have.
FOOT = ("programme", "leichte-sprache", "barrierefreiheit", "impressum", "datenschutz")
PAGES = (*ROW, *FOOT)
_links = component("nav", Path(__file__).parent / "nav_assets")


def script(page: str) -> str:
    """The file of a page."""
    return f"components/page/pages/{page}.py"


def row(words: Wording) -> None:
    """Draw the navigation: the pages of ROW, the one that is shown marked as such.

    All links take the query from the browser's address, so that nothing of them is sent again
    when the day moves. Where that says less than all, or in another way, the row tells it.
    """
    links = {page: words(f"page.{page}") for page in ROW}
    query, said = st.session_state.choice.address(), st.query_params.to_dict()
    for name in choice.views(said):
        del said[name]
    given = "" if list(said.items()) == list(query.items()) else urlencode(query)
    page = {"here": st.session_state.page, "label": words("page.navigation"), "query": given}
    page["language"] = words.language
    _links(data={"links": links, "look": "row", **page}, key="pages")


def link(key: str, page: str, label: str, look: str = "text", taken: str = Choice.taken) -> None:
    """Draw one link as "text" or as "button"; `taken` is what "Mitnehmen" opens with."""
    was = replace(st.session_state.choice, taken=taken).address().get("was", "")
    _links(data={"links": {page: label}, "look": look, "was": was}, key=key)
