"""The page "Karte": who has a KIZ on a day, and the source that says so."""

from components.base.links import LiveLinks
from components.page import (
    anchor,
    cache,
    controls,
    district_table,
    frame,
    place_field,
    stage,
    state,
)
from components.page.panels import district

choice, words, atlas = state.current("karte"), state.words(), cache.atlas()

frame.top(words)
with frame.row("map_tools"):
    place_field.draw(choice, words)
    controls.tools(choice, words, "map")
stage.stage(choice, words)
with frame.row("history"):  # there also without one: what follows keeps its place
    if choice.ags:
        district.history(atlas, choice, LiveLinks(choice.address()), words)
district_table.render(choice, words)
anchor.follow()
frame.foot(atlas, words, choice.day)
