"""The history of the chosen district; its status on the day stands in the card of the map."""

import htpy as h

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.links import Links
from components.base.wording import Wording
from components.facts.dossier import of_district, row_of, told_by
from components.html import history as drawn
from components.page import frame


def history(atlas: Atlas, choice: Choice, links: Links, words: Wording) -> None:
    """Below the map: the whole history of the chosen district, what came after the day apart."""
    name = row_of(atlas.tables.districts, choice.ags)["name"]
    events = told_by(of_district(atlas.joined, choice.ags), choice.day)
    frame.draw(h.h2(id="geschichte")[words("history.of", name=name)])
    for part in drawn.history(events, atlas.tables.sources, choice.day, links, words):
        frame.draw(part)
