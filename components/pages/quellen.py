"""The page "quellen" (being built)."""

from components import frame, state

choice = state.current("quellen")
words = state.words()
frame.top(words)
frame.foot(words)
