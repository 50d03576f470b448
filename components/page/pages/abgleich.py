"""The page "Abgleich": every published total beside our own counts, with a verdict."""

from components.page import frame, state
from components.page.panels import totals

choice = state.current("abgleich")
words = state.words()

frame.top(words)
totals.explanation(words)
with frame.row("controls"):
    verdict = totals.controls(choice, words)
totals.table(verdict, choice, words)
frame.foot(words)
