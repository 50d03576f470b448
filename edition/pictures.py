"""The pictures of an edition: of its day, in both languages, and those that its pages show."""

from dataclasses import replace
from datetime import date

import htpy as h

from components.base.wording import LANGUAGES, Wording
from components.facts.years import year_ends
from components.html import parts
from components.printed import pictures, screen, years_picture
from components.printed.finish import FORMATS
from components.printed.order import Order
from edition.model import ASSETS, Edition, Job, Page

#: What stands in `pictures/`, all in one shape; a film beside it. Both maps are always there.
TAKEN = ("map", "since", "curve", "multiples", "comparison")
_MAPS = {"map": "has", "since": "since"}
SHAPE, FILM = "16:9", "gif"
#: What the page of the curve shows, each for a wide screen and for a narrow one.
WIDTHS = {
    "wide": (screen.WIDE, years_picture.WIDE),
    "narrow": (screen.NARROW, years_picture.NARROW),
}


def jobs(edition: Edition) -> list[Job]:
    """Every picture to take along."""
    jobs = []
    for language in LANGUAGES:
        words = Wording(language)
        for name in TAKEN:
            order = _order(edition, words, name)
            for kind in FORMATS:
                jobs.append(Job(taken_path(edition, words, name, kind), picture, (order, kind)))
        jobs.append(Job(film_path(edition, words), film, (language,)))
    return jobs


def page_jobs(edition: Edition) -> list[Job]:
    """The pictures that stand in pages."""
    jobs = []
    for language in LANGUAGES:
        for width in WIDTHS:
            jobs.append(Job(shown_path("curve", width, language), curve, (width, language)))
            jobs.append(Job(shown_path("multiples", width, language), years, (width, language)))
    return jobs


def picture(edition: Edition, order: Order, kind: str) -> bytes:
    """One picture as a file."""
    return pictures.file(order, edition.atlas, kind)


def curve(edition: Edition, width: str, language: str) -> bytes:
    """How many since 2012, laid out for a screen."""
    order = _order(edition, Wording(language), "curve")
    return pictures.shown(order, edition.atlas, WIDTHS[width][0])


def years(edition: Edition, width: str, language: str) -> bytes:
    """The end of every year side by side, laid out for a screen."""
    atlas, definition = edition.atlas, edition.choice.definition
    shown = year_ends(atlas, definition)
    areas, layout = atlas.coarse, WIDTHS[width][1]
    return years_picture.svg(shown, areas, layout, atlas.attribution, Wording(language))


def film(edition: Edition, language: str) -> bytes:
    """The months as a moving picture."""
    return pictures.film(_film(edition, Wording(language)), edition.atlas, FILM)


def taken_path(edition: Edition, words: Wording, name: str, kind: str) -> str:
    """Where a picture to take along lies."""
    return f"pictures/{words.language}/{_order(edition, words, name).file_name(kind)}"


def film_path(edition: Edition, words: Wording) -> str:
    """Where the moving picture lies."""
    return f"pictures/{words.language}/{_film(edition, words).file_name(FILM)}"


def _order(edition: Edition, words: Wording, name: str, shape: str = SHAPE) -> Order:
    """A picture of the day of the edition, in the language of `words`."""
    choice = edition.spoken(words)
    if name in _MAPS:
        return Order("map", replace(choice, colouring=_MAPS[name]), shape, site=edition.site)
    if name == "comparison":
        choice = replace(choice, other_day=other_day(edition))
    return Order(name, choice, shape, site=edition.site)


def other_day(edition: Edition) -> date:
    """What the day of the edition is compared with: the last day worth a look (`data/days.csv`)
    before it; where there is none, the first after it.
    """
    day, days = edition.choice.day, edition.atlas.tables.days["first_day"].dt.date
    before = days[days < day]
    return days[days > day].min() if before.empty else before.max()


def _film(edition: Edition, words: Wording) -> Order:
    """The film, whose name says nothing of its shape: it has but one."""
    return _order(edition, words, "film", shape="")


def shown_path(name: str, width: str, language: str) -> str:
    """Where a picture of a page lies."""
    return f"{ASSETS}{name}-{width}-{language}.svg"


def shown(page: Page, name: str, title: str, alt: str) -> h.Element | None:
    """A picture in a page, of which the browser takes the one that fits; or None."""
    paths = [shown_path(name, width, page.words.language) for width in WIDTHS]
    if len(page.there(paths)) < len(paths):
        return None
    wide, narrow = (page.to(path) for path in paths)
    return h.div(class_=["shown", name], role="group", aria_label=title)[
        parts.picture(wide, narrow, alt)
    ]
