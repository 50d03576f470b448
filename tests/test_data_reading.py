"""A file that cannot be read is refused with its name, the line, the finding and the repair."""

import csv

import pytest
from table_builders import edit, write

from data.tables import DataError, load


def refusal(folder) -> str:
    with pytest.raises(DataError) as caught:
        load(folder)
    return str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    folder = write(tmp_path)
    (folder / "totals.csv").unlink()
    assert refusal(folder).startswith("data/totals.csv: is missing; restore it")


@pytest.mark.parametrize(("mark", "word"), [(";", "semicolons"), ("\t", "tabs")])
def test_an_export_with_another_separator_is_named_as_that(tmp_path, mark, word):
    path = write(tmp_path) / "events.csv"
    path.write_text(path.read_text().replace(",", mark))
    text = f"data/events.csv:1: cells are separated by {word}; save as CSV with commas, UTF-8"
    assert refusal(path.parent) == text


def test_a_file_that_is_not_utf8_is_named_with_the_line(tmp_path):
    path = write(tmp_path) / "districts.csv"
    path.write_bytes(path.read_text().replace("Köln", "Koeln", 2).encode("cp1252"))
    text = "data/districts.csv:4: byte 0xf6 is not UTF-8; save as CSV UTF-8"
    assert refusal(path.parent) == text


def test_an_empty_file_lacks_every_column(tmp_path):
    folder = write(tmp_path)
    (folder / "centres.csv").write_text("")
    assert len(refusal(folder).splitlines()) == 6


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("ags,event", "ags", 'column "event" is missing; restore it with its cells'),
        ("ags,event", "ags,colour,event", 'column "colour" is not in datapackage.json; delete it'),
        ("ags,event", "ags,Event", 'column "Event" is not in datapackage.json; rename it "event"'),
        ("ags,event", "ags,ags,event", 'column "ags" stands there twice; delete one'),
    ],
)
def test_columns_are_those_of_the_schema(tmp_path, old, new, text):
    folder = write(tmp_path)
    edit(folder / "events.csv", old, new)
    assert refusal(folder).startswith(f"data/events.csv:1: {text}")


def test_every_row_with_too_many_or_too_few_cells_is_named(tmp_path):
    folder = write(tmp_path)
    edit(folder / "events.csv", "05002,approval", "05002,sic,approval")
    edit(folder / "events.csv", "05004-approval-1,", "")
    assert refusal(folder).splitlines() == [
        "data/events.csv:3: 16 cells, not 15; quote cells with commas",
        "data/events.csv:5: 14 cells, not 15; restore what is missing (git diff)",
    ]


def test_a_quote_that_is_never_closed_is_named(tmp_path):
    folder = write(tmp_path)
    edit(folder / "events.csv", "Ein Satz.", '"Ein Satz.')
    assert refusal(folder).startswith("data/events.csv:2: the quotes of this row do not match")


def test_a_cell_that_is_longer_than_csv_allows_is_named_as_that(tmp_path, field_size_limit):
    folder = write(tmp_path)
    edit(folder / "events.csv", "Ein Satz.", 131_073 * "x")
    text = "data/events.csv:2: a cell of this row has more than 131072 characters; shorten it"
    assert refusal(folder) == text


@pytest.fixture
def field_size_limit():
    """Python's own, which frictionless raises where it is at work."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def test_a_carriage_return_within_a_line_is_named_with_the_line(tmp_path):
    folder = write(tmp_path)
    edit(folder / "events.csv", "Ein Satz.", "Ein\rSatz.")
    text = "data/events.csv:2: has a carriage return (CR) within the line; delete it"
    assert refusal(folder) == text


def test_old_macintosh_line_ends_are_read(tmp_path):
    folder = write(tmp_path)
    whole = load(folder).events
    path = folder / "events.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    assert load(folder).events.equals(whole)


@pytest.mark.parametrize(
    ("file", "old", "new", "text"),
    [
        (
            "events.csv",
            "2013-05-05",
            "5.5.2013",
            '2: date "5.5.2013" is not EDTF; write 2013-05-05',
        ),
        ("events.csv", "2013-05-05", "", '2: date "" is not EDTF; write 2015-03-19'),
        ("totals.csv", ",54,54,", ",alle,54,", '2: count "alle" is no number; write it plainly'),
        ("population.csv", ",100,", ",1.234.5,", '2: value "1.234.5" is no number; write it plain'),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tmp_path, file, old, new, text):
    folder = write(tmp_path)
    edit(folder / file, old, new)
    assert refusal(folder).startswith(f"data/{file}:{text}")
