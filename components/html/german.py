"""What is German in the English page says so: names, titles of sources, terms (WCAG 3.1.2).

In the German page nothing is marked.
"""

import re

import htpy as h

from components.base.wording import Wording

#: The German terms that English sentences explain or name, longer ones first.
TERMS = (
    *("Kommunales Integrationszentrum", "Kommunale Integrationszentren", "Nordrhein-Westfalen"),
    *("Statistisches Bundesamt", "Datenlizenz Deutschland – Namensnennung – Version 2.0"),
    *("StädteRegion Aachen", "StädteRegion", "Regierungsbezirk", "kreisfreie Stadt", "Kreistag"),
    *("Integrationsrat", "Kreise", "Kreis", "Rat"),
)
_TERM = re.compile(rf"\b({'|'.join(map(re.escape, TERMS))})\b")


def spoken(words: Wording) -> str | None:
    """The attribute `lang` of an element that is German; none where the page is."""
    return None if words.language == "de" else "de"


def german(text: h.Node, words: Wording) -> h.Node:
    """What is German, marked where the page is not."""
    return text if words.language == "de" else h.span(lang="de")[text]


def sentence(words: Wording, key: str, **blanks: object) -> h.Node:
    """The sentence of `key`, in whose blanks elements may stand, as `german` makes them."""
    elements = {name: value for name, value in blanks.items() if isinstance(value, h.BaseElement)}
    marks = {name: f"\0{name}\0" for name in elements}
    pieces = words(key, **blanks | marks).split("\0")
    return [elements[piece] if at % 2 else piece for at, piece in enumerate(pieces)]


def terms(said: str, words: Wording) -> h.Node:
    """A sentence with its German terms marked: the district council (Kreistag)."""
    if words.language == "de":
        return said
    return [german(piece, words) if at % 2 else piece for at, piece in enumerate(_TERM.split(said))]


def region(name: str, words: Wording) -> h.Node:
    """Regierungsbezirk Düsseldorf."""
    return german(words("region", name=name), words)
