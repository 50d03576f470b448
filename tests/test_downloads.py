"""A table says what it is in every format, typed, with each column explained in both languages."""

import io
import json
import re
from dataclasses import replace
from datetime import date, datetime

import curated
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from download_builders import COLUMNS, ROW, a_table, in_workbook

from components import downloads
from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.downloads import about, delimited, tables, terminal
from components.downloads.column import Column, vocabularies
from components.downloads.columns import COLUMNS as ALL
from components.downloads.columns import PRINTED
from components.words.vocabulary import PLAIN, VOCABULARY, label, meaning

GERMAN = Wording("de")
NAMES = [column.name for column in COLUMNS]
EMPTY = {"status_since": "", "first_day": None, "count": None, "has_kiz": None, "source_url": ""}


def csv(table, **how):
    return delimited.csv(table, GERMAN, **how)


def read(content, **how):
    return pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str, **how)


def workbook(table, language="de"):
    content = downloads.written(table, "xlsx", Wording(language))
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", downloads.TABLES)
def test_every_column_and_every_code_in_it_is_explained(name, language):
    words = Wording(language)
    assert [column.name for column in ALL[name] if not column.explanation(words)] == []
    for vocabulary in vocabularies(ALL[name]):
        for code in VOCABULARY[vocabulary]:
            assert label(vocabulary, code, words)
            assert meaning(vocabulary, code, words) or vocabulary in PLAIN


@pytest.mark.parametrize("name", downloads.TABLES)
def test_no_column_stands_twice_or_takes_the_name_of_what_a_csv_adds(name):
    names = [column.name for column in ALL[name]]
    assert len(set(names)) == len(names)
    for language in LANGUAGES:
        headings = [column.heading(Wording(language)) for column in ALL[name]]
        assert len(set(headings)) == len(headings)
    assert [found for found in names if found.startswith("atlas_") or found == "geometry"] == []


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_of_a_table_are_columns_of_it_in_their_order(name, language):
    names = [column.name for column in ALL[name]]
    printed = [one if one in names else f"{one}_{language}" for one in PRINTED[name]]
    assert printed == [column for column in names if column in printed]


def test_no_spreadsheet_runs_what_is_printed_or_what_is_in_a_file(monkeypatch):
    monkeypatch.setitem(PRINTED, "sources", ("first_day", "count", "has_kiz", "source"))
    table = a_table({"source": "=1+1"}, EMPTY | {"source": "a,b"})
    assert terminal.heading("sources") == "first_day,count,has_kiz,source"
    rows = ["2015-09-24,3,true,'=1+1", ',,,"a,b"']
    assert terminal.printed(table).splitlines() == [terminal.heading("sources"), *rows]
    assert read(csv(table))["source"][0] == "'=1+1"


def test_only_tables_of_districts_have_a_map():
    on_map = [name for name in downloads.TABLES if "gpkg" in downloads.formats_of(name)]
    assert on_map == ["status", "districts", "changes", "holdouts"]
    others = {"csv", "xlsx", "json", "parquet"}
    assert all(others <= set(downloads.formats_of(name)) for name in downloads.TABLES)
    with pytest.raises(ValueError, match='no format "geojson"; use one of csv, xlsx, json, par'):
        downloads.written(a_table(), "geojson", GERMAN)


def test_numbers_that_nobody_writes_so_are_refused():
    with pytest.raises(ValueError, match="international, german"):
        downloads.written(a_table(), "csv", GERMAN, numbers="roman")


def test_a_csv_repeats_in_every_row_what_it_is():
    rows = read(csv(a_table({}, {"ags": "05112"})))
    added = ["day", "definition", "reading", "version", "citation", "licence"]
    assert list(rows) == [*NAMES, *(f"atlas_{name}" for name in added)]
    assert set(rows["atlas_day"]) == {"2015-09-24"}
    assert set(rows["atlas_definition"]) == {"approved"}
    assert "https://e.org/?tag=2015-09-24" in rows["atlas_citation"][1]
    assert "CC-BY-4.0" in rows["atlas_licence"][0]


def test_a_table_of_all_days_claims_no_day():
    table = a_table({}, scope=())
    assert {"day", "definition", "reading"}.isdisjoint(about.facts(table, GERMAN))
    assert "24.09.2015" not in about.citation(table, GERMAN)
    assert downloads.file_name(table, "csv") == "kiz-atlas-sources-2026-01-02-00000000.csv"


def test_a_table_of_all_days_under_a_definition_names_that_and_no_day():
    table = a_table({}, scope=("definition",))
    assert {"day", "reading"}.isdisjoint(about.facts(table, GERMAN))
    assert about.link(table) == "https://e.org/?definition=approved"
    assert "24.09.2015" not in about.citation(table, GERMAN)
    name = downloads.file_name(table, "json")
    assert name == "kiz-atlas-sources-approved-2026-01-02-00000000.json"


@pytest.mark.parametrize(("reading", "end"), [("certain", ""), ("possible", "-possible")])
def test_the_file_name_has_day_definition_and_the_unusual_reading(reading, end):
    name = downloads.file_name(a_table(reading=reading), "xlsx")
    assert name == f"kiz-atlas-sources-2015-09-24-approved{end}.xlsx"


def test_the_international_csv_has_iso_days_and_decimal_points():
    (row,) = read(csv(a_table({"immigration_history": -1234.5}))).to_dict("records")
    assert (row["status_since"], row["first_day"]) == ("2015-09-24", "2015-09-24")
    assert (row["immigration_history"], row["has_kiz"], row["count"]) == ("-1234.5", "true", "3")


def test_the_german_csv_has_german_headings_days_and_decimal_commas():
    content = csv(a_table({}), numbers="german")
    (row,) = read(content, sep=";").to_dict("records")
    headings = [column.heading(GERMAN) for column in COLUMNS]
    assert list(row)[: len(NAMES)] == headings
    assert row["Frühester Tag"] == "24.09.2015" and row["Hat ein KIZ"] == "ja"
    assert row["Atlas: Gezeigter Tag (Stand am Ende des Tages)"] == "24.09.2015"
    assert row["Atlas: Was als KIZ zählt"] == "genehmigt" and row["Atlas: Lesart"] == "nachweislich"
    numbers = pd.read_csv(io.BytesIO(content), sep=";", decimal=",")
    assert list(numbers["Mit Einwanderungsgeschichte (%)"]) == [12.5]
    assert list(numbers["Veröffentlichte Zahl"]) == [3]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2015-09-24", "24.09.2015"),
        ("2015", "2015"),
        ("2015-09", "zwischen 01.09.2015 und 30.09.2015"),
        ("2013/2013-07", "zwischen 01.01.2013 und 31.07.2013"),
        ("../2013-12-05", "spätestens 05.12.2013"),
    ],
)
def test_a_date_that_is_less_than_a_day_stands_in_the_german_csv_as_its_ends(edtf, told):
    rows = read(csv(a_table({"status_since": edtf}), numbers="german"), sep=";")
    assert list(rows["Status seit"]) == [told]


def test_a_key_of_the_german_csv_stands_behind_its_kind_so_that_it_stays_a_text():
    content = csv(a_table({}), numbers="german")
    guessed = pd.read_csv(io.BytesIO(content), sep=";", decimal=",")
    assert list(guessed["Schlüssel (AGS)"]) == ["AGS 05111"]


def test_the_german_csv_calls_a_code_by_its_label_and_the_international_by_its_word():
    column = Column("reasons", vocabulary="reason")
    cells = ["cost towns_against", "other", ""]
    table = a_table({}, {}, {})
    table = replace(table, frame=table.frame.assign(reasons=cells), columns=(*COLUMNS, column))
    told = read(csv(table, numbers="german"), sep=";")["Gründe"]
    assert list(told) == ["Kosten, Gemeinden dagegen", "anderer Grund", ""]
    assert list(read(csv(table))["reasons"]) == cells


def test_the_mark_for_excel_stands_only_where_it_is_asked_for():
    with_mark, without = csv(a_table({}), bom=True), csv(a_table({}))
    assert with_mark == b"\xef\xbb\xbf" + without


def test_what_is_unknown_is_an_empty_cell_everywhere():
    table = a_table(EMPTY)
    (row,) = read(csv(table)).to_dict("records")
    assert {row[name] for name in EMPTY} == {""}
    (_, cells) = workbook(table).worksheets[0].iter_rows(values_only=True)
    told = dict(zip(NAMES, cells, strict=True))
    assert {told[name] for name in EMPTY} == {None}
    (kept,) = pq.read_table(io.BytesIO(downloads.written(table, "parquet", GERMAN))).to_pylist()
    assert {name: kept[name] for name in EMPTY} == EMPTY


def test_cells_of_a_workbook_are_typed_and_a_vague_date_is_text():
    table = a_table({}, {"status_since": "2013/2013-07"}, EMPTY)
    (_, *rows) = workbook(table).worksheets[0].iter_rows(values_only=True)
    wanted = [
        tuple(in_workbook(row[column.name], column.kind) for column in COLUMNS)
        for row in table.frame.to_dict("records")
    ]
    assert rows == wanted
    assert (wanted[0][1], wanted[1][1]) == (datetime(2015, 9, 24), "2013/2013-07")


def test_a_workbook_opens_on_the_table_with_a_fixed_heading_and_a_filter():
    sheet = workbook(a_table({}, {})).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:H3")
    assert all(8 <= found.width <= 60 for found in sheet.column_dimensions.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_explains_its_columns_and_itself(language):
    words, table = Wording(language), a_table({})
    _, columns, told = workbook(table, language).worksheets
    assert [row[0] for row in columns.iter_rows(min_row=2, values_only=True)] == NAMES
    assert columns["B3"].value == COLUMNS[1].explanation(words)
    lines = list(told.iter_rows(min_row=2, values_only=True))
    assert lines == about.lines(table, words)
    said = "\n".join(text for _, text in lines)
    for part in (words(f"definition.{'approved'}"), "2026-01-02+00000000", "CC-BY-4.0"):
        assert part in said


def test_a_workbook_does_not_tell_when_it_was_saved():
    book = workbook(a_table({}))
    assert book.properties.created == book.properties.modified == datetime(2026, 1, 2)


def test_parquet_keeps_types_explanations_and_what_the_file_is():
    table = a_table({})
    made = pq.read_table(io.BytesIO(downloads.written(table, "parquet", GERMAN)))
    kinds = ["string", "string", "date32[day]", "int64", "double", "bool", "string", "string"]
    assert [str(field.type) for field in made.schema] == kinds
    assert json.loads(made.schema.metadata[b"kiz_atlas"]) == about.facts(table, GERMAN)
    told = {field.name: field.metadata[b"description"].decode() for field in made.schema}
    assert told["count"] == COLUMNS[3].explanation(GERMAN)


def test_json_says_what_it_is_in_both_languages_whatever_the_reader_speaks():
    table = a_table({})
    content = downloads.written(table, "json", GERMAN)
    assert content == downloads.written(table, "json", Wording("en"))
    told = json.loads(content)
    for language in LANGUAGES:
        facts = about.facts(table, Wording(language))
        assert {key: told[key][language] for key in ("title", "licence", "citation")} == {
            key: facts[key] for key in ("title", "licence", "citation")
        }
    same = {"name": "sources", "day": "2015-09-24", "definition": "approved"}
    same |= {"reading": "certain", "version": "2026-01-02+00000000", "link": about.link(table)}
    assert {key: told[key] for key in same} == same
    assert [(one["name"], one["kind"]) for one in told["columns"]] == [
        (column.name, column.kind) for column in COLUMNS
    ]
    assert told["columns"][3]["description"]["de"] == COLUMNS[3].explanation(GERMAN)


def test_json_has_typed_values_and_null_for_whatever_is_missing():
    told = json.loads(downloads.written(a_table({}, EMPTY), "json", GERMAN))
    row, empty = told["rows"]
    assert row == ROW
    assert {name: empty[name] for name in EMPTY} == dict.fromkeys(EMPTY)


def test_the_companion_describes_every_column_of_its_csv_in_order():
    table = a_table({})
    told = json.loads(delimited.metadata(table, "status.csv", GERMAN))
    heading = csv(table).decode().splitlines()[0].split(told["dialect"]["delimiter"])
    assert told["url"] == "status.csv"
    assert [column["name"] for column in told["tableSchema"]["columns"]] == heading
    assert told["dc:license"]["@id"].startswith("https://creativecommons.org/")


@pytest.mark.parametrize("name", tables.TABLES)
def test_without_a_site_no_table_names_a_query(name):
    table = tables.table(name, curated.atlas(), Choice(date(2015, 9, 24)))
    told = str(about.facts(table, GERMAN)) + str(about.lines(table, GERMAN))
    assert not {"tag=", "definition="} & {*re.findall(r"\w+=", told)} and "KIZ-Atlas NRW" in told
