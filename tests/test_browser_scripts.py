"""Each part of a script is a module that the browser takes as it stands in the tree."""

from pathlib import Path
from urllib.parse import urlsplit

import curated
import pytest

from components.base.collation import by_name

ROOT = Path(__file__).parents[1]
TREE = "/tree/"
PARTS = [
    part.relative_to(ROOT).as_posix()
    for folder in ("components", "edition")
    for part in sorted((ROOT / folder).rglob("*.mjs"))
]


@pytest.fixture
def page(open_page):
    """An empty page to which the server seems to hand out the tree."""

    def give(route):
        path = urlsplit(route.request.url).path.removeprefix(TREE)
        route.fulfill(path=ROOT / path, content_type="text/javascript")

    page = open_page("_stcore/health")
    page.route(f"**{TREE}**", give)
    yield page
    page.unroute_all()


def test_every_part_is_a_module_and_finds_what_it_imports(page):
    names = page.evaluate(
        "paths => Promise.all(paths.map(async path => Object.keys(await import(path))))",
        [TREE + path for path in PARTS],
    )
    exports = dict(zip(PARTS, names, strict=True))
    assert exports["components/html/sortable.mjs"] == ["View", "columnsOf"]
    assert exports["components/page/nav_assets/nav.mjs"] == ["default"]


def test_the_browser_sorts_all_names_as_the_server_does(page):
    tables = curated.tables()
    names = {*tables.districts["name"], *tables.districts["short_name"]}
    names |= {*tables.municipalities["name"], *tables.sources["title"]}
    names = sorted(names, reverse=True)
    ordered = page.evaluate(
        "async ([path, names]) => names.sort((await import(path)).BY_NAME)",
        [f"{TREE}components/html/collation.mjs", names],
    )
    assert ordered == by_name(names)
