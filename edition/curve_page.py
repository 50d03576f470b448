"""The page of the curve: how many since 2012, as a picture, as a table, and year by year."""

from html import escape

from adoption import series
from components.facts import curve as curve_facts
from components.facts import years
from components.facts.people import by_year
from components.html import coverage as coverage_html
from components.html import curve as curve_html
from components.words import coverage, headline
from components.words import curve as curve_words
from components.words import years as years_words
from components.words.curve import reading
from edition import frame, index_page, pictures
from edition.links import link
from edition.model import Page

NAME = "verlauf.html"
#: The page of the live atlas that is like it, and what its curve measures.
LIVE, MEASURE = "verlauf", "number"


def html(page: Page) -> bytes:
    """The whole page."""
    edition, words = page.edition, page.words
    line = headline.on_day(edition.atlas, edition.choice.day, edition.choice.definition, words)
    curve = _curve(page)
    known, atlas = edition.atlas.known, edition.atlas
    body = (
        frame.headline(line.sentence, f"{escape(' '.join(line.detail))} {_to_table(page)}")
        + _picture(page, curve)
        + f'<div class="columns"><div>{_explained(page)}</div>'
        f"<div>{_coverage(page)}</div></div>"
        + curve_html.table_html(curve, words)
        + curve_html.elsewhere_html(known.totals, atlas.verdicts, known.sources, words)
        + curve_html.milestones_html(known.milestones, known.sources, words)
        + _years(page)
    )
    return frame.document(page, words("page.verlauf"), body, (LIVE, ""))


def _to_table(page: Page) -> str:
    """The way to the table of the 54, which the detail may speak of."""
    of = len(page.edition.standings)
    return link(
        page.words("headline.table", of=of), f"{page.page(index_page.NAME)}#{index_page.TABLE}"
    )


def _curve(page: Page) -> curve_facts.Curve:
    edition = page.edition
    atlas, known = edition.atlas, edition.atlas.known
    people = next(iter(by_year(atlas).values()))
    shown = edition.choice.definition, MEASURE
    frames = atlas.changes, known.totals, known.districts
    return curve_facts.curve(*frames, *shown, people, edition.last)


def _picture(page: Page, curve: curve_facts.Curve) -> str:
    words, edition = page.words, page.edition
    told = {"of": len(edition.standings), "has": words(f"has.{edition.choice.definition}")}
    title = words("curve.title", **told)
    alt = words("curve.alt", certain=reading(curve.steps["certain"].iloc[-1], MEASURE, words))
    # The picture says its title itself, but not to those who do not see it.
    heading = f'<h2 class="unseen">{escape(title)}</h2>'
    return heading + pictures.shown(page, "curve", title, alt)


def _explained(page: Page) -> str:
    """What counts as a KIZ here, and why the band is narrower than the names."""
    words, atlas, definition = page.words, page.edition.atlas, page.edition.choice.definition
    name = words(f"definition.{definition}")
    known = atlas.known
    points = curve_facts.points(known.totals, atlas.verdicts, known.sources, definition)
    counts = series.counts_on_changes(atlas.changes, definition)
    why = curve_words.why(curve_facts.widest_gap(points, counts, definition), words)
    return (
        f"<h2>{escape(words('curve.counted', definition=name))}</h2>"
        f"<p>{escape(words(f'definition.{definition}.help'))}</p>"
        f"<h2>{escape(words('curve.why.title'))}</h2><p>{escape(why)}</p>"
    )


def _coverage(page: Page) -> str:
    """Share of the population, then n of m by kind and by Regierungsbezirk."""
    edition, words, day = page.edition, page.words, page.edition.choice.day
    population = edition.atlas.known.population
    rows = coverage.lines(edition.standings, population, day, words)
    return coverage_html.html(words("edition.coverage", day=words.day(day)), rows)


def _years(page: Page) -> str:
    """The end of every year side by side, as one picture."""
    words, edition = page.words, page.edition
    definition = edition.choice.definition
    days = years.YEAR_ENDS
    counts = [
        years_words.count_line(day, edition.atlas.standings(day, definition), words) for day in days
    ]
    alt = words("multiples.alt", n=len(days), counts="; ".join(counts))
    note = words("multiples.note", definition=words(f"definition.{definition}"))
    title = words("multiples.title")
    heading = f'<h2>{escape(title)}</h2><p class="hint">{escape(note)}</p>'
    return heading + pictures.shown(page, "multiples", title, alt)
