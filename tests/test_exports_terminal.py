"""What is printed can be looked at: a terminal obeys none of it, and a spreadsheet runs none."""

import csv
import io
from dataclasses import replace

import curated
import pytest
from hypothesis import given
from hypothesis import strategies as st

import export
from components.base.atlas import Atlas
from components.downloads.cells import runs
from data.problems import visible
from data.tables import Tables

COMMANDS = [
    ["status", "--day", "2014-04-25"],
    ["changes", "--from", "2014-04-25"],
    ["totals"],
    ["happened", "--from", "2015-01-01"],
]
#: A formula; a red letter, a bell, a turn of the direction of writing and its end, a lone CR.
HOSTILE = "=1+1 \x1b[31m\x07\x9b1m\u202egpj\u2066\r"
OBEYED = "\x1b\x07\x9b\u202e\u2066\r"
TEXTS = {
    "districts": ["name", "regierungsbezirk"],
    "sources": ["title", "publisher", "url"],
    "events": ["summary_de", "summary_en"],
    "totals": ["note_de", "note_en"],
    "milestones": ["summary_de", "summary_en"],
}


def spoiled():
    """The atlas with such a text in every cell that is written freely."""
    atlas = curated.atlas()
    changed = {
        name: getattr(atlas.tables, name).assign(**dict.fromkeys(columns, HOSTILE))
        for name, columns in TEXTS.items()
        if name in Tables.__dataclass_fields__
    }
    return replace(atlas, tables=replace(atlas.tables, **changed))


@pytest.fixture(scope="module")
def hostile():
    return spoiled()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_prints_what_a_terminal_obeys_or_a_spreadsheet_runs(
    hostile, monkeypatch, capfd, command
):
    monkeypatch.setattr(Atlas, "load", lambda: hostile)
    assert export.main(command) == 0
    output = capfd.readouterr().out
    assert [sign for sign in OBEYED if sign in output] == []
    cells = [cell for row in csv.reader(io.StringIO(output)) for cell in row]
    assert [cell for cell in cells if runs(cell)] == []
    assert any(cell.startswith(r"'=1+1 \u001b[31m\u0007\u009b1m\u202egpj") for cell in cells)


def test_every_letter_and_sign_stays():
    text = "Städte und Kreise – ≤ 54 “x” „Ж“"
    assert visible(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_visible_and_once_it_is_it_stays(text):
    shown = visible(text)
    assert visible(shown) == shown and shown.isprintable() and len(shown) >= len(text)


def test_what_was_asked_for_is_not_obeyed_either(capfd):
    with pytest.raises(SystemExit):
        export.main(["status", "--day", HOSTILE])
    error = capfd.readouterr().err
    assert [sign for sign in OBEYED if sign in error] == [] and error.count("\n") == 1
