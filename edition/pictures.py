"""The pictures of an edition: of its day, in both languages, and those that its pages show."""

import htpy as h

from components.base.wording import LANGUAGES, Wording
from components.facts.years import year_ends
from components.html import parts
from components.printed import pictures, years_picture
from components.printed.finish import FORMATS
from components.printed.order import Order
from edition.model import ASSETS, Edition, Job, Page

#: What stands in `pictures/`, all in one shape; a film beside it.
TAKEN = ("map", "curve", "multiples")
SHAPE, FILM = "16:9", "gif"
#: What the page of the curve shows, each for a wide screen and for a narrow one.
WIDTHS = {"wide": ("16:9", years_picture.WIDE), "narrow": ("1:1", years_picture.NARROW)}


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
        for width, (shape, _) in WIDTHS.items():
            curve = _order(edition, Wording(language), "curve", shape)._replace(titled=False)
            jobs.append(Job(shown_path("curve", width, language), picture, (curve, "svg")))
            jobs.append(Job(shown_path("multiples", width, language), years, (width, language)))
    return jobs


def picture(edition: Edition, order: Order, kind: str) -> bytes:
    """One picture as a file."""
    return pictures.file(order, edition.atlas, kind)


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
    return Order(name, edition.spoken(words), shape, site=edition.site)


def _film(edition: Edition, words: Wording) -> Order:
    """The film, whose name says nothing of its shape: it has but one."""
    return _order(edition, words, "film", shape="")


def shown_path(name: str, width: str, language: str) -> str:
    """Where a picture of a page lies."""
    return f"{ASSETS}{name}-{width}-{language}.svg"


def shown(page: Page, name: str, title: str, alt: str) -> h.Element | None:
    """A picture in a page, of which the browser takes the one that fits; or None.

    On a narrow screen the curve is wider than the page, and can be moved in its box.
    """
    paths = [shown_path(name, width, page.words.language) for width in WIDTHS]
    if len(page.there(paths)) < len(paths):
        return None
    wide, narrow = (page.to(path) for path in paths)
    return h.div(class_=["shown", name], role="region", tabindex="0", aria_label=title)[
        parts.picture(wide, narrow, alt)
    ]
