"""A district among its neighbours on the day: a small map with names."""

from collections.abc import Mapping

import htpy as h
import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts import dossier
from components.looks.fills import BY_COLOURING
from components.looks.look import Look, looks
from components.map import stage
from components.map.panels import Panel, maps_html


def near(atlas: Atlas, standings: pd.DataFrame, choice: Choice, words: Wording) -> Panel:
    """The district and its neighbours: whether each has one, and its name; spoken its status."""
    keys = [*dossier.neighbours_of(atlas, choice.ags), choice.ags]
    shown = standings[standings["ags"].isin(keys)]
    plain = looks(shown, "has", with_names=False)
    names = zip(shown["ags"], shown["short_name"], strict=True)
    drawn = {ags: Look(plain[ags].fill, (*plain[ags].lines, name)) for ags, name in names}
    spoken = {row.ags: words(f"status.{row.status}") for row in shown.itertuples(index=False)}
    name, day = dossier.row_of(shown, choice.ags)["name"], words.day(choice.day)
    title = words("dossier.map.alt", name=name, day=day, n=len(shown) - 1)
    return Panel(title, "has", BY_COLOURING["has"], drawn, spoken, shown)


def near_map(atlas: Atlas, panel: Panel, links: Mapping[str, str], chosen: str) -> h.Element:
    """The map of what `near` returns; `links` and `chosen` as `maps_html` takes them."""
    shapes = stage.shapes(atlas).of(panel.standings["ags"])
    return maps_html(shapes, [panel], links, chosen)
