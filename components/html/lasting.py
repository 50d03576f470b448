"""How long it is known to have lasted, as HTML: of all districts, and of each."""

from datetime import date

import htpy as h
import pandas as pd

from components.base.atlas import Atlas
from components.base.wording import Wording
from components.facts.lasting import Lasting
from components.html import parts
from components.words import citing
from components.words import lasting as sentences


def of_all(lasting: Lasting, now: date | None, words: Wording) -> h.Fragment:
    """That no closure is known, and when all were counted last, linked to the source of that.

    `now` is the day from which its age is told; None for what may be read on any day.
    """
    counted = sentences.counted(lasting, now, words)
    source = counted and _linked(counted, lasting.total, words)
    return h.fragment[sentences.closures(lasting, words), counted and " ", source]


def of_each(atlas: Atlas, now: date | None, words: Wording) -> h.Element:
    """When each KIZ was shown last: the card of a district takes its line (`data-shown`) here.

    Each is linked to the text that shows it; its title stands in the table of all, so that
    54 of them are not sent twice.
    """
    url = atlas.tables.sources.set_index("id")["url"]
    return h.ul(".confirmed", hidden=True)[
        [
            h.li(data_shown=row["ags"])[
                parts.located(sentences.confirmed(row, now, words), url[row["source_id"]], words)
            ]
            for _, row in atlas.confirmed.iterrows()
        ]
    ]


def _linked(sentence: str, source: pd.Series, words: Wording) -> h.Node:
    return parts.located(sentence, source["url"], words, title=citing.cited(source, words))
