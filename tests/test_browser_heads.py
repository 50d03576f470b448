"""The head that is served and the page that is drawn from it say the same."""

from urllib.request import urlopen

import pytest
from browser import complaints, settled, step, watched
from markup import parsed, texts


@pytest.mark.parametrize(
    ("path", "areas"),
    [
        ("?tag=2015-09-24", 54),
        ("kreis?kreis=05154&tag=2015-09-24&lang=en", 0),
        ("verlauf?tag=2015-09-24", 0),
    ],
)
def test_title_and_icon_stay_when_the_page_is_drawn(path, areas, server, look_at):
    with urlopen(f"{server}/{path}") as answer:
        served = parsed(answer.read().decode())
    page = look_at(path, areas=areas)
    assert [page.title()] == texts(served, "title")
    drawn = page.evaluate("[...document.querySelectorAll('link[rel~=icon]')].map(one => one.href)")
    assert drawn == [f"{server}/icon.svg", f"{server}/icon.png"]


def test_nothing_is_fetched_early_that_the_page_does_not_use(browser, server):
    # A browser that has never been here: from what it kept, it may take a style a second time.
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin")
    page = watched(context)
    page.goto(f"{server}/?tag=2015-09-24")
    settled(page)
    asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    early = page.evaluate(
        "[...document.querySelectorAll('link[fetchpriority=low]')].map(one => one.href)"
    )
    assert early
    # What is preloaded and then fetched in another way is asked for twice.
    assert [asked.count(address) for address in early] == [1] * len(early)
    assert page.evaluate("""() => [...document.styleSheets].some(sheet => sheet.href ===
      document.querySelector('link[rel=preload][fetchpriority=low]').href)""")
    assert complaints(page) == []
    context.close()


#: Notes every title that the page has from now on.
NOTED = """() => {
  window.titles = [];
  new MutationObserver(() => window.titles.push(document.title))
    .observe(document.querySelector("title"), { childList: true });
}"""


def test_the_title_follows_the_day_and_is_no_other_in_between(open_page):
    page = settled(open_page("?tag=2015-09-24"))
    page.evaluate(NOTED)
    step(page)
    headline = page.locator("h1").inner_text().removesuffix(".")
    assert page.evaluate("() => window.titles") == [f"{headline} – KIZ-Atlas NRW"]


def test_without_a_script_headline_and_table_are_read(browser, server):
    context = browser.new_context(
        java_script_enabled=False, locale="de-DE", viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{server}/?tag=2015-09-24")
    assert page.locator("h1").first.is_visible()
    assert page.locator("tbody tr").count() == 54
    page.get_by_role("link", name="Kreis Kleve").click()
    assert page.locator("h1").first.inner_text().startswith("Der Kreis Kleve hat am 24.09.2015")
    context.close()
