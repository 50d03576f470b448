"""The page "Mitnehmen": what is seen as a finished picture, table or sheet, and how to cite it."""

from components.page import controls, frame, state
from components.page.panels import stage, take

choice = state.current("mitnehmen")
words = state.words()

frame.top(words)
frame.headline(take.headline(words))
with frame.row("controls"):
    stage.time(choice, words)
picture, aside = frame.columns()
with picture:
    take.picture(choice, words)
    take.citation(choice, words)
    take.embedding(choice, words)
with aside:
    with frame.row("tools"):
        controls.search(choice, words)
        controls.settings(choice, words)
    take.table(choice, words)
    take.sheets(choice, words)
    take.machines(words)
frame.foot(words)
