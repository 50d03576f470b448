"""The pages of an edition, in both languages."""

from components.base.wording import LANGUAGES, Wording
from edition import curve_page, data_page, district_page, index_page, model
from edition.model import Edition, Job, Page

PAGES = {
    model.INDEX: index_page.html,
    curve_page.NAME: curve_page.html,
    data_page.NAME: data_page.html,
}


def jobs(edition: Edition) -> list[Job]:
    """Every page."""
    made = []
    for language in LANGUAGES:
        for name in PAGES:
            made.append(Job(model.in_language(name, language), page, (name, language)))
        for ags in edition.keys:
            path = model.in_language(model.district_page(ags), language)
            made.append(Job(path, district, (ags, language)))
    return made


def page(edition: Edition, name: str, language: str) -> bytes:
    """One page of the navigation."""
    return PAGES[name](Page(edition, Wording(language), name))


def district(edition: Edition, ags: str, language: str) -> bytes:
    """The page of one district."""
    return district_page.html(Page(edition, Wording(language), model.district_page(ags)), ags)
