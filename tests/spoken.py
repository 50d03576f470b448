"""What a page says, seen and unseen, and which words of it are not of its language."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import catalogues
import curated
import streamlit
from playwright.sync_api import Page

#: What is said in another language, and says so; and what is to be typed or copied as it is.
FOREIGN = '[lang="en"], code, pre, textarea'
#: Texts and what stands in attributes, of all that is shown, in shadow trees too.
TEXTS = """foreign => {
  const said = [document.title], other = [];
  const names = ["aria-label", "title", "alt", "placeholder", "aria-description",
    "aria-roledescription", "aria-valuetext"];
  const shown = part => (part.closest("select") ?? part).checkVisibility();
  const walk = (root, away) => {
    for (const part of root.querySelectorAll("*")) {
      if (part.matches("script, style, noscript") || !shown(part)) continue;
      const there = away || part.closest(foreign) ? other : said;
      there.push(...names.map(name => part.getAttribute(name)));
      const written = [...part.childNodes].filter(node => node.nodeType === 3);
      there.push(...written.map(node => node.data));
      if (part.shadowRoot) walk(part.shadowRoot, Boolean(away || part.closest(foreign)));
    }
  };
  walk(document, false);
  const bare = texts => [...new Set(texts.map(text => text?.trim()).filter(Boolean))];
  return [bare(said), bare(other)];
}"""
#: Nodes of the accessibility tree that only repeat a text of the page.
REPEATED = {"StaticText", "InlineTextBox", "RootWebArea", "code", "LabelText"}
#: What Streamlit's scripts show or have read aloud, as they stand in its bundle.
SHOWN = re.compile(
    r'(?:children|label|title|placeholder|content|alt|tooltip|"aria-label"|ariaLabel|heading)'
    r":`([A-Z][^`$<>{}]{1,80})`"
)
#: A word, but not the name of a file.
WORD = re.compile(r"\b\w+\.(?:csv|json)\b|([^\W\d_]{2,})")
BUNDLE = Path(streamlit.__file__).parent / "static" / "static" / "js"
#: The same where it stands otherwise in the bundle.
FURTHER = {"Choose an option", "Select a date", "Press Enter to apply", "Clear value"}


def texts(page: Page) -> tuple[set[str], set[str]]:
    """All texts of a page; and those of them that are not of its language and say so."""
    said, other = page.evaluate(TEXTS, FOREIGN)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = [one for one in tree if not one["ignored"] and one["role"]["value"] not in REPEATED]
    told = [one.get(part, {}).get("value", "") for one in nodes for part in ("name", "description")]
    return {*said, *map(str.strip, told)} - {""}, set(other)


def words(texts: Iterable[str]) -> set[str]:
    """The words of texts, in small letters."""
    return {word.lower() for text in texts for word in WORD.findall(text) if word}


@cache
def of_streamlit() -> set[str]:
    """What Streamlit's widgets say."""
    files = BUNDLE.glob("*.js")
    return FURTHER | {text for file in files for text in SHOWN.findall(file.read_text("utf-8"))}


@cache
def only_english() -> set[str]:
    """The words of the English catalogue that neither the German one has nor any table."""
    german, english = (
        words(re.sub(r"\{\w+\}", "", form) for forms in sentences.values() for form in forms)
        for sentences in (catalogues.GERMAN, catalogues.ENGLISH)
    )
    return english - german - _of_tables()


def _of_tables() -> set[str]:
    """The words of what is known but for those written in English: names, titles of sources."""
    return {
        word
        for frame in vars(curated.tables()).values()
        for column in frame.select_dtypes(["object", "string", "category"])
        if not str(column).endswith("_en")
        for value in frame[column].dropna().astype(str)
        if value != value.lower() and not value.startswith("http")  # no code, no address
        for word in words([value])
    }
