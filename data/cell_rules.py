"""The rules that every cell of every table obeys: what it may be made of, how long it is."""

import re
from collections.abc import Iterator
from unicodedata import category, name

import pandas as pd

from data.findings import Finding, Findings

#: How many characters a cell may have, by the kind of its column; of a label the schema says it.
LIMITS = {
    "summary": 400,
    "note": 1200,
    "reason": 400,
    "what": 250,
    "title": 300,
    "publisher": 200,
    "url": 500,
    "website": 500,
    "further": 400,
}
#: Of every other column: keys, words, dates, numbers, names, seats.
LIMIT = 120
#: The columns that are read as text; a key or an address may hold what these may not.
PROSE = (
    "summary",
    "note",
    "reason",
    "what",
    "label",
    "title",
    "publisher",
    "name",
    "seat",
    "short",
)
#: What the site would show as it stands. A star within a word is German: "Schüler*innen".
MARKUP = {
    "HTML": re.compile(r"</?[A-Za-z!][^<>]*>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w*);"),
    "LaTeX": re.compile(r"\\[A-Za-z]*|\$(?=[^$\s])[^$]*\$"),
    "Markdown": re.compile(
        r"\*\*|~~|``?|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|!?\[[^\]]*\]\([^)]*\)"
        r"|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)|^(?:#{1,6}|>|[-*]) "
    ),
}
#: The names of the characters that Unicode gives none to.
CONTROLS = {"\0": "NUL", "\t": "TAB", "\r": "CARRIAGE RETURN", "\x1b": "ESCAPE"}


def cells(frames: dict[str, pd.DataFrame]) -> Findings:
    """No cell holds a character that cannot be seen, begins or ends with a space, or is
    longer than its kind allows; none that is read as text holds markup.
    """
    for table, frame in frames.items():
        for column in frame:
            for line, text in zip(frame.index, frame[column].tolist(), strict=True):
                for fault in _faults(column, text):
                    yield Finding(table, line, f"{column} {fault}")


def limit(column: str) -> int:
    """How many characters a cell of this column may have."""
    return LIMITS.get(column.partition("_")[0], LIMIT)


def _faults(column: str, text: str) -> Iterator[str]:
    if not text.isprintable():
        for character in dict.fromkeys(filter(_hidden, text)):
            yield f"holds {_called(character)}, which cannot be seen; delete it"
    if text != text.strip():
        yield "begins or ends with a space; delete it"
    if len(text) > limit(column):
        yield f"has {len(text)} characters; shorten it to {limit(column)} (a note is for more)"
    if column.partition("_")[0] in PROSE:
        for kind, pattern in MARKUP.items():
            if found := dict.fromkeys(pattern.findall(text)):
                marks = ", ".join(f'"{mark}"' for mark in found)
                yield f"holds {kind}: {marks}; write plain text without it"


def _hidden(character: str) -> bool:
    """Controls, marks of direction and of width, what Unicode does not define; no line break."""
    return character != "\n" and category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _called(character: str) -> str:
    called = CONTROLS.get(character) or name(character, "a control character")
    return f"{called} (U+{ord(character):04X})"
