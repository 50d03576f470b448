"""The page "Änderungen": what changed between two days, and all that happened."""

from components.base.links import LiveLinks
from components.facts.changes import changes, start
from components.facts.happened import happened
from components.facts.totals import counts
from components.page import cache, controls, frame, stage, state
from components.page.panels import changes as panel
from components.page.panels import happened as happened_panel
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
    panel.day_controls(choice, counts(atlas.tables.totals, choice.definition), words)
with right, frame.row("tools"):
    controls.tools(choice, words, "changes")
if shown.first <= shown.last:
    links = LiveLinks(choice.address())
    panel.listing(shown, atlas.tables, links, words)
    told = happened(atlas, shown.first, shown.last, choice.happened)
    happened_panel.section(told, atlas, links, words)
    happened_panel.file(told, atlas, state.site(), words)
else:
    panel.swapped(shown, words)
frame.foot(atlas, words, choice.day)
