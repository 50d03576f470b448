"""The page "Für Programme": every address at which programs find the tables, with examples."""

from components.api.endpoints import ROOT
from components.api.openapi import document
from components.base.choice import FIRST_DAY
from components.page import cache, controls, frame, state
from components.page.panels import programs as panel
from components.words.headline import Headline

choice, words, atlas = state.current("programme"), state.words(), cache.atlas()
described = document(words, f"{state.site()}{ROOT}")

frame.top(words)
told = words("programs.detail", first=words.day(FIRST_DAY))
frame.headline(Headline(words("programs.headline"), [told]))
left, aside = frame.columns()
with left:
    panel.examples(described, choice.day, words)
    panel.endpoints(described, words)
    panel.parameters(described, words)
with aside:
    with frame.row("tools"):
        controls.tools(choice, words, "status")
    panel.further(choice, words)
frame.foot(atlas, words)
