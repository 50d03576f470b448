"""The page "Änderungen": what changed between two days."""

from components.base.links import LiveLinks
from components.facts.changes import changes, start
from components.page import cache, controls, frame, stage, state
from components.page.panels import changes as panel
from components.words.changes import headline
from components.words.lasting import reach

choice, words, atlas = state.current("aenderungen"), state.words(), cache.atlas()
shown = changes(atlas, start(choice), choice.day, choice.definition)

frame.top(words)
frame.headline(headline(shown, words), *reach(atlas.evidence, choice.day, words))
with frame.row("controls"):
    stage.time(choice, words)
    left, right = frame.columns()
with left:
    panel.start_controls(shown.first, choice.since_day, words)
with right, frame.row("tools"):
    controls.tools(choice, words, "changes")
if shown.first <= shown.last:
    panel.listing(shown, atlas.tables, LiveLinks(choice.address()), words)
else:
    panel.swapped(shown, words)
frame.foot(atlas, words, choice.day)
