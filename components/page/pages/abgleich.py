"""The page "Abgleich": every published total beside our own counts, with a verdict."""

from components.base.links import LiveLinks
from components.facts.curve import gap_of
from components.facts.totals import reconciled
from components.html import totals as drawn
from components.page import cache, controls, frame, state
from components.page.panels import totals as panel

choice, words, atlas = state.current("abgleich"), state.words(), cache.atlas()
rows = reconciled(atlas)

frame.top(words)
panel.explanation(rows, gap_of(atlas, panel.COUNTED), words)
with frame.row("controls"):
    left, right = panel.columns()
    with right:
        controls.tools(choice, words, "totals")
    with left:
        verdict = panel.chosen(rows["verdict"], words)
shown = rows if verdict == panel.ALL else rows[rows["verdict"] == verdict]
frame.draw(drawn.table(shown, rows, LiveLinks(choice.address()), words))
frame.foot(atlas, words)
