"""What a public body has to say of a site: imprint, privacy notice, accessibility statement.

What the operators have to add stands in their settings; what they have not is shown as open.
"""

import re
from collections.abc import Callable, Sequence

import htpy as h

from components.base import operator, settings
from components.base.wording import Wording
from components.html import parts
from components.words.accessibility import GAPS, TESTED

#: What the imprint says of the operators; a telephone only where there is one.
IMPRINT = ("name", "address", "email", "phone", "responsible")
#: What the privacy notice says, by its parts, and what the operators add to it.
PRIVACY = {
    "never": ("tracking", "foreign", "accounts"),
    "browser": ("cookie", "way", "theme", "reading", "streamlit"),
    "server": ("address", "search", "memory", "log"),
}
ADDED = ("name", "address", "email", "privacy_officer", "hosting", "log_retention")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def imprint(words: Wording) -> h.Node:
    """Who runs the site and answers for it."""
    said = settings.current().operator
    rows = [name for name in IMPRINT if name in operator.NEEDED or said.lines(name)]
    return h.section(".statement")[_filled(rows, words)]


def privacy(words: Wording) -> h.Node:
    """What this program does and does not do with what it learns of readers."""
    told = [
        (
            h.h2[words(f"privacy.{part}")],
            h.ul[[h.li[words(f"privacy.{part}.{one}")] for one in listed]],
        )
        for part, listed in PRIVACY.items()
    ]
    added = h.h2[words("privacy.added")], _filled(ADDED, words)
    rights = h.h2[words("privacy.rights")], h.p[words("privacy.rights.told")]
    return h.section(".statement")[told, added, rights]


def accessibility(words: Wording) -> h.Node:
    """How far the site can be used by everybody, how that was found out, where to turn to."""
    return h.section(".statement")[
        h.h2[words("accessible.state")],
        h.p[words("accessible.state.told")],
        h.h2[words("accessible.gaps")],
        h.ul[[h.li[words(f"accessible.gap.{gap}")] for gap in GAPS]],
        h.h2[words("accessible.tested")],
        h.p[words("accessible.tested.told", day=words.day(TESTED))],
        h.h2[words("accessible.contact")],
        h.p[words("accessible.contact.told")],
        _filled(("feedback", "enforcement"), words),
        h.p[words("accessible.dated", day=words.day(TESTED))],
    ]


#: What draws the text of a page, by its name.
TEXTS: dict[str, Callable[[Wording], h.Node]] = {
    "barrierefreiheit": accessibility,
    "impressum": imprint,
    "datenschutz": privacy,
}


def _filled(names: Sequence[str], words: Wording) -> h.Element:
    """What the operators say of themselves, and what they have yet to say."""
    return h.dl[[(h.dt[words(f"operator.{name}")], h.dd[_said(name, words)]) for name in names]]


def _said(name: str, words: Wording) -> h.Node:
    lines = settings.current().operator.lines(name)
    if not lines:
        return h.em[words("operator.open", what=words(f"operator.{name}"))]
    return parts.joined([_line(line) for line in lines], h.br)


def _line(text: str) -> h.Node:
    """A line as it is written; an address of mail as a link."""
    return h.a(href=f"mailto:{text}")[text] if _EMAIL.fullmatch(text) else text
