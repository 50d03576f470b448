"""The codebook in brief, as HTML: what the words of the tables and of the page mean.

Source: data/README.md, which has it in full.
"""

import htpy as h

from components.base.wording import Wording
from components.html.german import terms
from components.words.vocabulary import PLAIN, VOCABULARY, label, meaning

#: The lists of words that are explained here; the others stand where they are used.
_LISTS = [name for name in VOCABULARY if name not in (*PLAIN, "verdict")]
_RULES = ("span", "own", "undone", "unknown", "derived", "totals")


def codebook(words: Wording) -> h.Element:
    """A closed list per vocabulary, then the rules in sentences."""
    rules = [h.li[words(f"codebook.rule.{rule}")] for rule in _RULES]
    return h.div(".codebook")[
        [_vocabulary(name, words) for name in _LISTS], _folded("rules", h.ul[rules], words)
    ]


def _vocabulary(name: str, words: Wording) -> h.Element:
    pairs = [
        (h.dt[label(name, term, words)], h.dd[terms(meaning(name, term, words), words)])
        for term in VOCABULARY[name]
    ]
    return _folded(name, h.dl[pairs], words)


def _folded(name: str, body: h.Element, words: Wording) -> h.Element:
    return h.details[h.summary[words(f"codebook.{name}")], body]
