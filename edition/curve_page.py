"""The page of the curve: how many since 2012, as a picture, as a table, and year by year."""

import htpy as h

from components.facts.curve import Curve, adoption, gap_of, points_of
from components.facts.years import year_ends
from components.html import curve as drawn
from components.html import curve_lists as lists
from components.html import lasting, parts
from components.html.coverage import coverage
from components.words import coverage as coverage_words
from components.words import curve as curve_words
from components.words.years import described
from edition import frame, pictures
from edition.links import PageLinks
from edition.model import Page
from edition.preview import About

NAME = "verlauf.html"
#: The page of the live atlas that is like it, and what its curve measures.
LIVE, MEASURE = "verlauf", "number"


def html(page: Page) -> bytes:
    """The whole page."""
    edition, words = page.edition, page.words
    atlas, tables, definition = edition.atlas, edition.atlas.tables, edition.choice.definition
    curve = adoption(atlas, definition, MEASURE, edition.last)
    body = [
        _headline(page),
        _picture(page, curve),
        h.div(".columns")[
            h.div[drawn.explanation(definition, gap_of(atlas, definition), words)],
            h.div[_coverage(page)],
        ],
        drawn.table(curve, words),
        lists.totals(points_of(atlas, definition), tables.sources, words),
        lists.elsewhere(tables.totals, atlas.verdicts, tables.sources, words),
        lists.milestones(tables.milestones, tables.sources, words),
        _years(page),
    ]
    told = [_trend(page, curve)]
    about = About(words("page.verlauf"), page.line.sentence, told, (LIVE, ""), "curve")
    return frame.document(page, about, body)


def _headline(page: Page) -> h.Fragment:
    """The sentence of the day, with the way to the table of the 54, which it may speak of."""
    edition, words = page.edition, page.words
    line = page.line
    label = words("headline.table", of=len(edition.standings))
    table = parts.link(label, PageLinks(page).table())
    lasts = lasting.on_day(edition.atlas, edition.choice, None, words)
    told = [part for part in (*line.detail, lasts, table) if part]
    return frame.headline(line.sentence, parts.joined(told, " "))


def _trend(page: Page, curve: Curve) -> str:
    """The sentence that the curve tells."""
    edition = page.edition
    of = len(edition.standings)
    return curve_words.headline(curve, edition.choice.definition, of, page.words)


def _picture(page: Page, curve: Curve) -> h.Fragment:
    words, title = page.words, _trend(page, curve)
    alt = words(
        "curve.alt", certain=curve_words.reading(curve.steps["certain"].iloc[-1], MEASURE, words)
    )
    # The picture says its title itself, but not to those who do not see it.
    heading = h.h2(".unseen")[title]
    return h.fragment[heading, pictures.shown(page, "curve", title, alt)]


def _coverage(page: Page) -> h.Fragment:
    """Share of the population, then n of m by kind and by Regierungsbezirk."""
    edition, words, day = page.edition, page.words, page.edition.choice.day
    population = edition.atlas.tables.population
    rows = coverage_words.lines(edition.standings, population, day, words)
    return coverage(words("edition.coverage", day=words.day(day)), rows, words)


def _years(page: Page) -> h.Fragment:
    """The end of every year side by side, as one picture."""
    words, definition = page.words, page.edition.choice.definition
    alt = described(year_ends(page.edition.atlas, definition), words)
    shown = pictures.shown(page, "multiples", words("multiples.title"), alt)
    return drawn.years(shown, definition, words)
