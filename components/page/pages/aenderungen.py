"""The page "Änderungen": what changed between two days."""

from components.facts import changes as changes_facts
from components.page import cache, controls, frame, state
from components.page.panels import changes, stage
from components.words import changes as changes_words

choice = state.current("aenderungen")
words = state.words()

first = changes_facts.start(choice)
days_fit = first <= choice.day
before = cache.standings(first, choice.definition)
after = cache.standings(choice.day, choice.definition)

frame.top(words)
frame.headline(changes_words.headline(before, after, first, choice, words))
with frame.row("controls"):
    stage.time(choice, words)
    left, right = frame.columns()
with left:
    changes.start_controls(choice, words)
with right, frame.row("tools"):
    controls.tools(choice, words, "changes")
if days_fit:
    changes.told(before, after, choice, words)
else:
    changes.swapped(choice, words)
frame.foot(words)
