"""The title of a page is the headline that stands on it, for every page, language and day."""

from datetime import date

import curated
import pytest
from markup import texts
from page_driver import opened, seen

from components.base.choice import Choice
from components.page.nav import PAGES
from components.words import pages

DAY = date(2015, 9, 24)
#: Where the title is another heading than the first: the page "Verlauf" tells a trend.
HEADING = {"verlauf": "h2.curve-title"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_title_is_the_headline_of_the_page(page, language):
    shown = opened(page, tag=f"{DAY}", lang=language, kreis="05154")
    choice = Choice(DAY, language=language, ags="05154")
    told = pages.told(page, curated.atlas(), choice)
    assert texts(seen(shown), HEADING.get(page, "h1"))[0] == told.line.sentence
    assert told.title == f"{told.line.sentence.removesuffix('.')} – KIZ-Atlas NRW"


def test_every_page_of_the_navigation_has_a_headline():
    assert tuple(pages.FOLLOWS) == PAGES


def test_a_title_follows_nothing_that_its_page_does_not_tell():
    bare, dressed = Choice(DAY), Choice(DAY, ags="05154", shape="A4", beside=("05566",))
    told = [pages.told("ohne", curated.atlas(), choice) for choice in (bare, dressed)]
    assert told[0] is told[1]


def test_a_detail_ends_with_one_full_stop():
    told = pages.told("aenderungen", curated.atlas(), Choice(date(2020, 1, 1)))
    assert [text for text in told.line.detail if text.endswith("..")] == []
