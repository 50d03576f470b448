"""A text that the reader completes in the page and copies; nothing is sent anywhere."""

import streamlit as st

from components.base.wording import Wording

_HTML = """<label for="text"></label><textarea id="text" spellcheck="false"></textarea>
<button type="button"></button> <span role="status"></span>"""
_CSS = """
label { display: block; font-size: .875rem; margin-bottom: .25rem }
textarea { font: inherit; font-size: .95rem; line-height: 1.45; width: 100%; box-sizing: border-box;
  padding: .6rem .75rem; resize: vertical; color: inherit; background: var(--st-background-color);
  border: 1px solid #7b858d; border-radius: var(--st-base-radius) }
button { font: inherit; min-height: 2.5rem; padding: .25rem .75rem; margin-top: .5rem;
  color: inherit; background: none; cursor: pointer; border: 1px solid #7b858d;
  border-radius: var(--st-base-radius) }
textarea:focus-visible, button:focus-visible { outline: 2px solid var(--st-primary-color);
  outline-offset: 2px }
"""
_JS = """
export default function ({ parentElement, data }) {
  const [label, text, button, said] = ["label", "textarea", "button", "span"]
    .map((name) => parentElement.querySelector(name));
  label.textContent = data.label;
  text.rows = data.rows;
  button.textContent = data.copy;
  // What the reader has written stays until another text is asked for.
  if (parentElement.given !== data.text) {
    parentElement.given = text.value = data.text;
    said.textContent = "";
  }
  button.onclick = async () => {
    try { await navigator.clipboard.writeText(text.value); said.textContent = data.done; }
    catch { text.select(); said.textContent = data.by_hand; }
  };
}
"""
_field = st.components.v2.component("copy_text", html=_HTML, css=_CSS, js=_JS)


def copy_text(text: str, words: Wording, name: str = "correction", rows: int = 14) -> None:
    """Draw the text in a field with a button that copies it as the reader has completed it.

    `name` is the key of the field and of its label in the catalogue: `<name>.label`.
    """
    told = {part: words(f"correction.{part}") for part in ("copy", "done", "by_hand")}
    told |= {"label": words(f"{name}.label"), "rows": rows}
    _field(data={"text": text, **told}, key=f"copy_{name}")
