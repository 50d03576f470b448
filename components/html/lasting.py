"""How long it is known to have lasted, as HTML: of all districts, and of each."""

from datetime import date

import htpy as h
from markupsafe import Markup

from components.base.atlas import FEW, Atlas
from components.base.choice import Choice
from components.base.memory import kept
from components.base.wording import Wording
from components.facts import lasting as lasting_facts
from components.facts.lasting import Lasting
from components.html import parts
from components.words import citing
from components.words import lasting as sentences


def on_day(atlas: Atlas, choice: Choice, now: date | None, words: Wording) -> h.Node:
    """`of_all` under the definition of the choice; nothing on a day before the last change."""
    known = lasting_facts.of_all(atlas, choice.definition)
    return choice.day >= known.start and of_all(known, now, words)


def of_all(lasting: Lasting, now: date | None, words: Wording) -> list[h.Node]:
    """That no closure is known, and when all were counted last, linked to the source of that.

    `now` is the day from which its age is told; None for what may be read on any day.
    """
    told: list[h.Node] = [sentences.closures(lasting, words)]
    if counted := sentences.counted(lasting, now, words):
        url, title = lasting.total["url"], citing.cited(lasting.total, words)
        told.append(parts.located(counted, url, words, title=title))
    return parts.joined(told, " ")


def of_each(atlas: Atlas, now: date | None, words: Wording) -> Markup:
    """When each KIZ was shown last: the card of a district takes its line (`data-shown`) here.

    Each is linked to the text that shows it; its title stands in the table of all, so that
    54 of them are not sent twice.
    """
    return _of_each(atlas, now, words.language)


@kept(FEW)
def _of_each(atlas: Atlas, now: date | None, language: str) -> Markup:
    words = Wording(language)
    url = atlas.tables.sources.set_index("id")["url"]
    listed = h.ul(".confirmed", hidden=True)[
        [
            h.li(data_shown=row["ags"])[
                parts.located(sentences.confirmed(row, now, words), url[row["source_id"]], words)
            ]
            for _, row in atlas.confirmed.iterrows()
        ]
    ]
    return Markup(listed)
