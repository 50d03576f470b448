"""The real files, spoiled as a whole: each fault is named with its line, and the rest of the
tables is judged all the same.
"""

import csv
import io
import shutil
from datetime import date

import pytest

from data import check, schema, tidy

TODAY = date(2027, 1, 1)
BOM = b"\xef\xbb\xbf"
LAST = (schema.DATA / "events.csv").read_bytes().count(b"\n")


def semicolons(raw: bytes) -> bytes:
    return delimited(raw, ",", ";")


def commas(raw: bytes) -> bytes:
    return delimited(raw, ";", ",")


def delimited(raw: bytes, before: str, after: str) -> bytes:
    rows = csv.reader(io.StringIO(raw.decode(), newline=""), delimiter=before)
    file = io.StringIO()
    csv.writer(file, delimiter=after, lineterminator="\n").writerows(rows)
    return file.getvalue().encode()


def without_column(raw: bytes, name: str) -> bytes:
    rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    place = rows[0].index(name)
    file = io.StringIO()
    rows = [row[:place] + row[place + 1 :] for row in rows]
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue().encode()


def backwards(raw: bytes) -> bytes:
    rows = [row[::-1] for row in csv.reader(io.StringIO(raw.decode(), newline=""))]
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue().encode()


def line(raw: bytes, number: int) -> bytes:
    return raw.splitlines(keepends=True)[number - 1]


# (file, what is done to its bytes, line, a part of the finding, what obeying does)
FILES = [
    ("events", lambda raw: BOM + raw, 1, "begins with a byte order mark; run: make tidy", "tidy"),
    ("events", lambda raw: raw[:-1], LAST, "ends within a line, as if cut off; restore", "tidy"),
    (
        "sources",
        lambda raw: raw.replace(b"\n", b"\r\n"),
        None,
        "has Windows line ends; run: make tidy",
        "tidy",
    ),
    ("totals", lambda raw: raw.replace(b"\n", b"\r"), None, "(CR alone); run: make tidy", "tidy"),
    ("days", backwards, 1, "columns are in another order; run: make tidy", "tidy"),
    (
        "milestones",
        lambda raw: raw.replace(b" ", b"\r", 1),
        2,
        "has a carriage return (CR) within the line",
        lambda raw: raw.replace(b"\r", b" "),
    ),
    (
        "municipalities",
        lambda raw: raw.decode().encode("cp1252"),
        2,
        "byte 0xfc is not UTF-8; save as CSV UTF-8",
        lambda raw: raw.decode("cp1252").encode(),
    ),
    ("centres", semicolons, 1, "cells are separated by semicolons; save as CSV", commas),
    (
        "events",
        lambda raw: without_column(raw, "note_en"),
        1,
        'column "note_en" is missing; restore it with its cells (git diff',
        "git",
    ),
    (
        "confirmations",
        lambda raw: raw.replace(b",summary_de,", b",Summary_DE,", 1),
        1,
        '"Summary_DE" is not in datapackage.json; rename it "summary_de"',
        lambda raw: raw.replace(b"Summary_DE", b"summary_de"),
    ),
    (
        "events",
        lambda raw: raw.replace(b",note_de,", b",note,", 1),
        1,
        '"note" is not in datapackage.json; rename it "note_de"',
        lambda raw: raw.replace(b",note,", b",note_de,", 1),
    ),
    (
        "status_lists",
        lambda raw: raw.replace(b"05154,out,derived", b"05154,out,almost,derived", 1),
        12,
        "6 cells, not 5; quote cells with commas",
        lambda raw: raw.replace(b"out,almost,derived", b"out,derived", 1),
    ),
    ("status_lists", lambda raw: raw[:-30], 325, "cells, not 5; restore what is missing", "git"),
    (
        "sources",
        lambda raw: raw.replace(line(raw, 5), line(raw, 5).replace(b",", b',"', 1), 1),
        5,
        "the quotes of this row do not match",
        "quotes",
    ),
    ("population", lambda raw: b"", 1, 'column "ags" is missing; restore it with its', "git"),
    ("population", lambda raw: None, None, "is missing; restore it (git checkout)", "git"),
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    for table in schema.tables().values():
        shutil.copy(schema.DATA / table.file, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(scope="module")
def baseline():
    return {problem.text for problem in check.problems(today=TODAY)}


def found(folder, baseline):
    return [p for p in check.problems(folder, TODAY) if p.text not in baseline]


@pytest.mark.parametrize(("name", "spoil", "at", "finding", "repair"), FILES)
def test_it_is_found_where_it_is_and_obeying_leads_back(
    folder, baseline, name, spoil, at, finding, repair
):
    path = folder / schema.tables()[name].file
    before = path.read_bytes()
    spoiled = spoil(before)
    assert spoiled != before
    path.unlink() if spoiled is None else path.write_bytes(spoiled)
    new = found(folder, baseline)
    here = [problem for problem in new if (problem.file, problem.line) == (f"data/{name}.csv", at)]
    assert any(finding in str(problem) for problem in here), list(map(str, new))
    assert {problem.file for problem in new} == {f"data/{name}.csv"}
    if callable(repair):
        assert repair(spoiled) == before
    elif repair == "tidy":
        assert tidy.main(["--folder", str(folder)]) == 0
        assert path.read_bytes() == before


def test_a_missing_column_does_not_hide_what_can_be_judged_without_it(folder, baseline):
    path = folder / "events.csv"
    raw = path.read_bytes().replace(b"05566,rejection,2013-09-26", b"05566,refusal,26.09.2013")
    path.write_bytes(without_column(raw, "summary_de"))
    texts = [str(problem) for problem in found(folder, baseline)]
    assert texts[0].startswith('data/events.csv:1: column "summary_de" is missing; restore')
    assert any('event "refusal" does not fit' in text for text in texts)
    assert any('date "26.09.2013" is not EDTF; write 2013-09-26' in text for text in texts)
    assert len(texts) == 3


def test_a_missing_key_column_hides_nothing_but_what_needs_it(folder, baseline):
    path = folder / "sources.csv"
    raw = path.read_bytes().replace(b",http", b",htp", 1)
    path.write_bytes(without_column(raw, "id"))
    texts = [str(problem) for problem in found(folder, baseline)]
    assert texts[0].startswith('data/sources.csv:1: column "id" is missing')
    assert len(texts) == 2 and "does not fit; write it like https" in texts[1]


def test_a_cell_of_a_whole_page_is_named_as_that(folder, baseline):
    path = folder / "events.csv"
    path.write_bytes(path.read_bytes().replace(b"KIZ", 140_000 * b"x", 1))
    (problem,) = found(folder, baseline)
    assert problem.line is not None and "shorten it" in problem.text
    assert len(str(problem)) < 200
