"""The page "Barrierefreiheit": how far the site can be used by everybody."""

from components.html import statements
from components.page import cache, frame, state
from components.words import pages

choice, words, atlas = state.current("barrierefreiheit"), state.words(), cache.atlas()

frame.top(words)
frame.headline(pages.told("barrierefreiheit", atlas, choice).line)
frame.draw(statements.TEXTS["barrierefreiheit"](words))
frame.foot(atlas, words)
