"""The page "Kreis": the dossier of one district, or the way to it from any municipality."""

from components.base.links import LiveLinks
from components.facts.dossier import dossier
from components.html import dossier as drawn
from components.page import anchor, cache, controls, frame, place_field, stage, state
from components.page.panels import dossier as panel
from components.words import dossier as sentences
from components.words.headline import Headline

choice, words, atlas = state.current("kreis"), state.words(), cache.atlas()
links = LiveLinks(choice.address())

frame.top(words)
if not choice.ags:
    frame.headline(Headline(words("dossier.where_am_i"), [words("dossier.where_am_i.hint")]))
    field, tools = frame.columns()
    with field:
        place_field.draw(choice, words)
    with tools, frame.row("tools"):
        controls.tools(choice, words, "status")
    panel.overview(atlas.standings(choice.day, choice.definition), choice.day, links, words)
else:
    district = dossier(atlas, choice.ags, choice.day, choice.definition)
    tables = atlas.tables
    frame.headline(sentences.of(district, words))
    with frame.row("controls"):
        stage.time(choice, words)
    picture, aside = frame.columns()
    with picture:
        panel.way(district, tables.milestones, cache.law_list(words.language), words)
        frame.draw(drawn.compared(district, words))
    with aside:
        with frame.row("tools"):
            place_field.draw(choice, words)
            controls.tools(choice, words, "timeline")
        if not district.past:
            panel.centre(district, tables.sources, links, words)
        frame.draw(drawn.then(district, words))
        stage.near(choice, district.standings, words)
        frame.draw(drawn.neighbours(district, links, words))
    for part in drawn.histories(district, tables.sources, links, words):
        frame.draw(part)
    anchor.follow()
    frame.draw(drawn.towns(district, words))
    if district.past:
        frame.draw(drawn.today(district, words))
        panel.centre(district, tables.sources, links, words)
    frame.draw(drawn.unsettled(district, words))
frame.foot(atlas, words, choice.day)
