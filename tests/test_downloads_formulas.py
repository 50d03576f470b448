"""No cell of a file is run by a spreadsheet: text that looks like a formula stays text."""

import csv as reader
import io

import openpyxl
import pytest
from download_builders import a_table
from hypothesis import given, settings
from hypothesis import strategies as st

from components.base.wording import Wording
from components.downloads import delimited
from components.downloads.cells import neutral, one_line_end, printable
from components.downloads.workbook import xlsx

GERMAN = Wording("de")
STARTS = list("=+-@\t\r\n＝＋－＠")
START = st.sampled_from(STARTS)
#: Any text that a file can hold, often with what a formula begins with.
TEXT = st.builds("".join, st.lists(START | st.text(st.characters(exclude_categories=["Cs"]))))
FORMULA = st.builds("".join, st.tuples(START, TEXT))
QUICK = settings(max_examples=20, deadline=None)


def source_cells(content, separator=","):
    text = io.StringIO(content.decode(), newline="")
    heading = "source" if separator == "," else "Quelle"
    return [row[heading] for row in reader.DictReader(text, delimiter=separator)]


@given(TEXT)
def test_nothing_that_is_neutral_begins_like_a_formula(text):
    kept = one_line_end(text)
    assert neutral(text)[:1] not in STARTS
    assert neutral(text) in (kept, f"'{kept}")


@given(FORMULA)
def test_a_formula_gets_an_apostrophe_and_keeps_its_text(text):
    assert neutral(text) == f"'{one_line_end(text)}"


@QUICK
@given(texts=st.lists(TEXT, min_size=1, max_size=5), numbers=st.sampled_from(delimited.NUMBERS))
def test_no_text_in_a_csv_is_run_and_none_breaks_out_of_its_cell(texts, numbers):
    table = a_table(*({"source": text} for text in texts))
    content = delimited.csv(table, GERMAN, numbers)
    cells = source_cells(content, ";" if numbers == "german" else ",")
    assert cells == [neutral(text) for text in texts]


@QUICK
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=5))
def test_negative_numbers_stay_numbers_in_both(numbers):
    table = a_table(*({"count": n, "immigration_history": n / 2} for n in numbers))
    text = io.StringIO(delimited.csv(table, GERMAN).decode())
    assert [int(row["count"]) for row in reader.DictReader(text)] == numbers
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(table, GERMAN))).worksheets[0]
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == numbers
    assert {row[4].data_type for row in sheet.iter_rows(min_row=2)} == {"n"}


@QUICK
@given(st.lists(FORMULA | TEXT.filter(bool), min_size=1, max_size=5))
def test_no_cell_of_a_workbook_is_a_formula(texts):
    table = a_table(*({"source": text, "source_url": text} for text in texts))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(table, GERMAN))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2))
    assert {cell.data_type for row in rows for cell in row[6:8]} == {"s"}
    assert [row[6].value for row in rows] == [printable(text) for text in texts]
    # Marked as text, so that it stays text when somebody edits the cell.
    marked = [row[6].quotePrefix for row in rows]
    assert [bool(mark) for mark in marked] == [text[0] in STARTS for text in texts]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "\t=1", "+49"])
def test_the_attacks_that_are_known_are_text(text):
    table = a_table({"source": text})
    assert source_cells(delimited.csv(table, GERMAN)) == [f"'{text}"]
