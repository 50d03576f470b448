"""The page "In Leichter Sprache": what a KIZ is, and who has none on the day."""

from components.html.easy import easy as drawn
from components.page import cache, frame, stage, state
from components.words import pages
from components.words.easy import easy

choice, words, atlas = state.current("leichte-sprache"), state.words(), cache.atlas()

frame.top(words)
frame.headline(pages.told("leichte-sprache", atlas, choice).line)
with frame.row("controls"):
    stage.time(choice, words)
frame.draw(drawn(easy(atlas, choice), choice.address()))
frame.foot(atlas, words, choice.day)
