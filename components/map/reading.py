"""How to read the map, in a few lines with its own colours, and where its words are explained.

Folded until the script opens it for who has not closed it yet, so that nothing moves for the rest.
"""

from collections.abc import Callable

import htpy as h

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.links import READING
from components.base.wording import Wording
from components.html import parts
from components.looks import since, theme
from components.looks.look import HAS_FILLS
from components.map.key import swatch

#: Terms of the glossary by what the legends call them.
MEANT = {
    "glossary.undetermined": "undetermined",
    "glossary.rejection": "rejection",
    "status.unknown": "evidence",
}
#: The terms that say what counts as a KIZ under a definition.
COUNTED = {"decided": "decision", "approved": "approval", "granted": "grant", "open": "operation"}
#: The period whose two fills are shown: one in the middle, whose colours are easily told apart.
_PERIOD = len(since.RAMP) // 2


def explained(
    atlas: Atlas, choice: Choice, address: Callable[[str], str], words: Wording
) -> list[h.Element]:
    """What the words of the legend mean (`address` gives a term its own), and how a map is read."""
    return [_meant(address, choice.definition, words), _reading(atlas, words)]


def _reading(atlas: Atlas, words: Wording) -> h.Element:
    """The lines on the colouring that is shown, how a district is chosen, the three dates."""
    dates = {"evidence": atlas.evidence.date, "searched": atlas.researched}
    told = {name: words.date(date) for name, date in dates.items()}
    return h.details(".reading", id=READING)[
        h.summary[words("reading.title")],
        h.ul[
            _line("has", words("reading.has"), _has("with"), _has("undetermined")),
            _line("status", words("reading.status"), _status(False), _status(True)),
            _line("since", words("reading.since"), _since(False), _since(True)),
            _line("has status", words("reading.unknown"), _has("unknown"), _has("rejected")),
            h.li[words("reading.choose")],
            h.li[words("reading.dates", **told)],
        ],
        h.button(type="button")[words("reading.close")],
    ]


def _meant(address: Callable[[str], str], definition: str, words: Wording) -> h.Element:
    """The ways to what the words of the legend mean, that of the definition first; the
    script shows that of another as soon as it counts.
    """
    counted = [
        h.li(data_definition=name, hidden=name != definition)[
            parts.link(words(f"definition.{name}"), address(term))
        ]
        for name, term in COUNTED.items()
    ]
    links = [h.li[parts.link(words(key), address(term))] for key, term in MEANT.items()]
    return h.div(".meant")[h.span[words("meant")], h.ul[counted, links]]


def _line(colourings: str, text: str, *swatches: h.Element) -> h.Element:
    """A line on what is seen in these colourings alone."""
    return h.li(data_colourings=colourings)[h.span(".swatches")[swatches], h.span[text]]


def _has(name: str) -> h.Element:
    return swatch("has", list(HAS_FILLS).index(name), HAS_FILLS[name])


def _status(possible: bool) -> h.Element:
    code = theme.code("approved", possible)
    return swatch("status", code, theme.fills()[code])


def _since(crosses: bool) -> h.Element:
    code = since.code(_PERIOD, crosses, False)
    return swatch("since", code, since.fills()[code])
