"""The page "Verlauf": how many have had a KIZ since 2012, and how sure that is."""

from urllib.parse import urlencode

from components import cache, controls, curve_panel, frame, map_panel, state

choice = state.current("verlauf")
words = state.words()

line = cache.headline(choice.day, choice.definition, words)

frame.top(words)
frame.headline(line, frame.table_link(words, f"./?{urlencode(choice.address())}"))
with frame.row("controls"):
    map_panel.time(choice, words)
picture, aside = frame.columns()
with picture:
    curve = curve_panel.render(choice, words)
with aside:
    with frame.row("tools"):
        controls.tools(choice, words, "curve")
    curve_panel.explanation(choice, words)
curve_panel.more(curve, words)
curve_panel.years(choice, words)
frame.foot(words)
