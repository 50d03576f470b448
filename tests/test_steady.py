"""Nothing in the tests makes them unsteady: no pause of a fixed length, no test in another."""

import ast
from pathlib import Path

import pytest

OWN = Path(__file__)
CODE = {
    path.name: ast.parse(path.read_text("utf-8"))
    for path in sorted(OWN.parent.glob("*.py"))
    if path != OWN
}
PAUSES = ["sleep", "wait_for_timeout", "networkidle"]


def pauses(code):
    """The lines on which something waits for a time instead of a state."""
    named = ((node, name) for node in ast.walk(code) for name in ("attr", "id", "value"))
    return [node.lineno for node, name in named if getattr(node, name, None) in PAUSES]


def imported_tests(code):
    """The tests that a test gets something from; what several need has a module of its own."""
    imports = [node for node in ast.walk(code) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {getattr(node, "module", "") or alias.name for node in imports for alias in node.names}
    return sorted(name for name in names if name.startswith("test_"))


def test_no_test_waits_for_a_time():
    assert {name: found for name, code in CODE.items() if (found := pauses(code))} == {}


def test_no_test_imports_a_test():
    assert {name: found for name, code in CODE.items() if (found := imported_tests(code))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "time.sleep(1)",
        "sleep(1)",
        "page.wait_for_timeout(5)",
        "page.wait_for_load_state('networkidle')",
    ],
)
def test_a_pause_would_be_found(text):
    assert pauses(ast.parse(text)) == [1]


@pytest.mark.parametrize("text", ["import test_a", "from test_a import b, c"])
def test_an_imported_test_would_be_found(text):
    assert imported_tests(ast.parse(text)) == ["test_a"]
