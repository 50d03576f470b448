"""A button that copies the full address of what is shown."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from components.wording import Wording

_HTML = '<button type="button"></button><span role="status"></span>'
_CSS = """
button { font: inherit; width: 100%; min-height: 2.5rem; padding: .25rem .75rem; cursor: pointer;
  color: inherit; background: none; border-radius: var(--st-base-radius);
  border: 1px solid var(--st-border-color) }
button:hover, button:focus-visible { border-color: var(--st-primary-color); outline: none;
  box-shadow: 0 0 0 2px var(--st-primary-color) }
span { font-size: .875rem; overflow-wrap: anywhere }
"""
_JS = """
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  button.textContent = data.label;
  said.textContent = "";
  button.onclick = async () => {
    const url = new URL(location.pathname + "?" + data.query, location.origin).href;
    try { await navigator.clipboard.writeText(url); said.textContent = data.done; }
    catch { said.textContent = data.by_hand + " " + url; }
  };
}
"""
_button = st.components.v2.component("copy_link", html=_HTML, css=_CSS, js=_JS)


def copy_link(query: Mapping[str, str], words: Wording) -> None:
    """Draw the button; where the clipboard is closed to us it shows the address instead."""
    told = {key: words(f"control.{name}") for key, name in _WORDS.items()}
    _button(data={"query": urlencode(query), **told}, key="copy_link")


_WORDS = {"label": "copy", "done": "copied", "by_hand": "copy.by_hand"}
