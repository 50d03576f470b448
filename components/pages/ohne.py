"""The page "Ohne KIZ": who has none on a day, who acted last, and what the neighbours do."""

from components import cache, controls, frame, holdouts_panel, holdouts_table, map_panel, state

choice = state.current("ohne")
words = state.words()

standings = cache.standings(choice.day, choice.definition)

frame.top(words)
frame.headline(holdouts_table.headline(standings, choice, words))
with frame.row("controls"):
    map_panel.time(choice, words)
    left, right = frame.columns()
with left:
    asked = holdouts_panel.filters(words)
with right, frame.row("tools"):
    controls.tools(choice, words, "holdouts")
holdouts_panel.lists(standings, asked, choice, words)
frame.foot(words)
