"""The page "Verlauf": how many have had a KIZ since 2012, and how sure that is."""

from components.base.choice import today
from components.base.links import LiveLinks
from components.facts.curve import adoption, gap_of, law_until, year_of_last_change
from components.facts.people import by_year
from components.facts.years import year_ends
from components.html import curve as drawn
from components.html import lasting
from components.page import cache, controls, frame, stage, state
from components.page.panels import curve as panel
from components.words.headline import on_day

choice, words, atlas = state.current("verlauf"), state.words(), cache.atlas()
tables, definition = atlas.tables, choice.definition

frame.top(words)
frame.headline(
    on_day(atlas, choice.day, definition, words),
    lasting.on_day(atlas, choice, today(), words),
    frame.table_link(LiveLinks(choice.address()), words),
)
with frame.row("controls"):
    stage.time(choice, words)
picture, aside = frame.columns()
with picture:
    panel.title(len(tables.districts), definition, words)
    years, grown = list(by_year(atlas)), year_of_last_change(atlas, definition)
    year, last = panel.switches(choice.measure, years, grown, words)
    shown = cache.CurveShown(definition, choice.measure, year, today(), last)
    curve = adoption(atlas, definition, choice.measure, today(), year)
    panel.chart(cache.curve_figure(shown, words.language), curve, choice.day, last, words)
    panel.legend(curve, year, tables.districts, words)
with aside:
    with frame.row("tools"):
        controls.tools(choice, words, "curve")
    frame.draw(drawn.explanation(definition, gap_of(atlas, definition), words))
frame.draw(
    drawn.table(curve, words),
    drawn.elsewhere(tables.totals, atlas.verdicts, tables.sources, words),
    drawn.milestones(law_until(atlas, today()), tables.sources, words),
)
pictures = cache.years_urls(words.language, definition)
panel.years(year_ends(atlas, definition), pictures, definition, words)
frame.foot(atlas, words, choice.day)
