"""`data.tidy` gives every table one form, and touches nothing that it cannot read."""

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from table_builders import edit, event, rows, write

from data import schema, tables, tidy
from data.reading import read

TALK = ("2013", "2012-05", "2012-05-31", "2012-05/2012-09", "../2012-05-30")


def run(folder, *options: str) -> int:
    return tidy.main(["--folder", str(folder), *options])


def content(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_tidy_package_is_left_as_it_is(tmp_path, capsys):
    folder = write(tmp_path)
    before = content(folder)
    assert run(folder) == run(folder, "--check") == 0
    assert content(folder) == before and capsys.readouterr().out == ""


def test_encoding_line_ends_quotes_columns_and_empty_lines_are_repaired(tmp_path):
    folder = write(tmp_path)
    before = content(folder)
    path = folder / "centres.csv"
    path.write_bytes(
        b'\xef\xbb\xbf"name",ags,seat,as_of,website,source_id\r\n\r\n"KIZ",05001,,,,press\r\n,,,,,'
    )
    assert run(folder) == 0
    assert content(folder) == before


def test_events_are_sorted_by_district_and_the_days_of_their_dates(tmp_path):
    talk = [event("05003", "debate", n, date=text) for n, text in enumerate(TALK, start=1)]
    folder = write(tmp_path, rows() | {"events": [event("05334002"), *talk, event("05003")]})
    run(folder)
    dates = tables.load(folder).events["date"].tolist()
    by_day = ["../2012-05-30", "2012-05", "2012-05/2012-09", "2012-05-31", "2013"]
    assert dates == [*by_day, "2013-05-05", "2013-05-05"]


def test_totals_are_sorted_by_the_days_of_their_dates_with_open_starts_first(tmp_path):
    content = rows()
    for total, text in zip(content["totals"], ("2013", "2013-01", "../2014", "2012"), strict=True):
        total["date"] = text
    folder = write(tmp_path, content)
    run(folder)
    dates = tables.load(folder).totals["date"].tolist()
    assert dates == ["../2014", "2012", "2013-01", "2013"]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rows_before_does_not_matter(tmp_path_factory, chance: random.Random):
    talk = [event("05003", "debate", n, date=text) for n, text in enumerate(TALK, start=1)]
    path = write(tmp_path_factory.getbasetemp(), {"events": talk}) / "events.csv"
    wanted = tidy.canonical(path, schema.tables()["events"])
    chance.shuffle(talk)
    write(path.parents[1], {"events": talk})
    assert tidy.canonical(path, schema.tables()["events"]) == wanted


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\r", codec="utf-8")), max_size=4))
def test_no_text_is_changed_and_tidying_twice_changes_nothing(tmp_path_factory, notes):
    told = [event("05003", "debate", n, note_de=note) for n, note in enumerate(notes, start=1)]
    table = schema.tables()["events"]
    path = write(tmp_path_factory.getbasetemp(), {"events": told}) / table.file
    once = tidy.canonical(path, table)
    path.write_bytes(once)
    assert read(path, table)["note_de"].tolist() == notes
    assert tidy.canonical(path, table) == once


def test_check_prints_a_diff_and_changes_nothing(tmp_path, capsys):
    folder = write(tmp_path)
    edit(folder / "districts.csv", "Köln", '"Köln"')
    before = content(folder)
    assert run(folder, "--check") == 1
    assert content(folder) == before
    out = capsys.readouterr().out
    begin, end = "05001,District 05001,05001,der District 05001,Kreis,", ",05001,05001,DEA2D,"
    assert f'\n-{begin}"Köln"{end}2026-01-01\n' in out
    assert f"\n+{begin}Köln{end}2026-01-01\n" in out


def test_a_file_that_cannot_be_written_is_named_and_left_and_the_others_are_tidied(
    tmp_path, capsys, monkeypatch
):
    folder = write(tmp_path)
    before = content(folder)
    edit(folder / "districts.csv", "Köln", '"Köln"')
    edit(folder / "events.csv", "2013-05-05", '"2013-05-05"')
    broken, replace = content(folder), os.replace

    def full(draft, place):
        if place.name == "districts.csv":
            raise OSError(28, "No space left on device")
        replace(draft, place)

    monkeypatch.setattr(os, "replace", full)
    assert run(folder) == 1
    assert content(folder) == broken | {"events.csv": before["events.csv"]}
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{folder}/districts.csv: cannot be written (No space left on device)")
    assert second == "data/events.csv: tidied"


def test_a_table_that_is_a_link_stays_one(tmp_path):
    folder = write(tmp_path)
    before = content(folder)
    kept = (folder / "events.csv").rename(tmp_path / "kept.csv")
    edit(kept, "2013-05-05", '"2013-05-05"')
    (folder / "events.csv").symlink_to(kept)
    assert run(folder) == 0
    assert (folder / "events.csv").is_symlink() and content(folder) == before


def test_a_file_that_cannot_be_read_is_named_and_left_and_the_others_are_tidied(tmp_path, capsys):
    folder = write(tmp_path)
    before = content(folder)
    edit(folder / "events.csv", "2013-05-05", "5.5.13")
    edit(folder / "sources.csv", "id,title", "id;title")
    edit(folder / "totals.csv", "total-0", '"total-0"')
    broken = content(folder)
    assert run(folder) == 1
    assert content(folder) == broken | {"totals.csv": before["totals.csv"]}
    out = capsys.readouterr().out
    assert 'data/events.csv:2: date "5.5.13" is not EDTF' in out
    assert "data/sources.csv:1: column" in out and "data/totals.csv: tidied" in out
