"""The page "Ohne KIZ": who has none on a day, who acted last, and what the neighbours do."""

from components.page import cache, controls, frame, state
from components.page.panels import holdouts, stage
from components.words import holdouts as holdouts_words

choice = state.current("ohne")
words = state.words()

standings = cache.standings(choice.day, choice.definition)

frame.top(words)
frame.headline(holdouts_words.headline(standings, choice, words))
with frame.row("controls"):
    stage.time(choice, words)
    left, right = frame.columns()
with left:
    asked = holdouts.filters(words)
with right, frame.row("tools"):
    controls.tools(choice, words, "holdouts")
holdouts.lists(standings, asked, choice, words)
frame.foot(words)
