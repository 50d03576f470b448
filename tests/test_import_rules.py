"""Who may import whom: the code keeps to the table in the README, which is the only copy here."""

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEADER = ["place", "may import of ours", "Streamlit", "`requests`"]
#: The folders of modules of ours.
ROOMS = ("adoption", "data", "geo", "components", "commands", "edition", "server", "deploy")
NETWORK = {"requests", "urllib3", "urllib.request", "http.client", "http.server", "socket"}
ALLOWED_IN_ADOPTION = {"pandas", "edtf"}


@dataclass(frozen=True)
class Place:
    """One row of the table: its paths, the rows it may import, and what else it may use."""

    paths: tuple[str, ...]
    may_import: str
    streamlit: bool
    requests: tuple[str, ...]


def in_ticks(cell):
    return tuple(re.findall(r"`([^`]+)`", cell))


def read_places(text):
    """The rows of the README's table, in its order."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.splitlines()
        if line.lstrip().startswith("|")
    ]
    assert HEADER in rows, f"README.md: no table with the header {HEADER}"
    places = []
    for cells in rows[rows.index(HEADER) + 2 :]:
        if len(cells) != len(HEADER) or not in_ticks(cells[0]):
            break
        paths, ours, streamlit, requests = cells
        places.append(Place(in_ticks(paths), ours, streamlit == "yes", in_ticks(requests)))
    return places


def place_of(path, places):
    """The place with the longest path that the file lies under; None for a file without one."""
    fitting = [
        (len(prefix), place)
        for place in places
        for prefix in place.paths
        if path == prefix or (prefix.endswith("/") and path.startswith(prefix))
    ]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None


def importable(place, places):
    """The places that a place may import from, itself included."""
    words = place.may_import
    if words.startswith("all of the above"):
        return places[: places.index(place) + 1]
    if words.startswith("all but the Streamlit part"):
        return [other for other in places if not other.streamlit]
    named = [name.rstrip("/") for name in in_ticks(words)]
    return [other for other in places if other == place or names(named, other)]


def names(named, place):
    """Whether one of the places named, a folder or a file, holds this one."""
    return any(f"{path}/".startswith(f"{name}/") for path in place.paths for name in named)


def imports(source, path):
    """Every imported name, dotted, with its line: `from data import tables` is data.tables."""
    package = Path(path).parent.parts
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            yield from ((f"{module}.{alias.name}".lstrip("."), node.lineno) for alias in node.names)


def our_file(name, files):
    """The file of ours that a dotted name means; None for a library's."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        path = "/".join(parts[:end])
        found = {f"{path}.py", f"{path}/__init__.py"} & files.keys()
        if found:
            return found.pop()
    return None


def breaches(files, places):
    """What breaks the table, one line each; `files` maps paths to source texts."""
    found = []
    for path, source in sorted(files.items()):
        place = place_of(path, places)
        if place is None:
            found.append(f"{path}: has no place in the table; add it to the README")
            continue
        for name, line in imports(source, path):
            target = our_file(name, files)
            if target and place_of(target, places) not in importable(place, places):
                found.append(f"{path}:{line}: may not import {target}")
            if uses(name, {"streamlit"}) and not place.streamlit:
                found.append(f"{path}:{line}: may not use Streamlit")
            if uses(name, NETWORK) and path not in place.requests:
                found.append(f"{path}:{line}: may not reach the network ({name})")
    return found


def uses(name, modules):
    return any(name == module or name.startswith(f"{module}.") for module in modules)


@pytest.fixture(scope="module")
def places():
    return read_places((ROOT / "README.md").read_text("utf-8"))


@pytest.fixture(scope="module")
def files():
    """Our modules outside the tests, by path from the root."""
    paths = [
        *ROOT.glob("*.py"),
        *(path for name in ROOMS for path in (ROOT / name).rglob("*.py")),
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def test_the_code_keeps_to_the_table(files, places):
    assert breaches(files, places) == []


def test_every_row_of_the_table_is_a_folder_or_an_entry(places):
    rows = [path for place in places for path in place.paths]
    assert [path for path in rows if not path.endswith("/")] == [
        "dashboard.py",
        "export.py",
        "app.py",
    ]
    assert all((ROOT / path).exists() for path in rows)
    assert [path.name for path in (ROOT / "components").iterdir() if path.is_file()] == []


def test_pages_compute_and_panels_only_draw(files):
    panels = {path: code for path, code in files.items() if "/panels/" in path}
    pulled = [
        f"{path}:{line}"
        for path, source in panels.items()
        for name, line in imports(source, path)
        if name.startswith("components.page.cache")
    ]
    assert panels and pulled == []


def test_the_rules_use_only_pandas_and_edtf(files):
    libraries = {
        name.split(".")[0]
        for path, source in files.items()
        if path.startswith("adoption/")
        for name, _ in imports(source, path)
    }
    assert libraries - sys.stdlib_module_names - {"adoption"} <= ALLOWED_IN_ADOPTION


#: Files that the examples below import.
OTHERS = [
    "adoption/status.py",
    "data/tables.py",
    "geo/plane.py",
    "components/base/choice.py",
    "components/looks/theme.py",
    "components/facts/dossier.py",
    "components/html/parts.py",
    "components/map/svg.py",
    "components/printed/sheet.py",
    "components/page/cache.py",
    "components/page/pages/karte.py",
]


@pytest.mark.parametrize(
    ("path", "source", "finding"),
    [
        ("adoption/status.py", "from data import tables", "may not import data/tables.py"),
        ("data/tables.py", "import geo.plane as p", "may not import geo/plane.py"),
        ("data/tables.py", "import streamlit as st", "may not use Streamlit"),
        ("data/check.py", "def f():\n    import requests", "may not reach the network (requests)"),
        (
            "components/base/atlas.py",
            "from components.facts import dossier",
            "may not import components/facts/dossier.py",
        ),
        (
            "components/looks/look.py",
            "from ..html.parts import swatch",
            "may not import components/html/parts.py",
        ),
        (
            "components/html/compare.py",
            "from components.map import svg",
            "may not import components/map/svg.py",
        ),
        (
            "components/map/stage.py",
            "from components.page import cache",
            "may not import components/page/cache.py",
        ),
        ("components/figures/curve.py", "import streamlit", "may not use Streamlit"),
        ("components/flat.py", "", "has no place in the table; add it to the README"),
        ("dashboard.py", "from adoption import status", "may not import adoption/status.py"),
        ("app.py", "from components.page import cache", "may not import components/page/cache.py"),
        (
            "export.py",
            "from components.page.cache import load",
            "may not import components/page/cache.py",
        ),
        ("extra.py", "", "has no place in the table; add it to the README"),
    ],
)
def test_a_breach_is_found(places, path, source, finding):
    files = dict.fromkeys(OTHERS, "") | {path: source}
    (line,) = breaches(files, places)
    assert line.startswith(path) and line.endswith(finding)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("data/check.py", "from adoption import status"),
        ("geo/build.py", "import requests\nfrom data import tables"),
        ("components/base/choice.py", "from data import tables\nfrom geo import plane"),
        ("components/looks/look.py", "from components.base import choice\nfrom . import theme"),
        ("components/map/stage.py", "from components.facts import dossier\nfrom . import svg"),
        ("components/page/cache.py", "import streamlit\nfrom components.printed import sheet"),
        ("dashboard.py", "import streamlit\nfrom components.page import cache"),
        ("dashboard.py", "from components.page.pages import karte"),
        ("server/files.py", "import streamlit\nfrom components.page import cache"),
        ("export.py", "from data import tables\nfrom components.base import choice"),
    ],
)
def test_what_the_table_allows_passes(places, path, source):
    assert breaches(dict.fromkeys(OTHERS, "") | {path: source}, places) == []
