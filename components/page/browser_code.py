"""Components whose script and style the browser fetches once.

Given to Streamlit as text they would cross the WebSocket again with every rerun; as
static files named by their content they are fetched once and kept.
"""

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from components.base import script
from components.base.published import publish_bytes

_LOADER = """export default async (part) =>
  (await import(new URL("{script}", document.baseURI))).default(part);"""


def component(name: str, folder: Path) -> ComponentRenderer:
    """The component of this name from `<name>.html`, `.css` and `.mjs` in `folder`.

    The script's default export gets what Streamlit gives a component of version 2.
    """
    file = folder / name
    style = publish_bytes(name, file.with_suffix(".css").read_bytes(), "css")
    code = publish_bytes(name, script.module(file.with_suffix(".mjs")), "js")
    return st.components.v2.component(
        name,
        html=file.with_suffix(".html").read_text("utf-8"),
        css=f'@import\nurl("{style}");',  # text on one line would be taken for a file's name
        js=_LOADER.format(script=code),
    )
