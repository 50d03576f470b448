"""The glossary as HTML: page and edition draw the same."""

import htpy as h

from components.base.links import WORD
from components.base.wording import Wording
from components.html.german import terms
from components.words.glossary import Entry, entries


def glossary(words: Wording) -> h.Element:
    """The terms with their meaning, and below it what they are never called."""
    return h.dl(".glossary")[
        [
            (
                h.dt(id=WORD.format(entry.term))[terms(entry.label, words)],
                h.dd[terms(entry.meaning, words), _never(entry, words)],
            )
            for entry in entries(words)
        ]
    ]


def _never(entry: Entry, words: Wording) -> h.Node:
    if not entry.never:
        return None
    quoted = words.names([words("glossary.quoted", word=word) for word in entry.never])
    return h.small[words("glossary.not", names=quoted)]
