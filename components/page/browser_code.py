"""Components whose script and style the browser fetches once.

Given to Streamlit as text they would cross the WebSocket again with every rerun; as
static files named by their content they are fetched once and kept.
"""

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from components.base import script
from components.base.published import publish_code

_SHARED = Path(__file__).with_name("shadow.css")
_LOADER = """export default async (part) =>
  (await import(new URL("{script}", document.baseURI))).default(part);"""


def component(name: str, folder: Path) -> ComponentRenderer:
    """The component of this name from `<name>.html`, `.css` and `.mjs` in `folder`.

    The script's default export gets what Streamlit gives a component of version 2. Without a
    style of its own the component has that of the page.
    """
    file = folder / name
    code = publish_code(name, script.module(file.with_suffix(".mjs")), "js")
    return st.components.v2.component(
        name,
        html=file.with_suffix(".html").read_text("utf-8"),
        css=_style(file.with_suffix(".css")),
        js=_LOADER.format(script=code),
        isolate_styles=file.with_suffix(".css").exists(),
    )


def _style(file: Path) -> str | None:
    if not file.exists():
        return None
    # Text on one line would be taken for a file's name.
    content = _SHARED.read_bytes() + file.read_bytes()
    return f'@import\nurl("{publish_code(file.stem, content, "css")}");'
