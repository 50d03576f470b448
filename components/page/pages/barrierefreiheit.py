"""The page "Barrierefreiheit": how far the site can be used by everybody."""

from components.html import statements
from components.page import cache, controls, frame, state
from components.words import pages

choice, words, atlas = state.current("barrierefreiheit"), state.words(), cache.atlas()

frame.top(words)
frame.headline(pages.told("barrierefreiheit", atlas, choice).line)
frame.draw(statements.TEXTS["barrierefreiheit"](words))
with frame.row("tools"):
    controls.settings(choice, words)
frame.foot(atlas, words)
