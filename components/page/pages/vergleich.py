"""The page "Vergleich": two days, or two definitions on one day, and what differs."""

from components.facts import compare
from components.page import cache, controls, frame, state
from components.page.panels import compare as compare_panels
from components.page.panels import stage
from components.words import compare as compare_words

choice = compare_panels.full(state.current("vergleich"))
words = state.words()

mode, first, second = compare.sides(choice)
table = compare.joined(cache.standings(*first), cache.standings(*second))
order = list(cache.reached(second.definition).sort_values(["latest", "ags"])["ags"])
line = compare_words.headline(table, mode, first, second, order, words)

frame.top(words)
frame.headline(line)
with frame.row("controls"):
    stage.time(choice, words)
switches, tools = frame.columns()
with switches:
    compare_panels.switches(choice, words)
with tools, frame.row("tools"):
    controls.tools(choice, words, "comparison")
compare_panels.maps(table, mode, first, second, choice, words)
compare_panels.differing(table, mode, first, second, choice, words)
frame.foot(words)
