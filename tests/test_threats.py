"""Each line of the threat model names tests that show it, and these exist."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "threats.md").read_text("utf-8")
TEST = re.compile(r"(tests/test_\w+\.py)::(test_\w+)")


def rows():
    """The cells of every line of a table but its head."""
    lines = [line.strip("|").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")]
    return [
        [cell.strip() for cell in cells] for cells in lines if cells[0] != " who could want what"
    ]


@cache
def named_in(path):
    """The names of the tests in a file; nothing where there is none."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    parts = ast.walk(ast.parse(file.read_text("utf-8")))
    return frozenset(part.name for part in parts if isinstance(part, ast.FunctionDef))


def missing(cell):
    """What a cell names that is no test."""
    return [f"{path}::{name}" for path, name in TEST.findall(cell) if name not in named_in(path)]


@pytest.mark.parametrize("cells", rows(), ids=lambda cells: cells[0].replace("`", "")[:60])
def test_every_line_is_shown_by_tests_that_exist(cells):
    _, stopped, shown = cells
    assert stopped
    assert ", ".join(f"{path}::{name}" for path, name in TEST.findall(shown)) == shown != ""
    assert missing(shown) == []


def test_a_test_that_is_not_there_would_be_found():
    assert missing("tests/test_threats.py::test_nix, tests/test_nix.py::test_nix") == [
        "tests/test_threats.py::test_nix",
        "tests/test_nix.py::test_nix",
    ]


def test_every_group_has_lines_and_what_is_not_stopped_is_said():
    groups = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    assert len(rows()) > 30
    assert groups[-1].startswith("What is not stopped") and groups[-1].count("\n- ") >= 5
    assert all("\n| " in group for group in groups[:-1])
