"""`data.check` names each problem once, with its line and its repair, and all in one run."""

from datetime import date

import pytest
from table_builders import BINDING, edit, event, rows, write

from data import check

TODAY = date(2026, 11, 21)

# (table, row, cells to change, how the report begins): all are in the same package, each in
# a row of its own. Rows 0 and 1 are in the status lists.
SPOILED = [
    ("districts", 9, {"name": "District 05001"}, 'name "District 05001" stands in line 2 already'),
    (
        "events",
        2,
        {"id": "05003-grant-1"},
        'id "05003-grant-1" says grant, event says approval; correct the one that the summary',
    ),
    (
        "events",
        3,
        {"id": "05004-approval-0"},
        'id "05004-approval-0" does not fit ags and event; wri',
    ),
    ("events", 4, {"id": "05005-vote-1", "event": "vote"}, 'event "vote" does not fit; write one'),
    ("events", 5, {"body": ""}, "body is empty; fill it in"),
    ("events", 6, {"date": "05.05.2013"}, 'date "05.05.2013" is not EDTF; write 2013-05-05'),
    ("events", 7, {"date": "2013-02-30"}, 'date "2013-02-30" is no day of the calendar; correct'),
    ("events", 8, {"date": ""}, "date is empty; fill it in"),
    ("events", 9, {"date": "2026-12"}, 'date "2026-12" lies in the future; write the date at wh'),
    ("events", 10, {"date": "2013/2026-11-22"}, 'date "2013/2026-11-22" lies in the future; wri'),
    ("events", 11, {"date": "2012-06-24"}, 'approval "2012-06-24" can lie before the funding gui'),
    ("events", 12, {"reasons": "cost price"}, 'reason "price" is unknown; use cost, doubling'),
    ("events", 12, {"announces": "grant"}, 'approval announces "grant"; leave announces empty'),
    (
        "events",
        13,
        {"basis": "derived", "confidence": "medium"},
        "derived without a note; add to note_de and note_en",
    ),
    ("events", 14, {"summary_de": ""}, "summary_de is empty; fill it in"),
    ("events", 15, {"summary_de": "Ein Satz"}, "summary_de does not end with a full stop; add it"),
    ("events", 16, {"summary_de": "Rat lehnt ab. Er will."}, 'summary_de goes on after "ab."; wr'),
    ("events", 17, {"summary_de": "Das KI kommt."}, 'summary_de says "KI"; write KIZ'),
    ("events", 18, {"source_id": "pres"}, 'source_id "pres" is not in sources.csv; the nearest '),
    (
        "events",
        19,
        {"further_source_ids": "law dpa"},
        'further source "dpa" is not in sources.csv, b',
    ),
    ("events", 20, {"further_source_ids": "law,paper"}, 'further source "law,paper" is not in'),
    ("events", 21, {"confidence": "sure"}, 'confidence "sure" does not fit; write one of: high, m'),
    ("events", 22, {"ags": "5023", "id": "5023-approval-1"}, 'ags "5023" is not in districts.csv'),
    ("events", 23, {"id": ""}, "id is empty; fill it in"),
    ("events", 53, {"summary_en": "Split\nup."}, "summary_en has a line break; write one line"),
    ("sources", 0, {"url": "www.land.nrw"}, 'url "www.land.nrw" does not fit; write it like http'),
    ("sources", 1, {"published": "Mai 2013"}, 'published "Mai 2013" is not EDTF; write'),
    ("totals", 0, {"count": "alle"}, 'count "alle" does not fit; write it like 49'),
    ("totals", 1, {"count": "-1"}, 'count "-1" does not fit; write it like 49'),
    ("totals", 2, {"source_id": ""}, "source_id is empty; fill it in"),
    ("totals", 3, {"what_en": "All KIs."}, 'what_en says "KI"; write KIZ'),
    ("population", 0, {"value": "1.234,5"}, 'value "1.234,5" does not fit; write it like'),
    ("municipalities", 1, {"municipality": "05001000"}, 'municipality "05001000" stands in line 2'),
    ("municipalities", 2, {"ags": "05999"}, 'ags "05999" is not in districts.csv; add it there o'),
    ("milestones", 0, {"date": "2010"}, 'date "2010" lies before 2011; correct the year'),
    ("confirmations", 0, {"summary_de": "Das KI zieht um."}, 'summary_de says "KI"; write KIZ'),
    ("confirmations", 0, {"summary_en": "At work"}, "summary_en does not end with a full stop"),
    ("centres", 0, {"source_id": "dpa"}, 'source_id "dpa" is not in sources.csv, but 3 rows n'),
    ("days", 1, {"date": "2013-05-05"}, 'date "2013-05-05" stands in line 2 already; change or'),
    ("days", 2, {"date": "2014-02"}, 'date "2014-02" is not one day; write it like 2014-04-25'),
    ("days", 3, {"date": "2012-02-07"}, 'date "2012-02-07" lies before the law of 2012-02-08; w'),
    ("days", 4, {"date": "2026-11-22"}, 'date "2026-11-22" lies in the future; write the date a'),
    ("days", 5, {"source_id": "dpa"}, 'source_id "dpa" is not in sources.csv, but 3 rows name'),
    ("days", 6, {"label_de": 61 * "x"}, "label_de has 61 characters; shorten it to 60"),
    ("days", 7, {"label_en": "54 KIs"}, 'label_en says "KI"; write KIZ'),
    ("days", 8, {"reason_de": "Ein Tag"}, "reason_de does not end with a full stop; add it"),
    ("days", 9, {"reason_en": ""}, "reason_en is empty; fill it in"),
]


@pytest.fixture(scope="module")
def reported(tmp_path_factory) -> list[str]:
    tables = rows()
    for table, row, cells, _ in SPOILED:
        tables[table][row] |= cells
    return found(tmp_path_factory.mktemp("spoiled"), tables)


def found(tmp_path, tables) -> list[str]:
    return [str(problem) for problem in check.problems(write(tmp_path, tables), TODAY)]


def with_events(*more: dict) -> dict:
    tables = rows()
    tables["events"] += more
    return tables


def test_a_package_without_a_fault_has_no_problem(tmp_path):
    assert found(tmp_path, rows()) == []


@pytest.mark.parametrize(("table", "row", "cells", "text"), SPOILED)
def test_a_fault_is_reported_with_its_line_and_repair(reported, table, row, cells, text):
    address = f"data/{table}.csv:{row + 2}: "
    assert [line for line in reported if line.startswith(address + text)], [
        line for line in reported if line.startswith(f"data/{table}.csv:")
    ]


def test_all_faults_are_reported_in_one_run_and_none_twice(reported):
    assert len(reported) == len(set(reported)) == len(SPOILED), reported


def test_the_report_follows_tables_and_lines(tmp_path):
    tables = rows()
    tables["sources"][0]["url"] = "nowhere"
    tables["events"][7]["summary_en"] = ""
    tables["events"][3] |= {"confidence": "sure", "source_id": ""}
    addresses = [text.split(": ")[0] for text in found(tmp_path, tables)]
    assert addresses == ["data/events.csv:5"] * 2 + ["data/events.csv:9", "data/sources.csv:2"]


def test_there_are_31_kreise_and_23_kreisfreie_staedte(tmp_path):
    tables = rows()
    tables["districts"][0]["kind"] = "kreisfreie Stadt"
    assert found(tmp_path, tables) == [
        "data/districts.csv: 30 rows of kind Kreis, not 31; add or correct rows",
        "data/districts.csv: 24 rows of kind kreisfreie Stadt, not 23; add or correct rows",
        'data/districts.csv:2: kind "kreisfreie Stadt" does not fit a district of 13 '
        "municipalities; write Kreis",
        'data/districts.csv:2: with_article "der District 05001" does not go with name and kind; '
        'write "District 05001"',
    ]


def test_a_district_without_a_plate_is_named(tmp_path):
    tables = rows()
    del tables["plates"][2]
    text = "data/plates.csv: 05003 has no plate; restore or add its row"
    assert found(tmp_path, tables) == [text]


def test_a_key_that_lost_its_zero_is_reported_where_it_is_defined_and_where_it_is_missed(tmp_path):
    tables = rows()
    tables["districts"][9]["ags"] = "5010"
    texts = found(tmp_path, tables)
    assert texts[0].startswith(
        'data/districts.csv:11: ags "5010" does not fit; write it like 05111'
    )
    assert texts[1] == (
        'data/districts.csv:11: ags "5010" differs from the other keys of the row; write 05010'
    )
    assert (
        'data/events.csv:11: ags "05010" is not in districts.csv, but 17 rows name it; '
        'correct "5010" in line 11 there, which no row names'
    ) in texts


def test_the_population_of_all_districts_is_known_on_three_days(tmp_path):
    tables = rows()
    del tables["population"][1]
    text = "data/population.csv: 05001 has no population of 2019-12-31 for area district; "
    text += "restore or add it"
    assert found(tmp_path, tables) == [text]


def test_who_is_listed_in_without_a_proof_is_reported_with_what_comes_later(tmp_path):
    tables = rows()
    tables["status_lists"][0]["listed"] = "in"
    (text,) = found(tmp_path, tables)
    assert text.startswith(
        "data/status_lists.csv:2: 05002 is listed in, but no approval, grant or opening proves it "
        'by 2012-12-31 (events.csv:3 05002-approval-1 "2013-05-05"); restore the event that is gone'
    )


def test_an_event_before_a_list_of_those_without_is_named_itself_then_the_list(tmp_path):
    tables = rows()
    tables["status_lists"][1]["listed"] = "out"
    assert found(tmp_path, tables) == [
        'data/events.csv:2: 05001-approval-1 "2013-05-05" contradicts status_lists.csv:3 '
        "(out on 2014-01-01); correct the event, or the list if the source says otherwise"
    ]


def test_a_total_that_such_an_event_contradicts_too_points_to_it(tmp_path):
    tables = rows()
    tables["status_lists"][1]["listed"] = "out"
    tables["totals"][1] |= BINDING | {"count": "53"}
    event, total = found(tmp_path, tables)
    assert event.startswith("data/events.csv:2: 05001-approval-1")
    assert total.startswith("data/totals.csv:3: binds, but contradicts the events on 2013-05-05")
    assert total.endswith(
        '; correct events.csv:2 05001-approval-1 "2013-05-05" first, '
        "which contradicts the lists too"
    )


@pytest.mark.parametrize(
    ("lists", "text"),
    [
        (
            {"2012-06": "in", "2012-12": "out"},
            "2: 05002 is listed in on 2012-06-30, but out on the list of 2012-12 and by its events",
        ),
        (
            {"2014": "in", "2015": "out"},
            "3: 05002 is listed out on 2015-01-01, but in on the list of 2014 and by its events",
        ),
    ],
)
def test_a_list_that_another_one_contradicts_is_named_and_no_event(tmp_path, lists, text):
    tables = rows()
    plain = {"ags": "05002", "basis": "direct", "source_id": "press"}
    tables["status_lists"] = [{"date": day, "listed": lists[day]} | plain for day in lists]
    (reported,) = found(tmp_path, tables)
    assert reported.startswith(f"data/status_lists.csv:{text}; write ")


def test_a_line_is_the_line_in_the_file_also_after_a_cell_with_line_breaks(tmp_path):
    tables = rows()
    tables["events"][0] |= {"note_de": "one\ntwo\nthree", "note_en": "four"}
    tables["events"][3]["body"] = ""
    assert found(tmp_path, tables) == ["data/events.csv:7: body is empty; fill it in"]


def test_an_id_is_used_once(tmp_path):
    text = (
        'data/events.csv:56: id "05001-approval-1" stands in line 2 already; change or delete one'
    )
    assert found(tmp_path, with_events(event())) == [text]


def test_a_source_that_nothing_cites_is_reported(tmp_path):
    tables = rows()
    tables["sources"].append({"id": "lost", "title": "Lost", "publisher": "Nobody"})
    assert found(tmp_path, tables) == [
        'data/sources.csv:5: "lost" is cited by no row, the one that cited it is gone or cites '
        "another; restore that row (git diff shows it), or delete the source if nothing rests on it"
    ]


def test_a_further_source_is_cited(tmp_path):
    tables = rows()
    tables["sources"].append({"id": "further", "title": "Further", "publisher": "Nobody"})
    tables["milestones"][0]["further_source_ids"] += " further"
    assert found(tmp_path, tables) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("application", "approval"), ("application", "grant"), ("approval", "grant")],
)
def test_milestones_come_in_order(tmp_path, first, second):
    tables = rows()
    body = {"application": "administration"}.get(first, "ministry")
    tables["events"][0] = event(kind=first, date="2014-08", body=body)
    tables["events"].insert(1, event(kind=second, date="2014-07"))
    tables["status_lists"].pop()
    (text,) = found(tmp_path, tables)
    assert text.startswith(f"data/events.csv:2: the first {first} is later than every {second}")


@pytest.mark.parametrize("kind", ["debate", "rejection"])
def test_talk_may_follow_an_approval(tmp_path, kind):
    assert found(tmp_path, with_events(event(kind=kind, date="2016-04-25", body="council"))) == []


def test_a_decision_after_the_approval_is_warned_of_until_a_note_of_one_of_them_names_the_other(
    tmp_path,
):
    late = event(kind="decision", date="2016-04-25", body="council")
    (text,) = found(tmp_path, with_events(late))
    assert text == (
        'data/events.csv:56: warning: 05001-decision-1 "2016-04-25" comes after 05001-approval-1 '
        '"2013-05-05", which is unusual; correct the wrong date, or if it was so say so: name '
        "05001-approval-1 in note_de and note_en"
    )
    one = {"note_de": "Nach 05001-approval-1.", "note_en": "After the approval."}
    assert found(tmp_path, with_events(late | one)) == [text]
    both = one | {"note_en": "After 05001-approval-1."}
    assert found(tmp_path, with_events(late | both)) == []
    tables = with_events(late)
    tables["events"][0] |= {"note_de": "Vor 05001-decision-1.", "note_en": "05001-decision-1."}
    assert found(tmp_path, tables) == []


def test_an_event_under_a_second_id_is_warned_of_until_its_note_says_that_it_is_another(tmp_path):
    second = event(number=2)
    (text,) = found(tmp_path, with_events(second))
    assert text == (
        "data/events.csv:56: warning: 05001-approval-2 has the district, kind, date and body of "
        "05001-approval-1; merge the two (delete this row), or if they differ say so: name "
        "05001-approval-1 in note_de and note_en"
    )
    said = {"note_de": "Nicht 05001-approval-1.", "note_en": "Not 05001-approval-1."}
    assert found(tmp_path, with_events(second | said)) == []


@pytest.mark.parametrize("day", ["2013", "2013-05-05"])
def test_milestones_that_can_lie_in_order_are_in_order(tmp_path, day):
    again = event(number=2, date="2019")
    assert found(tmp_path, with_events(event(kind="grant", date=day), again)) == []


def test_a_closure_follows_a_centre(tmp_path):
    early = event(kind="closure", date="2013-05-04")
    text = "data/events.csv:56: closure without an earlier approval, grant or opening; add it"
    assert text in found(tmp_path, with_events(early))
    same_day = event("05009", "closure")
    assert found(tmp_path, with_events(same_day)) == []


def test_only_a_plan_announces(tmp_path):
    plan = event(kind="planned", date="2014", announces="opening")
    assert found(tmp_path, with_events(plan)) == []


def test_talk_is_never_derived(tmp_path):
    derived = {"basis": "derived", "confidence": "medium"}
    derived |= {"note_de": "Weil.", "note_en": "Because."}
    debate = event(kind="debate", body="council", **derived)
    assert found(tmp_path, with_events(event(kind="opening", **derived))) == []
    (text,) = found(tmp_path, with_events(debate))
    assert "debate cannot be derived; write direct" in text


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat beschließt z. B. Köln.",
        "Am 19. März und zum 1. August wird das 50. KIZ genehmigt.",
        "Nach Angaben von Dr. Muster und lt. Zeitung in St. Augustin gibt es 14 Mio. Euro.",
        "The council (of Kreis Steinfurt) says no.",
    ],
)
def test_an_abbreviation_or_ordinal_does_not_end_a_sentence(tmp_path, text):
    tables = rows()
    tables["events"][0]["summary_de"] = text
    assert found(tmp_path, tables) == []


def test_a_month_that_runs_is_not_in_the_future(tmp_path):
    assert found(tmp_path, with_events(event(kind="grant", date="2026-11"))) == []


def test_a_district_without_events_says_when_it_was_researched(tmp_path):
    tables = rows()
    del tables["events"][5]
    assert found(tmp_path, tables) == []
    tables["districts"][5]["researched_on"] = ""
    text = "data/districts.csv:7: 05006 has neither an event nor researched_on; add one"
    assert found(tmp_path, tables) == [text]


def test_a_missing_municipality_is_counted(tmp_path):
    tables = rows()
    tables["municipalities"].pop()
    text = "data/municipalities.csv: 395 rows, not 396; restore, add or delete rows"
    assert found(tmp_path, tables) == [text]


def test_a_table_that_cannot_be_read_does_not_hide_the_problems_of_others(tmp_path):
    tables = rows()
    tables["events"][5]["body"] = ""
    folder = write(tmp_path, tables)
    (folder / "sources.csv").unlink()
    texts = [str(problem) for problem in check.problems(folder, TODAY)]
    assert texts[0] == "data/events.csv:7: body is empty; fill it in"
    assert texts[1].startswith("data/sources.csv: is missing; ") and len(texts) == 2


def test_what_tidy_repairs_is_named_as_that(tmp_path):
    folder = write(tmp_path)
    for file in ("events.csv", "sources.csv"):
        path = folder / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    edit(folder / "centres.csv", "ags,name", "name,ags")
    edit(folder / "centres.csv", "05001,KIZ", "KIZ,05001")
    texts = [str(problem) for problem in check.problems(folder, TODAY)]
    assert texts == [
        "data/events.csv: has Windows line ends; run: make tidy",
        "data/events.csv:1: begins with a byte order mark; run: make tidy",
        "data/sources.csv: has Windows line ends; run: make tidy",
        "data/sources.csv:1: begins with a byte order mark; run: make tidy",
        "data/centres.csv:1: columns are in another order; run: make tidy",
    ]


def test_the_command_counts_and_returns_one_on_any_problem(tmp_path, capsys):
    folder = write(tmp_path)
    assert check.main(["--folder", str(folder)]) == 0
    assert capsys.readouterr().out == "data: 12 tables, 742 rows, no problems\n"
    edit(folder / "events.csv", "05334002,approval", "05334002,king")
    edit(folder / "events.csv", "05001,approval,2013-05-05", "05001,approval,2013-05-32")
    assert check.main(["--folder", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "data: 2 problems"


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"count": "53"}, "binds, but contradicts the events on 2013-05-05 (54 to 54 by name)"),
        ({"of": "53"}, "binds, but is out of 53, not 54; correct of, or write no"),
        ({"definition": ""}, "binds without a definition; fill it in"),
    ],
)
def test_a_total_binds_only_if_it_counts_all_and_contradicts_nothing(tmp_path, cells, text):
    tables = rows()
    tables["totals"][1] |= BINDING | cells
    reports = found(tmp_path, tables)
    assert any(line.startswith(f"data/totals.csv:3: {text}") for line in reports), reports


def test_totals_that_bind_and_contradict_each_other_are_both_named(tmp_path):
    tables = undecided_until_2014(rows())
    for total, count in zip(tables["totals"], ("50", "49"), strict=False):
        total |= BINDING | {"count": count, "date": "2013-05-05"}
    first, second = [line for line in found(tmp_path, tables) if "binds" in line]
    assert first.startswith("data/totals.csv:2: binds, but contradicts total-1 on 2013-05-05")
    assert second.startswith("data/totals.csv:3: binds, but contradicts total-0 on 2013-05-05")


EXCEPTION = BINDING | {"binds": "no"}


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"definition": ""},
        {"of": "53"},
        {"of": "53", "count": "53"},
        {"of": ""},
        {"of": "", "definition": ""},
        {"of": "", "count": "53"},
        {"count": "53"},
        {"count": "53", "date": "2013-05-05/2014"},
        {"count": "1", "date": "../2013-06", "definition": "decided"},
    ],
)
def test_a_total_binds_nothing_as_long_as_it_could_not_bind(tmp_path, cells):
    """What fails with `yes` passes with `no`, and what passes with `yes` fails with `no`."""
    reports = {}
    for binds in ("yes", "no"):
        tables = rows()
        tables["totals"][1] |= EXCEPTION | cells | {"binds": binds}
        tables["totals"][2] |= BINDING
        reports[binds] = [line for line in found(tmp_path, tables) if "totals.csv:3" in line]
    assert bool(reports["yes"]) != bool(reports["no"]), reports
    text = "data/totals.csv:3: binds nothing, but counts all 54 and contradicts neither the"
    assert all(line.startswith(text) and "; write yes, or" in line for line in reports["no"])


def undecided_until_2014(tables):
    """Nine of the 54 are approved on an unknown day between the beginning of 2013 and of 2014."""
    for spread in tables["events"][:9]:
        spread["date"] = "2013-01/2014-01"
    tables["status_lists"] = tables["status_lists"][:1]
    return tables


def test_an_exception_is_over_once_the_total_that_it_contradicted_is_gone(tmp_path):
    tables = undecided_until_2014(rows())
    tables["totals"][0] |= EXCEPTION | {"count": "49"}
    tables["totals"][1] |= BINDING | {"count": "50"}
    assert found(tmp_path, tables) == []
    tables["totals"][1]["count"] = "49"
    (text,) = found(tmp_path, tables)
    assert text.startswith("data/totals.csv:2: binds nothing, but counts all 54")


def test_an_exception_stands_where_it_would_make_totals_that_bind_contradict_each_other(tmp_path):
    """Two that agree with it alone leave no day for the one between them."""
    tables = undecided_until_2014(rows())
    tables["totals"][0] |= BINDING | {"count": "48", "date": "2013-06-30"}
    tables["totals"][1] |= BINDING | {"count": "49", "date": "2013-05/2013-08"}
    tables["totals"][2] |= EXCEPTION | {"count": "50", "date": "2013-07-01"}
    assert found(tmp_path, tables) == []


def test_of_two_exceptions_that_exclude_each_other_both_are_named(tmp_path):
    tables = undecided_until_2014(rows())
    for total, count in zip(tables["totals"], ("50", "49"), strict=False):
        total |= EXCEPTION | {"count": count}
    lines = [line.split(": ")[0] for line in found(tmp_path, tables)]
    assert lines == ["data/totals.csv:2", "data/totals.csv:3"]


def test_no_exception_is_over_while_the_tables_cannot_be_read(tmp_path):
    tables = rows()
    tables["totals"][1] |= EXCEPTION
    tables["totals"][0]["count"] = "alle"
    assert [line for line in found(tmp_path, tables) if "binds nothing" in line] == []
