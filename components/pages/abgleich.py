"""The page "abgleich" (being built)."""

from components import frame, state

choice = state.current("abgleich")
words = state.words()
frame.top(words)
frame.foot(words)
