"""The page "Abgleich": every published total beside our own counts, with a verdict."""

from components import frame, reconciliation_panel, state

choice = state.current("abgleich")
words = state.words()

frame.top(words)
reconciliation_panel.explanation(words)
with frame.row("controls"):
    verdict = reconciliation_panel.controls(choice, words)
reconciliation_panel.table(verdict, choice, words)
frame.foot(words)
