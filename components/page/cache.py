"""What the server keeps: the atlas, addresses of published files, markup, figures, previews."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

import htpy as h
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.base import places, published, sound
from components.base.atlas import DAYS
from components.base.choice import Choice, today
from components.base.links import LiveLinks
from components.base.sound import Unsound, atlas
from components.base.wording import LANGUAGES, Wording
from components.facts import compare, evidence
from components.facts.curve import Curve, adoption, law_until, points_of, simplified, until
from components.facts.first_days import first_days
from components.facts.totals import reconciled
from components.facts.years import year_ends
from components.figures import curve, curve_labels, curve_overlay
from components.html import curve as curve_html
from components.html import curve_lists as curve_lists_html
from components.html import evidence as evidence_html
from components.html import first_days as first_days_html
from components.html import table_data
from components.html import totals as totals_html
from components.looks.look import coloured
from components.map import comparison as comparison_map
from components.map import files, stage
from components.map import near as near_map
from components.map.days import day_file
from components.printed.order import Order
from components.words import pages

if TYPE_CHECKING:
    from components.printed.pictures import Preview

P = ParamSpec("P")
T = TypeVar("T")
#: As many as there are languages, and those with every definition.
SPOKEN, COUNTED = len(LANGUAGES), 8


def of_atlas(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last `most` results of a function, for all visitors, as long as the atlas is the
    same: of another one they are made anew.

    One visitor makes what others wait for. The results are shared, and not to be changed.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        @st.cache_resource(max_entries=most, show_spinner=False)
        @wraps(function)
        def made(taken: int, *args: P.args) -> T:
            return function(*args)

        @wraps(function)
        def of_now(*args: P.args) -> T:
            return made(sound.taken(), *args)

        return of_now

    return keep


class CurveShown(NamedTuple):
    """What a curve shows: its people as counted in `year`, drawn from now back, up to `last`.

    A simple one is its band and the certain count alone.
    """

    definition: str
    measure: str
    year: int
    now: date
    last: date
    simple: bool

    @property
    def curve(self) -> Curve:
        """Its steps, up to now."""
        full = adoption(atlas(), self.definition, self.measure, self.now, self.year)
        return simplified(full) if self.simple else full

    @property
    def points(self) -> pd.DataFrame:
        """Its totals, up to its end."""
        return until(points_of(atlas(), self.definition), self.last)


def findings() -> list[str]:
    """Why there is no atlas to show, one line each; nothing where there is one."""
    try:
        atlas()
    except Unsound as error:
        return error.findings
    return []


def fill(definitions: Sequence[str]) -> None:
    """Make what the first visitor who counts by one of the definitions would wait for."""
    files.addresses()
    searchable()
    for language in LANGUAGES:
        evidence_url(language)
    for definition in definitions:
        for language in LANGUAGES:
            days_url(definition, language)
            plain = Choice(today(), definition, language=language)
            stage_html(coloured(plain, {}, atlas()), plain.day)
            pages.told(pages.ROOT, atlas(), plain)


@of_atlas(1)
def searchable() -> pd.DataFrame:
    """Every way in which the search field knows a district or municipality."""
    return places.places(atlas().tables)


@of_atlas(SPOKEN)
def evidence_url(language: str) -> str:
    """Address of the words of the table of the 54, in one language."""
    content = table_data.evidence(atlas().tables, atlas().confirmed, Wording(language))
    return published.publish(f"evidence-{language}", content)


@of_atlas(COUNTED)
def days_url(definition: str, language: str) -> str:
    """Address of what the browser needs for any day: see `components.map.days`."""
    content = day_file(atlas(), definition, language)
    return published.publish(f"days-{definition}-{language}", content)


@of_atlas(COUNTED)
def years_urls(language: str, definition: str) -> tuple[str, str]:
    """Addresses of the picture of the years: for a wide screen, for a narrow one."""
    # Not above, here and in `preview`: no other page needs what draws.
    from components.printed import years_picture

    areas, attribution, words = atlas().coarse, atlas().attribution, Wording(language)
    standings = year_ends(atlas(), definition)
    drawn = [
        years_picture.svg(standings, areas, layout, attribution, words)
        for layout in (years_picture.WIDE, years_picture.NARROW)
    ]
    wide, narrow = (published.publish_bytes(f"years-{language}", svg, "svg") for svg in drawn)
    return wide, narrow


class TableRows(NamedTuple):
    """What the table of the 54 says of a day: `table_data.codes` and `table_data.ages`."""

    codes: list[list[int]]
    ages: list[str]


def table_rows(choice: Choice, now: date) -> TableRows:
    """The codes of the day and how old on the day `now` the knowledge is."""
    return _table_rows(atlas().turn(choice.day), choice.definition, choice.language, now)


@of_atlas(DAYS)
def _table_rows(turn: date, definition: str, language: str, now: date) -> TableRows:
    found = atlas()
    standings = found.standings(turn, definition)
    ages = table_data.ages(standings, found.confirmed, now, Wording(language))
    return TableRows(table_data.codes(standings, found.tables.events), ages)


@of_atlas(200)
def stage_html(choice: Choice, now: date) -> str:
    """Headline, time, map and legend as the reader finds them on coming to the page."""
    standings = atlas().standings(choice.day, choice.definition)
    return str(stage.stage(_shown(choice, now), standings))


@of_atlas(200)
def time_html(choice: Choice, now: date) -> str:
    """The control of the time alone."""
    return str(stage.time(_shown(choice, now)))


def _shown(choice: Choice, now: date) -> stage.Shown:
    words = Wording(choice.language)
    file = day_file(atlas(), choice.definition, choice.language)
    stop, links = stage.Stop(now, words("clock.today")), LiveLinks(choice.address())
    ways = {"rows": links.rows, "meaning": links.words}
    return stage.Shown(atlas(), choice, file, stop, words, now=now, **ways)


@of_atlas(200)
def near_html(choice: Choice) -> str:
    """The map of the neighbours of the chosen district as the reader finds it."""
    standings = atlas().standings(choice.day, choice.definition)
    panel = near_map.near(atlas(), standings, choice, Wording(choice.language))
    return str(near_map.near_map(atlas(), panel, {}, choice.ags))


@of_atlas(200)
def comparison_html(choice: Choice) -> str:
    """The maps of a comparison as the reader finds them."""
    compared = compare.comparison(atlas(), choice)
    return str(comparison_map.maps(atlas(), compared, Wording(choice.language), choice.ags))


@of_atlas(SPOKEN)
def sources_table(language: str) -> str:
    """The table of all sources as HTML, in one language."""
    return str(evidence_html.sources(atlas().tables, _links(language), Wording(language)))


@of_atlas(SPOKEN)
def knowledge_table(language: str) -> str:
    """The table of how well each district is known as HTML, in one language."""
    rows = evidence.known_of(atlas())
    return str(evidence_html.knowledge(rows, _links(language), Wording(language)))


@of_atlas(100)
def totals_table(choice: Choice) -> str:
    """The table of the published totals as HTML; each row leads to a day of its own, so that the
    one of the choice is no matter.
    """
    links, words = LiveLinks(choice.address()), Wording(choice.language)
    return str(totals_html.table(reconciled(atlas()), links, words))


@of_atlas(COUNTED)
def first_days_table(language: str, definition: str) -> str:
    """The table of the first days with a KIZ under a definition as HTML, in one language."""
    rows = [row for row in first_days(atlas()) if row.definition == definition]
    links = LiveLinks({"definition": definition, "lang": language})
    return str(first_days_html.listing(rows, atlas().tables, links, Wording(language)))


@of_atlas(SPOKEN)
def questions(language: str) -> str:
    """The open questions by group as HTML, in one language."""
    asked = evidence.questions(atlas())
    words = Wording(language)
    return str(evidence_html.questions(atlas().tables, asked, _links(language), words))


def _links(language: str) -> LiveLinks:
    """The ways that keep the language alone."""
    return LiveLinks({"lang": language})


@of_atlas(100)
def curve_figure(shown: CurveShown, language: str) -> go.Figure:
    """The curve drawn up to its last day; it is not to be changed."""
    return curve.adoption_curve(shown.curve, shown.points, shown.last, Wording(language))


@of_atlas(100)
def curve_lists(shown: CurveShown, language: str) -> str:
    """What is listed below the curve as HTML: its steps, the totals, the law."""
    found, words = atlas(), Wording(language)
    tables = found.tables
    listed = [
        curve_html.table(shown.curve, words),
        curve_lists_html.totals(points_of(found, shown.definition), tables.sources, words),
        curve_lists_html.elsewhere(tables.totals, found.verdicts, tables.sources, words),
        curve_lists_html.milestones(law_until(found, shown.now), tables.sources, words),
    ]
    return str(h.fragment[listed])


@of_atlas(SPOKEN)
def law_list(language: str) -> str:
    """All steps of the law as HTML, in one language."""
    tables = atlas().tables
    listed = curve_lists_html.milestones(tables.milestones, tables.sources, Wording(language))
    return str(h.fragment[listed])


@of_atlas(100)
def curve_over(shown: CurveShown, language: str) -> tuple[str, dict[str, list[str]]]:
    """What is laid over it, and by the name of each line the layouts that have no room for it."""
    words, law, ends = Wording(language), law_until(atlas(), shown.last), atlas().evidence
    drawn = curve_labels.shown(shown.curve, shown.points, shown.definition, shown.last)
    evidence = ends.day if ends.day <= shown.last else None
    laid = curve_overlay.layouts(drawn, law.head(0) if shown.simple else law, evidence, words)
    told = curve_overlay.overlay(laid)
    return str(told), curve_overlay.unlabelled(laid)


@of_atlas(60)
def preview(order: Order) -> "Preview":
    """A picture as it would be downloaded, in fewer dots."""
    from components.printed import pictures

    return pictures.preview(order, atlas())
