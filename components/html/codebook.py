"""The codebook in brief, as HTML: what the words of the tables and of the page mean.

Source: data/README.md, which has it in full.
"""

from html import escape

from adoption.vocabulary import (
    BASES,
    BODIES,
    CONFIDENCES,
    DEFINITIONS,
    EVENTS,
    GROUPS,
    READINGS,
    STATUSES,
)
from components.base.wording import Wording

#: Each list of words: its key and the words, each with a label and a sentence.
_LISTS = {
    "status": STATUSES,
    "event": EVENTS,
    "body": BODIES,
    "definition": DEFINITIONS,
    "reading": READINGS,
    "group": GROUPS,
    "confidence": CONFIDENCES,
    "basis": BASES,
    "form": ("day", "month", "year", "within", "latest"),
}


def codebook_html(words: Wording) -> str:
    """A closed list per vocabulary, then the rules in sentences."""
    parts = []
    for name, terms in _LISTS.items():
        pairs = [(words(f"{name}.{term}"), _meaning(name, term, words)) for term in terms]
        told = "".join(f"<dt>{escape(term)}</dt><dd>{escape(told)}</dd>" for term, told in pairs)
        title = escape(words(f"codebook.{name}"))
        parts.append(f"<details><summary>{title}</summary><dl>{told}</dl></details>")
    rules = "".join(
        f"<li>{escape(words(f'codebook.rule.{rule}'))}</li>"
        for rule in ("span", "own", "undone", "unknown", "derived", "totals")
    )
    title = escape(words("codebook.rules"))
    parts.append(f"<details><summary>{title}</summary><ul>{rules}</ul></details>")
    return f'<div class="codebook">{"".join(parts)}</div>'


def _meaning(name: str, term: str, words: Wording) -> str:
    if name == "definition":
        return words(f"definition.{term}.help")
    return words(f"codebook.{name}.{term}")
