"""The page "Ohne KIZ": who has none on a day, who acted last, and what the neighbours do."""

from dataclasses import replace

from components.base.links import LiveLinks
from components.facts.beside import ways
from components.facts.holdouts import holdouts
from components.page import cache, controls, frame, stage, state
from components.page.panels import holdouts as panel
from components.words.holdouts import headline

choice, words, atlas = state.current("ohne"), state.words(), cache.atlas()
lists = holdouts(atlas, choice.day, choice.definition)

frame.top(words)
standings = atlas.standings(choice.day, choice.definition)
frame.headline(headline(standings, choice, words, atlas.evidence))
with frame.row("controls"):
    stage.time(choice, words)
    left, right = frame.columns()
with left:
    panel.tick_hint(words)
with right, frame.row("tools"):
    controls.tools(choice, words, "holdouts")
links = LiveLinks(choice.address())
# What is ticked goes along by script (nav_assets/links.mjs), so that a tick draws no list anew.
panel.lists(lists, LiveLinks(replace(choice, beside=()).address()), words)
chosen = ways(atlas, choice.beside, choice.day, choice.definition)
panel.beside(chosen, atlas.tables.milestones, choice, links, words)
frame.foot(atlas, words, choice.day)
