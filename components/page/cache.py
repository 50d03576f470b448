"""What is read once per server and kept: tables, label points, changes, published files."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.base import places, published, stamp
from components.base.atlas import Atlas
from components.base.choice import Choice, today
from components.base.wording import Wording
from components.downloads import addresses
from components.facts import compare, dossier, evidence, people
from components.facts import curve as curve_facts
from components.facts import years as years_facts
from components.figures import curve
from components.html import evidence as evidence_html
from components.html import table_data
from components.map import comparison, near, panels, stage, svg
from components.map import days as map_days
from components.printed import pictures
from components.printed import years as years_printed
from components.printed.sheet import dots
from components.words import compare as compare_words
from components.words import headline as headline_words
from components.words.headline import Headline
from data import tables as data_tables
from geo import boundaries

#: Dots to the inch of a preview: sharp in the column of the page.
PREVIEW_DPI = 120


@st.cache_resource(show_spinner=False)
def atlas() -> Atlas:
    """Everything that is known. Raises DataError or BoundaryError where a file is broken."""
    return Atlas.load()


def tables() -> data_tables.Tables:
    """All tables, typed."""
    return atlas().known


def findings() -> list[str]:
    """What keeps the tables or the boundaries from being read, one line each; else nothing."""
    try:
        atlas()
    except (data_tables.DataError, boundaries.BoundaryError) as error:
        return str(error).splitlines()[:5]
    return []


def version() -> str:
    """The data version: date of the last change and hash of the tables."""
    return atlas().version


def attribution() -> str:
    """The line that must stand wherever the boundaries are shown."""
    return atlas().attribution


def standings(day: date, definition: str) -> pd.DataFrame:
    """Every district with its names and its standing at the end of the day."""
    return atlas().standings(day, definition)


def headline(day: date, definition: str, words: Wording) -> Headline:
    """The sentence of the day."""
    return headline_words.on_day(atlas(), day, definition, words)


def changes() -> pd.DataFrame:
    """Every change of any district's standing, in both readings."""
    return atlas().changes


@st.cache_resource(show_spinner=False)
def searchable() -> pd.DataFrame:
    """Every district and municipality that the search field knows."""
    return places.places(tables().districts, tables().municipalities)


@st.cache_resource(show_spinner=False)
def evidence_url(language: str) -> str:
    """Address of the words of the table of the 54, in one language."""
    known = tables()
    words = Wording(language)
    content = table_data.evidence(known.districts, known.events, known.sources, words)
    return published.publish(f"evidence-{language}", content)


def verdicts() -> pd.DataFrame:
    """Every published total beside our own counts."""
    return atlas().verdicts


@st.cache_resource(show_spinner=False)
def multiples_urls(language: str, definition: str) -> tuple[str, str]:
    """Addresses of the picture of the years: for a wide screen, for a narrow one."""
    words = Wording(language)
    areas = atlas().coarse
    years = {day: standings(day, definition) for day in years_facts.YEAR_ENDS}
    drawn = [
        years_printed.multiples(years, areas, layout, attribution(), words)
        for layout in (years_printed.WIDE, years_printed.NARROW)
    ]
    wide, narrow = (published.publish_bytes(f"years-{language}", svg, "svg") for svg in drawn)
    return wide, narrow


def open_questions() -> pd.DataFrame:
    """Everything in the tables that a better source could settle."""
    return dossier.open_questions(atlas())


@st.cache_resource(show_spinner=False)
def evidence_counts() -> dict[str, int]:
    """How much of everything the page of the sources tells."""
    known = tables()
    direct = int(known.events["basis"].eq("direct").sum())
    return {
        "sources": len(known.sources),
        "events": len(known.events),
        "direct": direct,
        "derived": len(known.events) - direct,
        "questions": len(open_questions()),
    }


@st.cache_resource(show_spinner=False)
def sources_html(language: str) -> str:
    """The table of all sources, in one language."""
    known = vars(tables())
    return evidence_html.sources_html(known, evidence.citations(known), Wording(language))


@st.cache_resource(show_spinner=False)
def knowledge_html(language: str) -> str:
    """The table of how well each district is known, in one language."""
    known = evidence.knowledge(tables().districts, tables().events, open_questions())
    return evidence_html.knowledge_html(known, Wording(language))


@st.cache_resource(show_spinner=False)
def questions_html(language: str) -> str:
    """The open questions by group, in one language."""
    return evidence_html.questions_html(vars(tables()), open_questions(), Wording(language))


def reached(definition: str) -> pd.DataFrame:
    """When each district got its KIZ under the definition, as far as that is known."""
    return atlas().reached(definition)


@st.cache_resource(show_spinner=False)
def days_url(definition: str, language: str) -> str:
    """Address of what the browser needs for any day: see `components.map.days`."""
    return published.publish(f"days-{definition}-{language}", _days(definition, language))


@st.cache_resource(show_spinner=False)
def map_files() -> tuple[str, str]:
    """Addresses of the script and the style of the map."""
    folder = Path(stage.__file__).parent
    script, style = (
        published.publish_bytes("map", (folder / f"map.{kind}").read_bytes(), kind)
        for kind in ("js", "css")
    )
    return script, style


@st.cache_data(max_entries=200, show_spinner=False)
def stage_html(choice: Choice, embedded: bool, now: date) -> str:
    """Headline, time, map and legend as the reader finds them on coming to the page."""
    held = standings(choice.day, choice.definition)
    return str(stage.stage(_shown(choice, embedded, now), held))


@st.cache_data(max_entries=200, show_spinner=False)
def time_html(choice: Choice, now: date) -> str:
    """The control of the time alone."""
    return str(stage.time(_shown(choice, False, now)))


def _days(definition: str, language: str) -> dict[str, Any]:
    return map_days.known_days(atlas(), definition, language)


def _shown(choice: Choice, embedded: bool, now: date) -> stage.Shown:
    words = Wording(choice.language)
    known = _days(choice.definition, choice.language)
    stop = stage.Stop(now, words("clock.today"))
    return stage.Shown(atlas(), choice, known, stop, words, embedded=embedded)


def neighbours() -> pd.DataFrame:
    """Who borders whom: columns ags, neighbour; every pair in both directions."""
    return atlas().neighbours


@st.cache_data(max_entries=200, show_spinner=False)
def near_html(choice: Choice) -> str:
    """The map of the neighbours of the chosen district as the reader finds it."""
    held, words = standings(choice.day, choice.definition), Wording(choice.language)
    shown, panel = near.near(atlas(), held, choice, words)
    return str(near.near_map(atlas(), shown, panel, {}, choice.ags))


@st.cache_data(max_entries=200, show_spinner=False)
def maps_html(choice: Choice) -> str:
    """The maps of a comparison as the reader finds them."""
    words = Wording(choice.language)
    mode, first, second = compare.sides(choice)
    held = [standings(*side) for side in (first, second)]
    table = compare.joined(*held)
    titles = compare_words.titles(table, mode, first, second, words)
    called = compare_words.labels(mode, first, second, words)
    drawn = comparison.panels(table, held, mode, titles, called, words)
    shapes = svg.Shapes(atlas().coarse)
    names = tables().districts.set_index("ags")["name"]
    return str(panels.maps_html(shapes, names, drawn, [*held, held[1]], {}, choice.ags))


@st.cache_resource(show_spinner=False)
def law(now: date) -> pd.DataFrame:
    """The steps of the law whose day is known and lies within the time of the curve."""
    return curve_facts.law(tables().milestones, now)


@st.cache_resource(show_spinner=False)
def curve_points(definition: str) -> pd.DataFrame:
    """The published totals that have a place on the curve."""
    known = tables()
    return curve_facts.points(known.totals, verdicts(), known.sources, definition)


@st.cache_resource(max_entries=100)
def adoption(definition: str, measure: str, year: int, now: date) -> curve_facts.Curve:
    """The curve from the first day of the atlas to `now`, people as counted in that year."""
    known = tables()
    return curve_facts.curve(
        changes(),
        known.totals,
        known.districts,
        definition,
        measure,
        people.by_year(atlas())[year],
        now,
    )


@st.cache_resource(max_entries=100)
def curve_figure(
    definition: str, measure: str, year: int, now: date, last: date, language: str
) -> go.Figure:
    """The curve drawn up to `last`; it is not to be changed."""
    steps = adoption(definition, measure, year, now)
    return curve.adoption_curve(steps, curve_points(definition), law(now), last, Wording(language))


@st.cache_resource(max_entries=60, show_spinner=False)
def preview(name: str, choice: Choice, shape: str, titled: bool, site: str) -> bytes:
    """A picture as it would be downloaded, in fewer dots; of the film the film itself."""
    words = Wording(choice.language)
    if name == "film":
        return pictures.film(atlas(), choice, words, "webp", site)
    drawn = pictures.picture(name, atlas(), choice, shape, words, titled, site)
    image = BytesIO()
    dots(drawn, PREVIEW_DPI).save(image, "PNG")
    return image.getvalue()


def publish_tables() -> None:
    """See to it that the tables lie at their addresses for machines, as of today."""
    _publish(today())


@st.cache_resource(max_entries=1, show_spinner=False)
def _publish(day: date) -> None:
    addresses.publish_tables(atlas(), day, published.TABLES, stamp.site())
