"""The page "Änderungen": what changed between two days."""

from components import cache, changes_panel, changes_text, controls, frame, map_panel, state

choice = state.current("aenderungen")
words = state.words()

first = changes_text.start(choice)
days_fit = first <= choice.day
before = cache.standings(first, choice.definition)
after = cache.standings(choice.day, choice.definition)

frame.top(words)
frame.headline(changes_text.headline(before, after, first, choice, words))
with frame.row("controls"):
    map_panel.time(choice, words)
    left, right = frame.columns()
with left:
    changes_panel.start_controls(choice, words)
with right, frame.row("tools"):
    controls.tools(choice, words, "changes")
if days_fit:
    changes_panel.told(before, after, choice, words)
else:
    changes_panel.swapped(choice, words)
frame.foot(words)
