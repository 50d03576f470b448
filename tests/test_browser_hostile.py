"""A server whose tables are hostile, as if no check had seen them: nothing of them runs, asks
another host, leads astray or breaks a page, in Chromium, on every page and in an edition."""

import shutil
import subprocess
import sys

import hostile
import pytest
from browser import WIDE, complaints, settled, watched
from conftest import ROOT
from live_server import live

from components.words import pages

DAY = "tag=2015-09-24&kreis=05154&lang=de"
PARTS = ("adoption", "commands", "components", "data", "edition", "geo", "server", "static")
FILES = ("app.py", "dashboard.py", "export.py", "datapackage.json")
#: The check says that all is well.
UNCHECKED = "\n\ndef problems(folder=DATA, today=None):\n    return []\n"
EDITION = """
from datetime import date
from pathlib import Path
from components.base.atlas import Atlas
from components.base.choice import Choice
from edition.build import build
parts = ("pages", "assets")
build(Atlas.load(), Choice(date(2015, 9, 24)), Path("edition-made"), ("05154",), parts=parts)
"""
#: Notes every dialog, and every link and picture that leads elsewhere, in shadow trees too.
LOOK = """() => {
  const roots = [document];
  for (const root of roots)
    roots.push(...[...root.querySelectorAll("*")].map(one => one.shadowRoot).filter(Boolean));
  const all = selector => roots.flatMap(root => [...root.querySelectorAll(selector)]);
  const foreign = all("[href], [src], [action], [data], [formaction]").flatMap(one =>
    ["href", "src", "action", "data", "formaction"].map(name => one.getAttribute(name) ?? "")
      .filter(said => /^\\s*(javascript|vbscript|data:text|file):?/i.test(said)
        || (one.localName !== "a" && /^(https?:)?\\/\\//.test(said) && new URL(said, location).host
          !== location.host)));
  const handlers = all("*").flatMap(one => [...one.attributes].map(said => said.name)
    .filter(name => name.startsWith("on")));
  const strange = all("iframe, object, embed, base, marquee").map(one => one.outerHTML);
  return { pwned: window.__pwned ?? null, foreign, handlers, strange };
}"""
CLEAN = {"pwned": None, "foreign": [], "handlers": [], "strange": []}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The program with hostile tables and without a check."""
    made = tmp_path_factory.mktemp("hostile")
    for part in (*PARTS, ".streamlit"):
        ignored = shutil.ignore_patterns("__pycache__", "source")
        shutil.copytree(ROOT / part, made / part, ignore=ignored)
    for file in FILES:
        shutil.copy(ROOT / file, made / file)
    hostile.spoil(made / "data")
    with (made / "data" / "check.py").open("a") as check:
        check.write(UNCHECKED)
    return made


@pytest.fixture(scope="module")
def place(folder):
    with live(folder / "server.log", folder) as running:
        yield running


@pytest.fixture(scope="module")
def tab(browser):
    """One tab for all pages; a dialog is a failure."""
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin")
    page = watched(context)
    page.dialogs = []

    def note(dialog):
        page.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    yield page
    context.close()


def found(tab, page=""):
    assert tab.dialogs == [] and complaints(tab) == [], page
    return tab.evaluate(LOOK)


@pytest.mark.parametrize("page", pages.FOLLOWS)
def test_nothing_of_a_hostile_table_runs_or_leads_astray_on_a_page(tab, place, page):
    path = "" if page == pages.ROOT else page
    tab.goto(f"{place.address}/{path}?{DAY}")
    settled(tab, areas=0)
    assert found(tab, page) == CLEAN


def test_nothing_of_it_runs_in_the_map_for_other_pages(tab, place):
    tab.goto(f"{place.address}/embed?{DAY}")
    settled(tab)
    assert found(tab) == CLEAN


@pytest.fixture(scope="module")
def edition(folder):
    subprocess.run([sys.executable, "-c", EDITION], cwd=folder, check=True, timeout=300)
    return folder / "edition-made"


@pytest.mark.parametrize(
    "path", ["index.html", "verlauf.html", "daten.html", "kreise/05154.html", "en/index.html"]
)
def test_nothing_of_it_runs_in_an_edition(tab, edition, path):
    tab.goto((edition / path).as_uri())
    assert tab.locator("h1").first.is_visible()
    assert found(tab) == CLEAN


def test_the_server_has_served_all_of_it_without_an_error(place):
    assert "Traceback" not in place.said, place.said[-2000:]
