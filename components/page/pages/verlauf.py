"""The page "Verlauf": how many have had a KIZ since 2012, and how sure that is."""

import streamlit as st

from components.base.choice import today
from components.base.links import LiveLinks
from components.facts.curve import gap_of, growth_end
from components.facts.people import by_year
from components.facts.years import year_ends
from components.html import curve as drawn
from components.html import lasting
from components.page import cache, controls, frame, stage, state
from components.page.panels import curve as panel
from components.words.curve import axis
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
of = len(tables.districts)
with picture:
    years, grown = list(by_year(atlas)), growth_end(atlas, definition)
    last = today() if choice.ends == "today" else grown
    year = panel.year_chosen(years, words) if choice.measure == "population" else years[0]
    simple = choice.curve == "simple"
    shown = cache.CurveShown(definition, choice.measure, year, today(), last, simple)
    panel.title(shown.curve, definition, of, words)
    panel.switches(choice, years, grown, words)
    over, unlabelled = cache.curve_over(shown, words.language)
    figure, day = cache.curve_figure(shown, words.language), drawn.day(choice.day, last, words)
    panel.chart(figure, shown.curve, over, day, words)
    panel.legend(
        shown.curve, unlabelled, axis(choice.measure, year, tables.districts, words), words
    )
with aside:
    with frame.row("tools"):
        controls.tools(choice, words, "curve")
    frame.draw(drawn.explanation(definition, gap_of(atlas, definition), words))
st.html(cache.curve_lists(shown, words.language))
pictures = cache.years_urls(words.language, definition)
panel.years(year_ends(atlas, definition), pictures, definition, words)
panel.first_days(cache.first_days_table(words.language, definition), of, definition, words)
frame.foot(atlas, words, choice.day)
