"""How many keys it takes to a goal, skip links included."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tab_stops import tab_stops

PAGE = """
<a href="#list">Zur Liste</a>
<a href="./">1</a><a href="./">2</a><a href="./">3</a><button>nah</button>
<section id="list" tabindex="-1"><button>fern</button></section>
<button tabindex="-1">nie</button>
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(PAGE)
    yield page
    page.close()


@pytest.mark.parametrize(("name", "stops"), [("nah", 5), ("fern", 3), ("nie", None)])
def test_the_shortest_way_counts(page, name, stops):
    assert tab_stops(page, page.get_by_role("button", name=name)) == stops


def test_a_page_that_leads_a_lost_focus_elsewhere_is_walked_from_its_top(page):
    page.evaluate("""() => {
      const lead = () => document.activeElement === document.body
        && document.querySelector("#list").focus();
      new MutationObserver(lead).observe(document.body, { childList: true });
    }""")
    assert tab_stops(page, page.get_by_role("link", name="Zur Liste")) == 1


def test_of_several_goals_the_first_on_the_way_counts(page):
    assert tab_stops(page, page.get_by_role("link", name="2").or_(page.locator("section *"))) == 3
