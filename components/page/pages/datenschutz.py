"""The page "Datenschutz": what the site does with what it learns of readers."""

from components.html import statements
from components.page import cache, frame, state
from components.words import pages

choice, words, atlas = state.current("datenschutz"), state.words(), cache.atlas()

frame.top(words)
frame.headline(pages.told("datenschutz", atlas, choice).line)
frame.draw(statements.TEXTS["datenschutz"](words))
frame.foot(atlas, words)
