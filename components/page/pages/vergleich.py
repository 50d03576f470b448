"""The page "Vergleich": two days, or two definitions on one day, and what differs."""

from components.base.links import LiveLinks
from components.facts.compare import comparison, proofs
from components.facts.totals import counts
from components.html import compare as drawn
from components.page import cache, controls, frame, stage, state
from components.page.panels import compare as panel
from components.words.compare import headline
from components.words.lasting import reach

choice = panel.full(state.current("vergleich"))
words, atlas = state.words(), cache.atlas()
compared = comparison(atlas, choice)

frame.top(words)
further = panel.list_link(compared, words), *reach(atlas.evidence, choice.day, words)
frame.headline(headline(compared, words), *further)
with frame.row("controls"):
    stage.time(choice, words)
    switches, tools = frame.columns()
with switches:
    panel.switches(choice, words, counts(atlas.tables.totals, choice.definition))
with tools, frame.row("tools"):
    controls.tools(choice, words, "comparison")
stage.comparison(choice, compared, words)
frame.draw(drawn.legends(compared, words))
panel.differing(compared, proofs(atlas, compared), LiveLinks(choice.address()), words)
frame.foot(atlas, words, choice.day)
