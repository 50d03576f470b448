"""HTML is built of elements, which escape what they are given, and never glued from strings."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TAG = re.compile(r"</?[a-z][a-z0-9]*[ />]")
#: Whose tags are not ours: those around a style sheet, which are taken off; those with which
#: Plotly marks the second part of a hover text; those of the SVG that matplotlib has written.
FOREIGN = {
    "edition/assets.py",
    "components/figures/curve.py",
    "components/figures/curve_marks.py",
    "components/printed/finish.py",
    "components/printed/fonts.py",
}


def modules(*folders):
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path.relative_to(ROOT).as_posix() for path in paths]


def imports(tree):
    """The modules that a tree imports from."""
    nodes = list(ast.walk(tree))
    direct = [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    return {*direct, *(node.module for node in nodes if isinstance(node, ast.ImportFrom))}


def tags(tree):
    """The strings of a tree with a tag in them; what documents is no such string."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]
    return [text for text in strings if TAG.search(text)]


@pytest.mark.parametrize("path", modules("components", "edition"))
def test_no_string_holds_a_tag_and_nothing_is_escaped_by_hand(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert "html" not in imports(tree)
    assert path in FOREIGN or tags(tree) == []


def test_a_tag_and_a_hand_that_escapes_would_be_seen():
    tree = ast.parse('"""A <p> of prose."""\nfrom html import escape\nx = f"<p>{escape(y)}</p>"')
    assert "html" in imports(tree) and tags(tree) == ["<p>", "</p>"]
