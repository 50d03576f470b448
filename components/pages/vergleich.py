"""The page "Vergleich": two days, or two definitions on one day, and what differs."""

from components import cache, compare, compare_panel, controls, frame, map_panel, state

choice = compare_panel.full(state.current("vergleich"))
words = state.words()

mode, first, second = compare.sides(choice)
table = compare.joined(cache.standings(*first), cache.standings(*second))
order = list(cache.reached(second.definition).sort_values(["latest", "ags"])["ags"])
line = compare.headline(table, mode, first, second, order, words)

frame.top(words)
frame.headline(line)
with frame.row("controls"):
    map_panel.time(choice, words)
switches, tools = frame.columns()
with switches:
    compare_panel.switches(choice, words)
with tools, frame.row("tools"):
    controls.tools(choice, words, "comparison")
compare_panel.maps(table, mode, first, second, choice, words)
compare_panel.differing(table, mode, first, second, choice, words)
frame.foot(words)
