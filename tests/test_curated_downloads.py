"""The real tables as files: every format read back holds the same, twice over the same bytes."""

import csv
import io
import json
from datetime import date

import curated
import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
from download_builders import in_german, in_workbook

from adoption import status
from adoption.dates import event_span, span
from adoption.vocabulary import DEFINITIONS
from components import downloads
from components.base import choice
from components.base.choice import FIRST_DAY, Choice
from components.base.wording import LANGUAGES, Wording
from components.downloads import delimited, terminal
from components.downloads.columns import PRINTED, TEXTS
from components.facts import people
from components.facts.curve import adoption
from components.words.vocabulary import VOCABULARY, label
from data import schema

DAY = date(2015, 9, 24)
WITHOUT = {"05166", "05566", "05154", "05554", "05558"}
GERMAN = Wording("de")
#: What a spreadsheet reads as a number or a date: digits and what can stand between those of a
#: number, two or three numbers of a day, or a month's name with a number.
GUESSED = (
    r"[\s.,%€()+-]*\d[\d\s.,%€]*|\d[\d.,]*[eE]\d+|\d+[./-]\d+([./-]\d*)?"
    r"|(\d+\.?\s)?(Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\.?\s\d+"
)
ON_MAP = ("status", "districts", "changes", "holdouts")


@pytest.fixture(scope="module")
def atlas():
    return curated.atlas()


@pytest.fixture(scope="module")
def tables(atlas):
    return {name: downloads.table(name, atlas, Choice(DAY)) for name in downloads.TABLES}


def written(table, kind, **how):
    return io.BytesIO(downloads.written(table, kind, GERMAN, **how))


def german_csv(table, words):
    """The CSV for a German Excel as text, its columns by heading."""
    content = downloads.written(table, "csv", words, numbers="german", bom=True)
    read = pd.read_csv(io.BytesIO(content), sep=";", dtype=str, keep_default_na=False)
    assert len(set(read)) == len(read.columns)
    return read


def saved(table, kind, folder):
    path = folder / downloads.file_name(table, kind)
    path.write_bytes(written(table, kind).read())
    return path


def as_text(table):
    """The frame as an international CSV should hold it."""
    told = {}
    for column in table.columns:
        cells = table.frame[column.name]
        if column.kind == "day":
            told[column.name] = cells.dt.strftime("%Y-%m-%d").fillna("").tolist()
        elif column.kind == "flag":
            told[column.name] = ["true" if cell else "false" for cell in cells]
        else:
            told[column.name] = ["" if pd.isna(cell) else str(cell) for cell in cells]
    return told


def as_days(cells):
    """The days of a column, None where there is none."""
    return [None if pd.isna(cell) else pd.Timestamp(cell) for cell in cells]


@pytest.mark.parametrize("name", downloads.TABLES)
def test_a_csv_read_back_is_the_table(tables, name):
    read = pd.read_csv(written(tables[name], "csv"), dtype=str, keep_default_na=False)
    assert read[list(tables[name].frame)].to_dict("list") == as_text(tables[name])
    assert set(read["atlas_version"]) == {tables[name].stamp.version}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_read_back_is_part_of_the_table(tables, name):
    table, texts = tables[name], as_text(tables[name])
    printed = io.StringIO(terminal.printed(table, "en"))
    read = pd.read_csv(printed, dtype=str, keep_default_na=False)
    named = {column: column if column in texts else f"{column}_en" for column in PRINTED[name]}
    assert read.to_dict("list") == {column: texts[full] for column, full in named.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", downloads.TABLES)
def test_a_german_csv_read_back_has_the_same_values(tables, name, language):
    table, words = tables[name], Wording(language)
    read = german_csv(table, words)
    for column in table.columns:
        told = [in_german(text, column, words) for text in read[column.heading(words)]]
        cells = table.frame[column.name]
        if column.kind == "edtf":
            wanted = [span(cell) if cell else None for cell in cells]
        elif column.kind == "day":
            wanted = [None if pd.isna(cell) else cell.date() for cell in cells]
        else:
            wanted = [None if pd.isna(cell) or cell == "" else cell for cell in cells]
        assert told == wanted, column.name


@pytest.mark.parametrize("name", downloads.TABLES)
def test_excel_takes_no_text_of_a_german_csv_for_a_number_or_a_date(tables, name):
    """But for years, which stay what they are: 2015."""
    table = tables[name]
    read = german_csv(table, GERMAN)
    numbers = {c.heading(GERMAN) for c in table.columns if c.kind in ("count", "percent", "day")}
    numbers |= {one for one in read if one.startswith("Atlas: ")}
    for heading in set(read) - numbers:
        taken = read[heading][read[heading].str.fullmatch(GUESSED)]
        assert set(taken[~taken.str.fullmatch(r"\d{4}|\d\d\.\d\d\.\d{4}")]) == set(), heading


@pytest.mark.parametrize("name", ON_MAP)
def test_a_csv_of_districts_says_beside_every_code_what_it_is_called(tables, name):
    table = tables[name]
    read = pd.read_csv(written(table, "csv"), dtype=str, keep_default_na=False)
    coded = [column for column in table.columns if column.vocabulary]
    assert [one for one in read if one.endswith("_label")] == [f"{c.name}_label" for c in coded]
    for column in coded:
        said = dict(zip(read[column.name], read[f"{column.name}_label"], strict=True))
        for cell, told in said.items():
            codes = [cell] if cell in VOCABULARY[column.vocabulary] else cell.split()
            assert told == ", ".join(label(column.vocabulary, code, GERMAN) for code in codes)
    companion = json.loads(delimited.metadata(table, "a.csv", GERMAN))
    assert [one["name"] for one in companion["tableSchema"]["columns"]] == list(read)


@pytest.mark.parametrize("name", downloads.TABLES)
def test_a_workbook_read_back_is_the_table_cell_by_cell(tables, name):
    table = tables[name]
    heading, *rows = openpyxl.load_workbook(written(table, "xlsx")).worksheets[0].iter_rows()
    assert [cell.value for cell in heading] == list(table.frame)
    for cells, row in zip(rows, table.frame.to_dict("records"), strict=True):
        for cell, column in zip(cells, table.columns, strict=True):
            wanted = in_workbook(row[column.name], column.kind)
            value = cell.value
            if isinstance(wanted, float):  # a workbook has one kind of number: 21 is 21.0
                value = float(value)
            assert (value, type(value)) == (wanted, type(wanted))
            assert cell.data_type != "f"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("status", "parquet"), *((name, kind) for name in ON_MAP for kind in ("geojson", "gpkg"))],
)
def test_a_file_with_areas_read_back_is_the_table_on_its_areas(tables, atlas, tmp_path, name, kind):
    table = tables[name]
    reader = gpd.read_parquet if kind == "parquet" else gpd.read_file
    read = reader(saved(table, kind, tmp_path))
    assert read.crs.to_epsg() == 4326 and read.geometry.is_valid.all()
    texts = [c.name for c in table.columns if c.kind in ("text", "url")]
    assert read[texts].to_dict("list") == table.frame[texts].to_dict("list")
    flags = [column.name for column in table.columns if column.kind in ("flag", "count")]
    assert read[flags].to_dict("list") == table.frame[flags].to_dict("list")
    shapes = atlas.areas.set_index("ags").geometry[list(read["ags"])].reset_index(drop=True)
    assert read.geometry.geom_equals(shapes, align=False).all()


def test_the_status_of_that_day_has_49_with_and_5_without(tables, atlas):
    frame = tables["status"].frame
    held = status.holders_on(atlas.tables.events, atlas.tables.districts, DAY, "approved")
    assert frame["status"].tolist() == held["status"].tolist()
    assert len(frame) == 54 and frame["has_kiz"].sum() == 49
    assert set(frame.loc[frame["group"].eq("without"), "ags"]) == WITHOUT
    assert set(tables["holdouts"].frame["ags"]) == WITHOUT


def test_has_kiz_and_group_go_together_in_both_readings(atlas):
    early = Choice(date(2013, 6, 12))
    certain, possible = (
        downloads.table("status", atlas, early, reading).frame for reading in status.READINGS
    )
    assert certain["has_kiz"].eq(certain["group"].eq("with")).all()
    assert possible["has_kiz"].eq(possible["group"].ne("without")).all()
    assert certain["group"].eq("undetermined").any()


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("day", [date(2013, 6, 12), DAY, date(2026, 11, 28)])
def test_since_when_is_told_of_whoever_has_one_and_of_nobody_else(atlas, day, definition):
    frame = downloads.table("status", atlas, Choice(day, definition)).frame
    span = frame[["has_kiz_since_first", "has_kiz_since_last"]]
    assert span.notna().all(axis=1).tolist() == frame["has_kiz"].tolist()
    assert frame["has_kiz_since"].ne("").tolist() == frame["has_kiz"].tolist()
    told = frame[frame["has_kiz"]]
    assert (told["has_kiz_since_first"] <= told["has_kiz_since_last"]).all()
    assert (told["has_kiz_since_last"] <= pd.Timestamp(day)).all()
    reached = atlas.reached(definition).set_index("ags").loc[told["ags"]]
    assert told["has_kiz_since_last"].dt.date.tolist() == reached["latest"].tolist()
    for row in told.itertuples():
        first, last = event_span(row.has_kiz_since, "approval")
        assert (first, last) == (row.has_kiz_since_first.date(), row.has_kiz_since_last.date())


def test_in_the_possible_reading_the_day_from_which_it_is_certain_is_empty_where_it_is_not(atlas):
    frame = downloads.table("status", atlas, Choice(date(2013, 6, 12)), "possible").frame
    assert frame["has_kiz_since_first"].notna().tolist() == frame["has_kiz"].tolist()
    assert frame["has_kiz_since_last"].notna().tolist() == frame["group"].eq("with").tolist()


def test_the_date_of_the_status_is_not_that_of_the_count(tables):
    """Of most districts the opening dates the status, and the approval the count."""
    frame = tables["status"].frame
    assert frame["status_since"].ne(frame["has_kiz_since"]).sum() > len(frame) / 2


def test_history_has_each_district_under_each_definition_as_the_atlas_reaches_it(tables, atlas):
    frame = tables["history"].frame
    assert len(frame) == len(atlas.tables.districts) * len(DEFINITIONS)
    for definition, mine in frame.groupby("definition"):
        reached = atlas.reached(definition)
        for column, bound in (("first_possible_day", "earliest"), ("first_certain_day", "latest")):
            assert as_days(mine[column]) == as_days(reached[bound])
    censored = frame["first_certain_day"].isna()
    assert frame["censoring"].eq("right").tolist() == censored.tolist()
    assert frame["days_upper"].isna().tolist() == censored.tolist()
    assert (frame["days_lower"] >= 1).all()


def test_the_counts_of_days_in_history_are_the_days_from_the_origin_as_day_1(tables):
    frame = tables["history"].frame
    day = pd.Timedelta(days=1)
    assert (frame["without_until"] + day).tolist() == frame["first_possible_day"].tolist()
    for column, count in (
        ("first_possible_day", "days_lower"),
        ("first_certain_day", "days_upper"),
    ):
        known = frame.dropna(subset=column)
        counted = known["origin"] + pd.to_timedelta(known[count].astype(int) - 1, "D")
        assert as_days(counted) == as_days(known[column])


def test_what_proves_history_is_an_event_that_begins_or_ends_on_its_day(tables, atlas):
    events, frame = atlas.tables.events.set_index("id"), tables["history"].frame
    first = events.loc[frame["possible_event_id"]]
    assert first["first_day"].tolist() == frame["first_possible_day"].tolist()
    certain = frame[frame["first_certain_day"].notna()]
    last = events.loc[certain["event_id"]]
    assert last["last_day"].tolist() == certain["first_certain_day"].tolist()
    proofs = events.loc[frame["event_id"]]
    for column in ("basis", "confidence", "source_id"):
        assert frame[column].tolist() == proofs[column].tolist()
    assert frame["source"].ne("").all()


def test_the_panel_has_every_month_from_the_law_to_the_day_and_ends_on_it(tables, atlas):
    frame = tables["panel"].frame
    months = [f"{month:%Y-%m}" for month in choice.months(DAY)]
    assert frame["month"].tolist() == [name for name in months for _ in range(54)]
    assert frame["day"].iloc[0] == pd.Timestamp(2012, 2, 29)
    assert set(frame["day"].tail(54)) == {pd.Timestamp(DAY)}


@pytest.mark.parametrize("day", [date(2013, 5, 31), date(2014, 12, 31), DAY])
@pytest.mark.parametrize("definition", DEFINITIONS)
def test_a_month_of_the_panel_is_the_status_of_its_last_day(tables, atlas, day, definition):
    frame = tables["panel"].frame
    mine = frame[frame["day"].eq(pd.Timestamp(day))]
    standings = atlas.standings(day, definition)
    for column, of_day in (
        ("ags", "ags"),
        ("status", "status"),
        ("possible_status", "possible_status"),
        (f"group_{definition}", "group"),
    ):
        assert mine[column].tolist() == standings[of_day].tolist()


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_curve_as_a_table_is_what_its_page_draws_on_every_day_of_a_change(atlas, definition):
    frame = downloads.table("curve", atlas, Choice(DAY, definition)).frame
    days, counts = frame["first_day"].dt.date.tolist(), ["certain", "lower", "upper", "possible"]
    drawn = adoption(atlas, definition, "number", days[-1]).steps
    assert days == drawn["first_day"].tolist() and days[0] == FIRST_DAY
    assert frame[counts].to_dict("list") == drawn[counts].to_dict("list")
    told = frame[counts].astype(int)
    assert told.ne(told.shift()).any(axis=1).all()
    assert set(frame["of"]) == {len(atlas.tables.districts)}


def test_districts_have_the_keys_the_latest_people_and_the_kiz_of_the_tables(tables, atlas):
    frame, kept = tables["districts"].frame.set_index("ags"), atlas.tables
    own = kept.districts.set_index("ags")
    for column in ("official_ags", "ars", "nuts3", "kind", "regierungsbezirk", "researched_on"):
        assert frame[column].tolist() == own[column].tolist()
    assert frame.loc["05334002", ["official_ags", "ars", "nuts3"]].tolist() == [
        *("05334", "053340002002", "DEA2D"),
    ]
    centres = kept.centres.set_index("ags").loc[frame.index]
    assert frame["kiz_name"].tolist() == centres["name"].tolist()
    assert frame["kiz_website"].tolist() == centres["website"].tolist()
    counted = people.on_day(atlas, date(2026, 11, 28))
    assert frame["population"].tolist() == counted.population[frame.index].tolist()
    assert set(frame["population_on"]) == {pd.Timestamp(counted.counted_on)}
    assert frame.loc["05554", "plates"].split() == ["AH", "BOH", "BOR"]


def test_holdouts_list_the_undetermined_ones_apart(atlas):
    groups = downloads.table("holdouts", atlas, Choice(date(2013, 6, 12))).frame["group"].tolist()
    assert set(groups) == {"without", "undetermined"}
    assert groups == sorted(groups, reverse=True)


def test_every_event_source_total_and_milestone_is_there(tables, atlas):
    for name in ("events", "sources", "totals", "milestones"):
        assert tables[name].frame["id"].tolist() == getattr(atlas.tables, name)["id"].tolist()
        assert tables[name].scope == ()


def test_the_population_has_numbers_and_shares_in_columns_of_their_own(tables, atlas):
    frame, kept = tables["population"].frame, atlas.tables.population
    share = kept["metric"].str.startswith("share_")
    assert frame["share"].notna().tolist() == share.tolist()
    assert frame["population"].isna().tolist() == share.tolist()
    assert frame["share"].fillna(frame["population"].astype("Float64")).tolist() == (
        kept["value"].tolist()
    )
    assert set(frame["metric"]) <= set(VOCABULARY["metric"])


def test_every_municipality_names_its_district(tables, atlas):
    frame, names = tables["municipalities"].frame, atlas.tables.districts.set_index("ags")["name"]
    kept = atlas.tables.municipalities
    assert frame["municipality"].tolist() == kept["municipality"].tolist()
    assert frame["district"].tolist() == names[list(kept["ags"])].tolist()


def test_the_lists_of_metrics_and_areas_are_those_of_the_schema():
    table = schema.tables()["population"]
    for name in ("metric", "area"):
        assert VOCABULARY[name] == tuple(table.enum(name))


def test_whatever_has_an_event_names_its_source(tables):
    for name, key in (("status", "event_id"), ("changes", "event_id"), ("events", "id")):
        frame = tables[name].frame
        assert frame["source"].ne("").equals(frame[key].ne(""))


def test_changes_run_from_the_day_asked_for_else_from_the_law(tables, atlas):
    assert tables["changes"].stamp.choice.since_day == FIRST_DAY
    later = Choice(date(2018, 12, 31), since_day=DAY)
    table = downloads.table("changes", atlas, later)
    gained = table.frame[table.frame["has_kiz_to"] & ~table.frame["has_kiz_from"]]
    assert set(gained["ags"]) == WITHOUT
    assert (
        downloads.file_name(table, "csv") == "kiz-atlas-changes-2015-09-24-2018-12-31-approved.csv"
    )


def test_a_share_is_as_published(tables, atlas):
    people = atlas.tables.population
    own = people["metric"].eq("share_immigration_history_pct") & people["area"].eq("district")
    published = people[own].set_index("ags")["value"]
    frame = tables["holdouts"].frame
    assert frame["immigration_history"].tolist() == published[list(frame["ags"])].tolist()


@pytest.mark.parametrize("name", ["changes", "holdouts"])
def test_a_table_without_rows_is_a_file_all_the_same(atlas, tmp_path, name):
    day = date(2019, 1, 1)
    table = downloads.table(name, atlas, Choice(day, since_day=day))
    assert table.frame.empty
    names = list(table.frame)
    (row,) = csv.reader(written(table, "csv").read().decode().splitlines())
    assert [one for one in row if not one.endswith("_label")][: len(names)] == names
    (heading,) = openpyxl.load_workbook(written(table, "xlsx")).worksheets[0].values
    assert list(heading) == names
    assert list(pd.read_parquet(written(table, "parquet"))) == names
    assert json.loads(written(table, "geojson").read())["features"] == []
    read = gpd.read_file(saved(table, "gpkg", tmp_path))
    assert read.empty and list(read) == [*names, "geometry"]


def test_geojson_keeps_to_its_standard_and_says_whose_the_areas_are(tables, atlas):
    content = json.loads(written(tables["status"], "geojson").read())
    assert content["attribution"] == atlas.attribution and "crs" not in content
    assert content["metadata"]["day"] == "2015-09-24"
    assert atlas.attribution in content["metadata"]["licence"]
    assert [feature["id"] for feature in content["features"]] == list(atlas.areas["ags"])
    read = gpd.GeoDataFrame.from_features(content)
    assert all(part.exterior.is_ccw for part in read.geometry.explode())


def test_a_geopackage_has_one_layer_that_says_what_it_is(tables, tmp_path):
    path = saved(tables["status"], "gpkg", tmp_path)
    ((layer, shape),) = pyogrio.list_layers(path)
    told = pyogrio.read_info(path)
    assert (layer, shape) == ("status", "MultiPolygon")
    assert told["dataset_metadata"]["version"] == tables["status"].stamp.version
    assert set(json.loads(told["layer_metadata"]["columns"])) == set(told["fields"])
    types = dict(zip(told["fields"], told["ogr_types"], strict=True))
    assert (types["first_day"], types["ags"]) == ("OFTDate", "OFTString")


def test_numbers_and_days_are_typed_and_everything_else_is_text(tables):
    for table in tables.values():
        for column in table.columns:
            missing = table.frame[column.name].isna().any()
            assert not (missing and column.kind in TEXTS), column.name
