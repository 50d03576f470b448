"""The page "verlauf" (being built)."""

from components import frame, state

choice = state.current("verlauf")
words = state.words()
frame.top(words)
frame.foot(words)
