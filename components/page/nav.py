"""The ways between the pages, and with them at the top of each what holds for all: what counts as
a KIZ, language, theme.

Links are real ones with the whole query, followed without a new load. A plain click goes the way
of the browser's "back" and "forward": the address is written into the history and Streamlit is
told that it has changed. So one page is one entry, with the whole query; `st.switch_page` and
`st.page_link` leave more of them, some without a query. Every other click (with Ctrl, with the
middle button) is the browser's own.
"""

from copy import copy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from adoption.vocabulary import DEFINITIONS
from components.base import choice
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.html.styles import THEMES
from components.page import state
from components.page.browser_code import component

#: The pages in the order of the navigation; each is a file in components/page/pages.
ROW = (
    *("karte", "ohne", "aenderungen", "verlauf", "kreis", "vergleich", "abgleich", "quellen"),
    *("mitnehmen", "leichte-sprache"),
)
#: What is reached from the foot of every page: what few look for, and what a public body must have.
FOOT = ("programme", "barrierefreiheit", "impressum", "datenschutz")
PAGES = (*ROW, *FOOT)
#: Where the links lead that skip the top of a page, and the pages that have such a place.
SKIPS = {
    "headline": PAGES,
    "map": ("karte",),
    "table": ("karte", "ohne", "aenderungen", "verlauf", "vergleich", "abgleich", "quellen"),
}
_links = component("nav", Path(__file__).parent / "nav_assets")


def pages(language: str) -> list[st.Page]:
    """All pages for `st.navigation`, which notes in them which of them a run may show."""
    return [copy(page) for page in _declared(language)]


@cache
def _declared(language: str) -> list[st.Page]:
    # Kept, since Streamlit looks for the file of each on the disk.
    words = Wording(language)
    return [
        st.Page(script(page), title=words(f"page.{page}"), default=page == "karte")
        for page in PAGES
    ]


def script(page: str) -> str:
    """The file of a page."""
    return f"components/page/pages/{page}.py"


def row(words: Wording) -> None:
    """Draw the top of a page: ways past it, name of the site, language, theme, definition, and
    the navigation, in which the page that is shown is marked as such.

    All links take the query from the browser's address, so that nothing of them is sent again
    when the day moves. Where that says less than all, or in another way, it is told apart.
    """
    links = {page: words(f"page.{page}") for page in ROW}
    query, said = st.session_state.choice.address(), st.query_params.to_dict()
    for name in choice.views(said):
        del said[name]
    given = "" if list(said.items()) == list(query.items()) else urlencode(query)
    here = st.session_state.page
    page = {"here": here, "pages": PAGES, "label": words("page.navigation")}
    told = {"links": links, "look": "row", "language": words.language, **page}
    _links(data=told | _top(here, words), key="pages", on_changed_change=_hear)
    _links(data={"look": "said", "query": given}, key="said")


def _top(here: str, words: Wording) -> dict[str, Any]:
    """What stands before the navigation, in words."""
    (other,) = [language for language in LANGUAGES if language != words.language]
    return {
        "skips": {to: words(f"skip.{to}") for to, pages in SKIPS.items() if here in pages},
        "name": [words("title"), words("about.short")],
        "menu": words("page.menu"),
        "file": words("take.making", name="{name}"),
        "other": {"code": other, "name": Wording(other)("language.name"),
                  "said": Wording(other)("language.chosen")},
        "theme": [words("theme.label"), [[one, words(f"theme.{one}")] for one in THEMES]],
        "definition": {
            "label": words("control.definition"),
            "chosen": st.session_state.choice.definition,
            "options": [[one, words(f"definition.{one}")] for one in DEFINITIONS],
            "help": {one: words(f"definition.{one}.help") for one in DEFINITIONS},
        },
    }  # fmt: skip


def link(key: str, page: str, label: str, look: str = "text", taken: str = Choice.taken) -> None:
    """Draw one link as "text" or as "button"; `taken` is what "Mitnehmen" opens with."""
    was = replace(st.session_state.choice, taken=taken).address().get("was", "")
    _links(data={"links": {page: label}, "look": look, "was": was}, key=key)


def _hear() -> None:
    """The reader has chosen another definition or language; what is none changes nothing."""
    message = st.session_state.pages["changed"] or {}
    allowed = {"definition": DEFINITIONS, "language": LANGUAGES}
    fields = {name: message[name] for name in allowed if message.get(name) in allowed[name]}
    if fields:
        state.change(**fields)
