"""The page "Abgleich": every published total beside our own counts, with a verdict."""

from dataclasses import replace

from components.base.choice import today
from components.facts.curve import gap_of
from components.facts.totals import reconciled
from components.page import anchor, cache, controls, frame, state
from components.page.panels import totals as panel

choice, words, atlas = state.current("abgleich"), state.words(), cache.atlas()
rows = reconciled(atlas)

frame.top(words)
panel.explanation(rows, gap_of(atlas, panel.COUNTED), words)
_, aside = frame.columns()
with aside, frame.row("tools"):
    controls.tools(choice, words, "totals")
panel.table(cache.totals_table(replace(choice, day=today())), len(rows), words)
anchor.follow()
frame.foot(atlas, words)
