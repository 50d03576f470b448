"""The pictures of an edition: of its day, in both languages, and those that its pages show."""

from html import escape

from components.base.wording import LANGUAGES, Wording
from components.facts import years as years_facts
from components.printed import pictures
from components.printed import years as years_printed
from components.printed.sheet import FORMATS
from edition.model import ASSETS, Edition, Job, Page

#: What stands in `pictures/`, all in one shape; a film beside it.
TAKEN = ("map", "curve", "multiples")
SHAPE, FILM = "16:9", "gif"
#: What the page of the curve shows, each for a wide screen and for a narrow one.
WIDTHS = {"wide": ("16:9", years_printed.WIDE), "narrow": ("1:1", years_printed.NARROW)}


def jobs(edition: Edition) -> list[Job]:
    """Every picture to take along."""
    made = []
    for language in LANGUAGES:
        words = Wording(language)
        for name in TAKEN:
            for kind in FORMATS:
                path = taken_path(edition, words, name, kind)
                made.append(Job(path, picture, (name, kind, SHAPE, language, True)))
        made.append(Job(film_path(edition, words), film, (language,)))
    return made


def page_jobs(edition: Edition) -> list[Job]:
    """The pictures that stand in pages."""
    made = []
    for language in LANGUAGES:
        for width, (shape, _) in WIDTHS.items():
            curve = ("curve", "svg", shape, language, False)
            made.append(Job(shown_path("curve", width, language), picture, curve))
            made.append(Job(shown_path("multiples", width, language), years, (width, language)))
    return made


def picture(
    edition: Edition, name: str, kind: str, shape: str, language: str, titled: bool
) -> bytes:
    """One picture as a file."""
    words = Wording(language)
    choice = edition.spoken(words)
    return pictures.file(name, edition.atlas, choice, kind, shape, words, titled, edition.site)


def years(edition: Edition, width: str, language: str) -> bytes:
    """The end of every year side by side, laid out for a screen."""
    atlas, definition = edition.atlas, edition.choice.definition
    shown = {day: atlas.standings(day, definition) for day in years_facts.YEAR_ENDS}
    areas, layout = atlas.coarse, WIDTHS[width][1]
    return years_printed.multiples(shown, areas, layout, atlas.attribution, Wording(language))


def film(edition: Edition, language: str) -> bytes:
    """The months as a moving picture."""
    words = Wording(language)
    return pictures.film(edition.atlas, edition.spoken(words), words, FILM, edition.site)


def taken_path(edition: Edition, words: Wording, name: str, kind: str) -> str:
    """Where a picture to take along lies."""
    file = pictures.file_name(name, edition.spoken(words), kind, SHAPE)
    return f"pictures/{words.language}/{file}"


def film_path(edition: Edition, words: Wording) -> str:
    """Where the moving picture lies."""
    file = pictures.file_name("film", edition.spoken(words), FILM)
    return f"pictures/{words.language}/{file}"


def shown_path(name: str, width: str, language: str) -> str:
    """Where a picture of a page lies."""
    return f"{ASSETS}{name}-{width}-{language}.svg"


def shown(page: Page, name: str, title: str, alt: str) -> str:
    """A picture in a page, of which the browser takes the one that fits; or nothing.

    On a narrow screen the curve is wider than the page, and can be moved in its box.
    """
    paths = [shown_path(name, width, page.words.language) for width in WIDTHS]
    if len(page.there(paths)) < len(paths):
        return ""
    wide, narrow = (escape(page.to(path)) for path in paths)
    return (
        f'<div class="shown {name}" role="region" tabindex="0" aria-label="{escape(title)}">'
        f'<picture><source media="(max-width: 640px)" srcset="{narrow}">'
        f'<img src="{wide}" alt="{escape(alt)}"></picture></div>'
    )
