"""The benchmarks compare ratios, say what they lack, and their visitors are what a browser is.

What they measure is no matter of a test: it never passes or fails by a time.
"""

import ast
import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks import __main__ as command
from benchmarks import compare, results, serving, visitors
from benchmarks.parts.growth import exponent, grown
from benchmarks.results import ResultsError, Run
from benchmarks.rows import Row, Unmeasured, percentile, row
from benchmarks.table import BEGIN, END, between_markers, goals, report, table
from benchmarks.targets import TARGETS
from benchmarks.visitors import Crowd, Kept, VisitError, Visitor, days
from data import tables

MACHINE = {"cores": 2, "processor": "Some | CPU", "memory_gb": 7.9}
COLD = Row("first-map", "cold", "ms", 1372, 1000, 1252, 1810)
DONE = Row("load", "10 visitors: moves done of wanted", "", 0.9, 1.0, better="higher")
TOLD = Row("load", "10 visitors: CPU of the visitors themselves", "cores", 9, 1, better="")


def run_of(*rows, **missing):
    return Run("2026-11-29", MACHINE, {"Python": "3.11.7"}, rows, missing)


def times(row, factor):
    """The same with so many times the ratio."""
    return replace(row, atlas=row.atlas * factor)


def found(kept, now, parts=("first-map", "load")):
    return [finding.line for finding in compare.findings(kept, now, parts)]


def test_a_ratio_is_of_the_atlas_to_the_floor_where_that_says_something():
    assert COLD.ratio == pytest.approx(1.372)
    assert replace(COLD, floor=None).ratio is None
    assert replace(COLD, floor=0).ratio is None
    assert TOLD.ratio is None


@pytest.mark.parametrize(
    ("before", "factor", "worse"),
    [
        (COLD, 1.0, False),
        (COLD, 1.24, False),
        (COLD, 1.26, True),
        (COLD, 0.2, False),
        (DONE, 1.0, False),
        (DONE, 0.81, False),
        (DONE, 0.79, True),
        (DONE, 2.0, False),
        (TOLD, 9.0, False),
        (replace(COLD, atlas=15), 2.0, False),  # 0.015 and 0.03: the last digit
        (replace(COLD, atlas=100), 1.3, True),
    ],
)
def test_a_ratio_is_worse_by_more_than_a_quarter(before, factor, worse):
    assert bool(found(run_of(before), run_of(times(before, factor)))) is worse


def test_a_slower_machine_alone_is_not_worse():
    slow = replace(COLD, atlas=COLD.atlas * 3, floor=COLD.floor * 3)
    assert found(run_of(COLD), run_of(slow)) == []


def test_a_finding_names_part_and_both_ratios():
    line = "first-map, cold: committed 1.37 × floor, now 2.74"
    assert found(run_of(COLD), run_of(times(COLD, 2))) == [line]


def test_what_is_not_measured_now_is_a_finding():
    gone = ["first-map, cold: committed 1.37 × floor, not measured now"]
    assert found(run_of(COLD), run_of()) == gone
    why = {"first-map": "no Chromium was found"}
    assert found(run_of(COLD), run_of(**why)) == [
        "first-map: not measured now: no Chromium was found"
    ]
    assert found(run_of(**why), run_of(COLD)) == [
        "first-map: no committed ratio: no Chromium was found"
    ]


def test_a_check_of_some_parts_heeds_no_other():
    assert found(run_of(COLD, DONE), run_of(DONE), ["load"]) == []


def test_the_table_has_a_line_for_each_row_and_for_each_part_that_is_missing():
    assert table([COLD, DONE], {"load-nginx": "no nginx | apt"}).splitlines() == [
        "| part | measure |  | floor | naive | dash | atlas | × floor |",
        "| --- | --- | --- | --: | --: | --: | --: | --: |",
        "| first-map | cold | ms | 1,000 | 1,252 | 1,810 | 1,372 | 1.37 |",
        "| load | 10 visitors: moves done of wanted |  | 1 |  |  | 0.90 | 0.90 |",
        "| load-nginx | not measured: no nginx / apt |  |  |  |  |  |  |",
    ]


def test_a_report_names_machine_and_versions_but_no_host():
    said = report(run_of(COLD))
    assert said.startswith("2026-11-29, 2 cores, Some | CPU, 7.9 GB; Python 3.11.7.\n\n- ")
    assert said.endswith(table([COLD], {}))


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([], "- not measured: first complete map, in times the floor's first text"),
        ([COLD], "- not reached: first complete map, in times the floor's first text (1.37 of"),
        ([times(COLD, 0.9)], "- reached: first complete map, in times the floor's first text"),
    ],
)
def test_a_target_is_reached_or_not_or_not_measured(rows, line):
    assert goals(rows).splitlines()[0].startswith(line)


def test_every_target_is_one_of_a_part():
    assert [target.part for target in TARGETS if target.part not in command.PARTS] == []


def test_what_the_markers_hold_is_replaced_and_nothing_else():
    text = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert between_markers(text, "new") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    for lost in ("", text.replace(END, ""), text + BEGIN):
        with pytest.raises(ValueError, match="the place of the table is lost"):
            between_markers(lost, "new")


def test_the_readme_has_a_place_for_the_table_and_a_line_for_every_part():
    readme = command.README.read_text("utf-8")
    assert between_markers(readme, "") != readme
    lines = re.findall(r"^\| (`.*?) \|", readme, re.MULTILINE)
    assert [part for line in lines for part in re.findall(r"`([a-z-]+)`", line)] == [*command.PARTS]


def test_the_readme_shows_the_run_that_is_kept_and_every_target_is_in_it():
    kept = results.committed()
    readme = command.README.read_text("utf-8")
    assert between_markers(readme, report(kept)) == readme
    assert [one.words for one in TARGETS if one.value(kept.rows) is None] == []


def test_a_run_is_read_as_it_was_written():
    run = run_of(COLD, DONE, TOLD, embed="no Chromium")
    assert results.parsed(run.text()) == run
    assert '"ratio": 1.372' in run.text()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rows": [{"part": "a"}]}', '{"rows": 1}'])
def test_a_file_that_is_no_run_is_told_in_one_line(text):
    with pytest.raises(ResultsError, match=r"^results.json: is no run .*; make bench writes it"):
        results.parsed(text)


def test_without_a_run_a_line_says_how_to_get_one(tmp_path):
    with pytest.raises(ResultsError, match=r"results.json: No such file.*; make bench writes it"):
        results.committed(tmp_path / "results.json")


def test_a_row_is_kept_with_four_digits():
    row = Row("rules", "every day", "ms", 15.29571, 3.400049, 4105123.0)
    assert row.rounded() == Row("rules", "every day", "ms", 15.3, 3.4, 4105000)


def test_a_part_that_is_measured_again_takes_the_place_of_the_first_time():
    first = run_of(COLD, DONE, embed="no Chromium")
    again = run_of(times(COLD, 2), embed="")
    assert first.renewed(run_of(times(COLD, 2))).rows == (DONE, times(COLD, 2))
    assert first.renewed(replace(again, rows=(COLD,), missing={})).missing == first.missing


def fails_with(error):
    def measure(quick):
        raise error

    return measure


@pytest.fixture
def measures(monkeypatch, tmp_path):
    """What each part measures instead; what is kept goes into a folder of the test."""
    told = {}
    monkeypatch.setattr(command, "README", tmp_path / "README.md")
    monkeypatch.setattr(command, "RESULTS", tmp_path / "results.json")
    (tmp_path / "README.md").write_text(f"# Title\n{BEGIN}\nold\n{END}\n", "utf-8")
    monkeypatch.setattr(command, "_measure", lambda part: told[part])
    monkeypatch.setattr(command, "_chromium", lambda: None)
    monkeypatch.setattr(command, "PARTS", dict.fromkeys(("first-map", "load"), ("", "")))
    return told


def test_a_part_that_fails_leaves_the_others_and_is_told(measures, capsys):
    measures["first-map"] = fails_with(Unmeasured("no Chromium was found"))
    measures["load"] = lambda quick: [DONE]
    assert command.main(["--quick"]) == 1
    said = capsys.readouterr().out
    assert "| first-map | not measured: no Chromium was found |" in said
    assert "| load | 10 visitors: moves done of wanted |" in said


def test_an_unexpected_error_is_told_as_well(measures, capsys):
    measures["load"] = fails_with(KeyError("x"))
    assert command.main(["load"]) == 1
    assert "| load | not measured: KeyError: 'x' |" in capsys.readouterr().out


def test_an_unknown_part_is_told_with_the_parts(measures, capsys):
    with pytest.raises(SystemExit) as ended:
        command.main(["laod"])
    assert ended.value.code == 2
    assert "'laod' is no part; write some of: first-map, load" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--quick"], ["load"]])
def test_only_a_whole_run_is_kept(measures, arguments):
    measures["first-map"] = measures["load"] = lambda quick: [DONE]
    assert command.main(arguments) == 0
    assert not command.RESULTS.exists()
    assert "old" in command.README.read_text("utf-8")


def test_a_whole_run_is_kept_as_json_and_in_the_readme(measures):
    measures["first-map"], measures["load"] = lambda quick: [COLD], lambda quick: [DONE]
    assert command.main([]) == 0
    run = results.committed(command.RESULTS)
    assert run.rows == (COLD, DONE)
    kept = command.README.read_text("utf-8")
    assert kept == f"# Title\n{BEGIN}\n{report(run)}\n{END}\n"


@pytest.mark.parametrize(
    ("factors", "code", "said"),
    [
        ([1.2], 0, "No ratio is worse by more than a quarter."),
        ([1.5, 1.0], 0, "No ratio is worse by more than a quarter."),
        ([1.5, 2.0], 1, "first-map, cold: committed 1.37 × floor, now 2.74"),
    ],
)
def test_a_check_measures_again_what_is_worse(measures, monkeypatch, capsys, factors, code, said):
    monkeypatch.setattr(command, "committed", lambda: run_of(COLD))
    measures["first-map"] = lambda quick: [times(COLD, factors.pop(0))]
    assert command.main(["--check", "first-map"]) == code
    assert capsys.readouterr().out.splitlines()[-1] == said
    assert factors == []


def test_a_share_of_values():
    assert [percentile([3, 1, 2], share) for share in (0, 0.5, 0.95, 1)] == [1, 2, 3, 3]
    with pytest.raises(ValueError, match="no value"):
        percentile([], 0.5)


def test_a_row_is_found_by_part_and_name():
    assert row([COLD, DONE], "load", DONE.name) is DONE
    assert row([COLD], "load", "cold") is None


def test_grown_tables_have_as_many_events_of_real_kinds_on_sound_spans():
    events = tables.load().events
    many = grown(events, 1000)
    assert len(many) == many["id"].nunique() == 1000
    assert (many["first_day"] <= many["last_day"]).all()
    assert set(many["event"]) <= set(events["event"])
    assert grown(events, 1000).equals(many)


@pytest.mark.parametrize("power", [1, 1.5, 2])
def test_the_exponent_is_that_of_the_growth(power):
    assert exponent({size: 3 * size**power for size in (2, 20, 200)}) == pytest.approx(power)


def kept_message(name, cacheable=True):
    message = ForwardMsg(hash=name)
    message.metadata.cacheable = cacheable
    return message


def test_a_visitor_keeps_messages_as_long_as_a_browser():
    kept = Kept()
    kept.note(kept_message("a"))
    kept.note(kept_message("b"))
    kept.note(kept_message("c", cacheable=False))
    assert set(kept.ages) == {"a", "b"}
    for _ in range(2):
        kept.grow_older(2)
        kept.note(ForwardMsg(ref_hash="a"))
    kept.grow_older(2)
    assert set(kept.ages) == {"a"}


def test_days_go_on_for_ever_and_are_the_last_of_their_months():
    way = days(21)
    assert [next(way) for _ in range(2)] == ["2013-12-31", "2014-01-31"]
    assert len({day for day, _ in zip(days(), range(500), strict=False)}) == 166


def test_a_trigger_has_the_name_that_streamlit_gives_it():
    name = "$$ID-abc-stage"
    assert visitors._TRIGGER.format(name) == _make_trigger_id(name, "events")


PAGE = """
import sys
from datetime import date
from pathlib import Path

import streamlit as st

months = [date(2015, month, 1) for month in range(1, 13)]
month = st.select_slider("Month", months, value=date(2015, 8, 1), key="month")
with Path({log!r}).open("a") as log:
    log.write(f"{{month}}\\n")
if month.month == 12:
    raise ValueError("no such month")
"""


@pytest.fixture
def page(tmp_path, monkeypatch):
    """The address of a tiny page, and the file in which it notes every run."""
    log, script = tmp_path / "runs.txt", tmp_path / "page.py"
    script.write_text(PAGE.format(log=str(log)), "utf-8")
    monkeypatch.setitem(serving.SCRIPTS, "floor", [str(script)])
    with serving.served("floor") as site:
        yield site.address, log


def test_a_visitor_runs_a_real_page_and_moves_its_slider(page):
    address, log = page

    async def visit():
        visitor = await Visitor.arrive(address)
        await visitor.move("2015-09-30")
        await visitor.move("2015-10-31")
        with pytest.raises(VisitError, match="neither a stage nor a slider with 2016-01-01"):
            await visitor.move("2016-01-31")
        with pytest.raises(VisitError, match="the page shows an error"):
            await visitor.move("2015-12-31")
        await visitor.leave()

    asyncio.run(visit())
    assert log.read_text("utf-8").split() == [
        "2015-08-01",
        "2015-09-01",
        "2015-10-01",
        "2015-12-01",
    ]


def test_a_crowd_reads_and_what_a_visitor_is_refused_is_an_error(page, monkeypatch):
    address, log = page
    monkeypatch.setattr(visitors, "REST_S", 0.1)
    monkeypatch.setattr(visitors, "days", lambda start: iter(["2015-09-30", "2016-01-31"]))

    async def read():
        async with Crowd(address) as crowd:
            await crowd.grow(3)
            return await crowd.read(1), await crowd.read(0)

    step, after = asyncio.run(read())
    assert (step.visitors, len(step.answers), len(step.errors)) == (3, 3, 3)
    assert sorted(log.read_text("utf-8").split()) == ["2015-08-01"] * 3 + ["2015-09-01"] * 3
    assert (after.visitors, after.answers, after.errors) == (0, (), ())


def test_who_does_not_get_in_is_an_error():
    async def read():
        async with Crowd("http://127.0.0.1:9") as crowd:
            await crowd.grow(2)
            return await crowd.read(0)

    step = asyncio.run(read())
    assert (step.visitors, step.answers, len(step.errors)) == (2, (), 2)
    assert "does not answer" in step.errors[0]


def test_a_visitor_moves_the_stage_of_the_atlas(server):
    async def visit():
        visitor = await Visitor.arrive(server, "tag=2015-08-31&lang=en")
        await visitor.move("2015-09-30")
        await visitor.leave()
        return visitor.query

    assert "tag=2015-09-30" in asyncio.run(visit())


def imported(code):
    """What a test imports of the benchmarks: module and name."""
    nodes = [node for node in ast.walk(code) if isinstance(node, ast.ImportFrom | ast.Import)]
    for node in nodes:
        for alias in node.names:
            name = f"{getattr(node, 'module', None) or ''}.{alias.name}".lstrip(".")
            if name.startswith("benchmarks"):
                yield name


def test_no_test_measures():
    found = {
        path.name: [name for name in imported(ast.parse(path.read_text("utf-8")))]
        for path in sorted(Path(__file__).parent.glob("*.py"))
    }
    named = {name: what for name, what in found.items() if what}
    assert list(named) == [Path(__file__).name]
    parts = [name for name in named[Path(__file__).name] if ".parts" in name]
    assert parts == ["benchmarks.parts.growth.exponent", "benchmarks.parts.growth.grown"]
