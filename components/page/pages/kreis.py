"""The page "Kreis": the dossier of one district, or the way to it from any municipality."""

from components.page import cache, controls, frame, state
from components.page.panels import dossier, stage
from components.words.headline import Headline

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
    dossier.overview(standings, choice, words)
else:
    frame.headline(dossier.headline(standings, choice, words))
    with frame.row("controls"):
        stage.time(choice, words)
    picture, aside = frame.columns()
    with picture:
        dossier.picture(choice, words)
        dossier.comparisons(choice, words)
    with aside:
        with frame.row("tools"):
            controls.search(choice, words)
            controls.tools(choice, words, "timeline")
        dossier.around(standings, choice, words)
    dossier.histories(choice, words)
    dossier.further(choice, words)
frame.foot(words)
