"""The history of the chosen district; its status on the day stands in the card of the map."""

import htpy as h

from components.base.atlas import Atlas
from components.base.links import Links
from components.base.wording import Wording
from components.facts.dossier import events_of, row_of
from components.html import history as drawn
from components.page import frame


def history(atlas: Atlas, ags: str, links: Links, words: Wording) -> None:
    """Below the map: the whole history of the chosen district, whatever the day."""
    name = row_of(atlas.tables.districts, ags)["name"]
    frame.draw(
        h.h2(id="geschichte")[words("history.of", name=name)],
        drawn.history(events_of(atlas, ags), atlas.tables.sources, links, words),
    )
