"""The page "Verlauf": how many have had a KIZ since 2012, and how sure that is."""

from urllib.parse import urlencode

from components.page import cache, controls, frame, state
from components.page.panels import curve as curve_panels
from components.page.panels import stage

choice = state.current("verlauf")
words = state.words()

line = cache.headline(choice.day, choice.definition, words)

frame.top(words)
frame.headline(line, frame.table_link(words, f"./?{urlencode(choice.address())}"))
with frame.row("controls"):
    stage.time(choice, words)
picture, aside = frame.columns()
with picture:
    curve = curve_panels.render(choice, words)
with aside:
    with frame.row("tools"):
        controls.tools(choice, words, "curve")
    curve_panels.explanation(choice, words)
curve_panels.more(curve, words)
curve_panels.years(choice, words)
frame.foot(words)
