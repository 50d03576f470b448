"""The page "Karte": who has a KIZ on a day, and the source that says so."""

from components import (
    cache,
    controls,
    district_panel,
    district_table,
    frame,
    legend_panel,
    map_panel,
    state,
)

choice = state.current("karte")
words = state.words()

standings = cache.standings(choice.day, choice.definition)
line = cache.headline(choice.day, choice.definition, words)

frame.top(words)
frame.headline(line, words)
with frame.row("controls"):
    controls.day_controls(choice, words)
picture, aside = frame.columns()
with picture:
    map_panel.render(standings, choice, line.sentence, words)
with aside:
    with frame.row("tools"):
        controls.search(choice, words)
        controls.settings_and_link(choice, words)
    district_panel.brief(standings, choice, words)
    legend_panel.render(standings, choice, words)
district_panel.full(choice, words)
district_table.render(standings, choice, words)
frame.foot(words)
