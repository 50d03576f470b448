"""The page "Kreis": the dossier of one district, or the way to it from any municipality."""

from components import cache, controls, dossier_panel, frame, map_panel, state
from components.headline import Headline

choice = state.current("kreis")
words = state.words()
standings = cache.standings(choice.day, choice.definition)

frame.top(words)
if not choice.ags:
    line = Headline(words("dossier.where_am_i"), [words("dossier.where_am_i.hint")])
    frame.headline(line)
    field, tools = frame.columns()
    with field:
        controls.search(choice, words)
    with tools, frame.row("tools"):
        controls.tools(choice, words, "status")
    dossier_panel.overview(standings, choice, words)
else:
    frame.headline(dossier_panel.headline(standings, choice, words))
    with frame.row("controls"):
        map_panel.time(choice, words)
    picture, aside = frame.columns()
    with picture:
        dossier_panel.picture(choice, words)
        dossier_panel.comparisons(choice, words)
    with aside:
        with frame.row("tools"):
            controls.search(choice, words)
            controls.tools(choice, words, "timeline")
        dossier_panel.around(standings, choice, words)
    dossier_panel.histories(choice, words)
    dossier_panel.further(choice, words)
frame.foot(words)
