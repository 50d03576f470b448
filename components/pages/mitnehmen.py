"""The page "Mitnehmen": what is seen as a finished picture, table or sheet, and how to cite it."""

from components import controls, frame, map_panel, state, take_panel

choice = state.current("mitnehmen")
words = state.words()

frame.top(words)
frame.headline(take_panel.headline(words))
with frame.row("controls"):
    map_panel.time(choice, words)
picture, aside = frame.columns()
with picture:
    take_panel.picture(choice, words)
    take_panel.citation(choice, words)
    take_panel.embedding(choice, words)
with aside:
    with frame.row("tools"):
        controls.search(choice, words)
        controls.settings(choice, words)
    take_panel.table(choice, words)
    take_panel.sheets(choice, words)
    take_panel.machines(words)
frame.foot(words)
