"""The page "Impressum": who runs the site."""

from components.html import statements
from components.page import cache, frame, state
from components.words import pages

choice, words, atlas = state.current("impressum"), state.words(), cache.atlas()

frame.top(words)
frame.headline(pages.told("impressum", atlas, choice).line)
frame.draw(statements.TEXTS["impressum"](words))
frame.foot(atlas, words)
