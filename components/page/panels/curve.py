"""The adoption curve in the page: switches, the figure that reports clicks, explanations."""

from datetime import date
from html import escape

import streamlit as st

from adoption import series
from components.base.choice import FIRST_DAY, MEASURES, Choice, today
from components.base.wording import Wording
from components.facts import curve as curve_facts
from components.facts import people
from components.facts import years as years_facts
from components.facts.curve import Curve
from components.html import curve as curve_html
from components.html import parts
from components.page import cache, frame, state
from components.words import curve as curve_words
from components.words import years as years_words
from components.words.curve import reading

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def render(choice: Choice, words: Wording) -> Curve:
    """The switches and the curve, which is returned; a click on it chooses the day."""
    told = {"of": len(cache.tables().districts), "has": words(f"has.{choice.definition}")}
    st.html(f"<h2>{escape(words('curve.title', **told))}</h2>")
    year, last = _switches(choice, words)
    shown = (choice.definition, choice.measure, year, today())
    curve = cache.adoption(*shown)
    certain = reading(curve.steps["certain"].iloc[-1], choice.measure, words)
    with frame.row("curve_box"):
        st.plotly_chart(
            cache.curve_figure(*shown, last, choice.language),
            theme=None,
            height=440,
            key="curve",
            on_select=_choose,
            selection_mode="points",
            config=CONFIG,
            alt=words("curve.alt", certain=certain),
        )
        if line := curve_html.day_html(choice.day, last, words):
            st.html(line)
    hints = [words("curve.hint"), *_axis(choice.measure, year, words)]
    if choice.measure != "population":
        hints.insert(1, words("curve.hint.spans"))
    told = f'<p class="hint">{escape(" ".join(hints))}</p>'
    st.html(curve_html.legend_html(curve, words) + told)
    return curve


def explanation(choice: Choice, words: Wording) -> None:
    """What counts as a KIZ here, and why the band is narrower than the names."""
    name = words(f"definition.{choice.definition}")
    counted = words("curve.counted", definition=name)
    body = escape(words(f"definition.{choice.definition}.help"))
    counts = series.counts_on_changes(cache.changes(), choice.definition)
    points = cache.curve_points(choice.definition)
    why = curve_words.why(curve_facts.widest_gap(points, counts, choice.definition), words)
    st.html(
        f"<h2>{escape(counted)}</h2><p>{body}</p>"
        f"<h2>{escape(words('curve.why.title'))}</h2><p>{escape(why)}</p>"
    )


def more(curve: Curve, words: Wording) -> None:
    """The curve as a table, what it leaves out, and the steps of the law."""
    known = cache.tables()
    st.html(
        curve_html.table_html(curve, words)
        + curve_html.elsewhere_html(known.totals, cache.verdicts(), known.sources, words)
        + curve_html.milestones_html(cache.law(today()), known.sources, words)
    )


def years(choice: Choice, words: Wording) -> None:
    """The end of every year side by side, as one picture."""
    wide, narrow = cache.multiples_urls(choice.language, choice.definition)
    days = years_facts.YEAR_ENDS
    counts = [
        years_words.count_line(day, cache.standings(day, choice.definition), words) for day in days
    ]
    alt = words("multiples.alt", n=len(days), counts="; ".join(counts))
    note = words("multiples.note", definition=words(f"definition.{choice.definition}"))
    st.html(
        f'<h2>{escape(words("multiples.title"))}</h2><p class="hint">{escape(note)}</p>'
        + parts.picture_html(wide, narrow, alt)
    )


def _switches(choice: Choice, words: Wording) -> tuple[int, date]:
    """The measure, the year of the population where it matters, and where the time ends."""
    st.session_state.measure = choice.measure
    grown = max(series.change_days(cache.changes(), choice.definition)).year
    spans = {"today": today(), "growth": date(grown, 12, 31)}
    years = list(people.by_year(cache.atlas()))
    year = years[0]
    with st.container(key="curve_switches", horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            words("curve.measure"),
            MEASURES,
            required=True,
            format_func=lambda name: words(f"curve.measure.{name}", of=54),
            key="measure",
            on_change=lambda: state.change(measure=st.session_state.measure),
        )
        if choice.measure == "population":
            year = st.selectbox(
                words("curve.year"), years, format_func=lambda year: words.day(date(year, 12, 31)),
                key="people_on", width=150,
            )  # fmt: skip
        span = st.segmented_control(
            words("curve.span"),
            list(spans),
            default="today",
            required=True,
            format_func=lambda name: words(f"curve.span.{name}", year=grown),
            key="span",
        )
    return year, spans[span]


def _axis(measure: str, year: int, words: Wording) -> list[str]:
    """What the axis means, where a bare number does not say it."""
    if measure == "number":
        return []
    kinds = cache.tables().districts["kind"].value_counts()
    told = {"of": kinds.sum(), "kreise": kinds["Kreis"], "cities": kinds["kreisfreie Stadt"]}
    return [words(f"curve.axis.{measure}", date=words.day(date(year, 12, 31)), **told)]


def _choose() -> None:
    """The day that the clicked place stands for.

    The figure stays when the day moves, and with it the selection: a second click on the
    same place arrives as its end.
    """
    points = st.session_state.curve["selection"]["points"]
    if points:
        st.session_state.curve_clicked = date.fromisoformat(points[0]["customdata"])
    if clicked := st.session_state.get("curve_clicked"):
        state.change(day=max(FIRST_DAY, min(today(), clicked)))
