"""The search above a table, alone in a browser: table, tools and text may come in any order."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from components.base.script import module
from components.base.wording import Wording
from components.html.sortable import said

SAID = {
    **said("Suche", 5, Wording("de")),
    "hits": "{n} von {of} Zeilen",
    "name": "file",
    "facts": {},
}
ASSETS = Path(__file__).parents[1] / "components" / "page" / "table_tools_assets"
#: Begins with the tools for the table that is marked with `mark`, as Streamlit does.
BEGIN = """async ([script, mark, said]) => {
  const tools = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const data = { key: "names", table: mark, ...said };
  window.end?.();
  window.end = tools.default({ parentElement: document.querySelector("#tools"), data });
}"""
#: Puts a table into the page, in the place of the one that was there.
PUT = """([mark, names]) => {
  const rows = names.map((name) => `<tr><th>${name}</th></tr>`).join("");
  document.querySelector(".st-key-names").innerHTML = `<div data-table="${mark}">
    <div class="rows"><table><thead><tr><th data-name="name" data-kind="text"><button>Name</button>
    </th></tr></thead><tbody>${rows}</tbody></table></div></div>`;
}"""


@pytest.fixture
def page(open_page):
    """An empty page with the search field, its script still to come, and room for a table."""
    page = open_page("_stcore/health")
    field = (ASSETS / "table_tools.html").read_text("utf-8")
    page.set_content(f'<div id="tools">{field}</div><div class="st-key-names"></div>')
    return page


def begin(page, mark):
    page.evaluate(BEGIN, [module(ASSETS / "table_tools.mjs").decode(), mark, SAID])


def put(page, mark, *names):
    page.evaluate(PUT, [mark, names])


def finds(page, *names, of):
    """Waits until the tools say how many rows are left, and looks which."""
    expect(page.locator(".hits")).to_have_text(f"{len(names)} von {of} Zeilen")
    assert page.locator("tbody tr:visible").all_inner_texts() == [*names]


def test_what_is_typed_before_the_table_has_come_is_searched_for_in_it(page):
    begin(page, "a")
    page.get_by_role("searchbox").fill("kl")
    put(page, "a", "Borken", "Kleve")
    finds(page, "Kleve", of=2)


def test_what_is_typed_before_the_script_has_come_is_searched_for_too(page):
    page.get_by_role("searchbox").fill("kl")
    put(page, "a", "Borken", "Kleve")
    begin(page, "a")
    finds(page, "Kleve", of=2)


def test_search_and_order_wait_for_the_table_of_the_new_day(page):
    put(page, "a", "Borken", "Kleve", "Viersen")
    begin(page, "a")
    page.get_by_role("button", name="Name").click()
    page.get_by_role("button", name="Name").click()
    page.get_by_role("searchbox").fill("k")
    finds(page, "Kleve", "Borken", of=3)
    begin(page, "b")
    put(page, "b", "Coesfeld", "Borken", "Kleve", "Unna", "Kreuztal")
    finds(page, "Kreuztal", "Kleve", "Borken", of=5)
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
