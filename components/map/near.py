"""A district among its neighbours on the day: a small map with names."""

from collections.abc import Mapping

import htpy as h
import pandas as pd

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts import dossier
from components.looks import theme
from components.looks.look import Look, looks
from components.map import stage
from components.map.panels import Panel, maps_html


def near(
    atlas: Atlas, standings: pd.DataFrame, choice: Choice, words: Wording
) -> tuple[pd.DataFrame, Panel]:
    """The rows of the district and its neighbours, and how they look: status and name."""
    keys = [*dossier.neighbours_of(atlas, choice.ags), choice.ags]
    shown = standings[standings["ags"].isin(keys)]
    plain = looks(shown, "status", with_names=False)
    names = zip(shown["ags"], shown["short_name"], strict=True)
    drawn = {ags: Look(plain[ags].fill, (*plain[ags].lines, name)) for ags, name in names}
    told = {row.ags: words(f"status.{row.status}") for row in shown.itertuples(index=False)}
    name, day = dossier.row_of(shown, choice.ags)["name"], words.day(choice.day)
    title = words("dossier.map.alt", name=name, day=day, n=len(shown) - 1)
    return shown, Panel(title, "status", theme.fills(), drawn, told)


def near_map(
    atlas: Atlas, shown: pd.DataFrame, panel: Panel, links: Mapping[str, str], chosen: str
) -> h.Element:
    """The map of what `near` returns; `links` as `maps_html` takes them."""
    shapes = stage.shapes(atlas).of(shown["ags"])
    names = shown.set_index("ags")["name"]
    return maps_html(shapes, names, [panel], [shown], links, chosen)
