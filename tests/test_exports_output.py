"""Where commands write: files, links, pipes and standard output; and what a name says of it."""

import argparse
import os
import subprocess
from datetime import timedelta
from pathlib import Path

import curated
import pytest

import export
from commands import factsheet, happened, publish, status
from components.base.atlas import Atlas
from components.base.choice import today
from components.downloads import formats_of
from components.printed import factsheets, pictures

#: What stands in for a picture here; no text.
PICTURE = b"\x89PNG\r\n\x1a\n\x00\xff"
PRINTING = [
    ["status", "--day", "2014-04-25"],
    ["changes", "--from", "2014-04-25", "--to", "2018-12-31"],
    ["totals"],
    ["happened", "--from", "2015-01-01", "--to", "2015-12-31"],
]
#: Every command that writes one file, with what it needs.
ONE_FILE = [
    *([name] for name in ("map", "curve", "multiples", "comparison", "film")),
    *(["factsheet"], ["timeline", "--ags", "05566"], ["table", "--table", "history"]),
]


@pytest.fixture
def run(capfdbinary, monkeypatch):
    """Runs a command in this process, pictures left out: exit code, output, lines of errors."""
    known = curated.atlas()
    monkeypatch.setattr(Atlas, "load", lambda: known)
    for module, name in ((pictures, "file"), (pictures, "film"), (factsheets, "file")):
        monkeypatch.setattr(module, name, lambda *given: PICTURE)

    def command(*arguments):
        try:
            code = export.main([str(one) for one in arguments])
        except SystemExit as end:
            code = end.code
        output, errors = capfdbinary.readouterr()
        return code, output, errors.decode().splitlines()

    return command


def asked_of(command):
    """The --format that a command has to be given where no name says it."""
    if command in PRINTING or command == ["factsheet"]:
        return []
    return ["--format", {"film": "gif", "table": "csv"}.get(command[0], "png")]


@pytest.mark.parametrize("command", ONE_FILE, ids=lambda command: command[0])
def test_a_file_goes_to_standard_output_byte_by_byte(run, tmp_path, command):
    kind, file = asked_of(command), tmp_path / "file"
    assert run(*command, *kind, "-o", file) == (0, b"", [])
    assert run(*command, *kind, "-o", "-") == (0, file.read_bytes(), [])
    assert run(*command, *kind, "-o", "/dev/stdout") == (0, file.read_bytes(), [])


@pytest.mark.parametrize("command", PRINTING, ids=lambda command: command[0])
def test_what_is_printed_can_be_a_file_as_well(run, tmp_path, command):
    file = tmp_path / "file.csv"
    _, output, _ = run(*command)
    assert output.count(b"\n") > 1
    assert run(*command, "-o", "-") == (0, output, [])
    assert run(*command, "-o", file) == (0, b"", [])
    assert file.read_bytes() == output


@pytest.mark.parametrize("command", [*ONE_FILE, *PRINTING], ids=lambda command: command[0])
def test_a_device_is_written_and_stays_one(run, command):
    assert run(*command, *asked_of(command), "-o", "/dev/null") == (0, b"", [])
    code, output, (line,) = run(*command, *asked_of(command), "-o", "/dev/full")
    assert (code, output) == (2, b"")
    assert "/dev/full: cannot be written (No space left on device); " in line
    assert Path("/dev/null").is_char_device() and Path("/dev/full").is_char_device()


def test_a_link_to_a_pipe_is_written_and_both_stay(run, tmp_path):
    pipe, link = tmp_path / "pipe", tmp_path / "map.png"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    assert run("map", "-o", link) == (0, b"", [])
    assert reader.communicate()[0] == PICTURE
    assert pipe.is_fifo() and link.is_symlink() and sorted(tmp_path.iterdir()) == [link, pipe]


@pytest.mark.parametrize(
    ("arguments", "finding"),
    [
        (["map", "--format", "svg", "-o", "a.png"], "a.png: would be svg under a name that ends"),
        (["map", "-o", "-"], "standard output: no ending says the format; add --format png, svg"),
        (["table", "--format", "xlsx", "-o", "a.csv"], "a.csv: would be xlsx under a name"),
        (["curve", "-o", "/dev/stdout"], "/dev/stdout: no ending says the format; add --format"),
        (["map", "-o", "a.csv"], 'a picture has no format "csv", but png, svg, pdf; '),
        (["film", "-o", "a.png"], 'a film has no format "png", but gif, webp; '),
        (["factsheet", "-o", "a.PNG"], "a.PNG: would be pdf under a name that ends with .png; "),
        (["status", "-o", "a.xlsx"], "would be csv under a name that ends with .xlsx; end it with"),
        (
            ["table", "--table", "events", "-o", "t.geojson"],
            f'--table events has no format "geojson", but {", ".join(formats_of("events"))}; ',
        ),
        (["map", "-o", "missing/a.png"], "missing/a.png: cannot be written (No such file"),
        (["map", "-o", "file/a.png"], "file/a.png: cannot be written (Not a directory"),
        (["status", "-o", "folder.csv"], "folder.csv: is a folder, not a file"),
        (["edition", "-o", "-"], "many files cannot be printed; name a folder"),
        (["edition", "-o", "missing/a"], "there is no folder"),
        (["publish", "-o", "-"], "many files cannot be printed; name a folder"),
        (["publish", "-o", "file"], "file: cannot be written"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_what_cannot_be_is_told_in_one_line_and_writes_nothing(
    run, tmp_path, monkeypatch, arguments, finding
):
    monkeypatch.chdir(tmp_path)
    Path("file").write_bytes(b"old")
    Path("folder.csv").mkdir()
    code, output, errors = run(*arguments)
    assert (code, output) == (2, b"")
    (line,) = errors
    assert finding in line and f"export.py {arguments[0]}: " in line
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder.csv"]
    assert Path("file").read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_told_before_anything_is_made(run, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "film", lambda *given: pytest.fail("it was made"))
    assert run("film", "-o", tmp_path / "missing" / "a.gif")[0] == 2


def test_a_name_that_says_no_format_of_ours_is_left_to_whoever_gave_it(run, tmp_path):
    for name in ("map.svg.part", "picture", "tmp.aB3dE"):
        assert run("map", "--format", "png", "-o", tmp_path / name)[0] == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_the_tables_for_programs_are_written_into_the_folder_asked_for(run, tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "FOLDER", tmp_path / "usual")
    assert run("publish", "-o", tmp_path / "asked" / "for") == (0, b"", [])
    assert (tmp_path / "asked" / "for" / "index.json").is_file()
    assert not (tmp_path / "usual").exists()
    assert run("publish") == (0, b"", [])
    assert (tmp_path / "usual" / "status.csv").is_file()


def parsed(module, *arguments):
    parser = argparse.ArgumentParser()
    module.register(parser.add_subparsers())
    return parser.parse_args([module.__name__.rpartition(".")[2], *arguments])


def test_a_day_may_be_called_today_and_yesterday():
    last = today()
    before = last - timedelta(days=1)
    assert parsed(status, "--day", "yesterday").day == before
    chosen = parsed(happened, "--from", "yesterday", "--to", "today")
    assert (chosen.first, chosen.last) == (before, last)
    assert parsed(factsheet, "--day", "today", "-o", "a.pdf").day == last


@pytest.mark.parametrize("name", ["05566", "Steinfurt", "kreis steinfurt", "ST", "Rheine"])
@pytest.mark.parametrize("command", ["map", "timeline", "factsheet"])
def test_every_command_takes_what_a_district_is_called(run, tmp_path, monkeypatch, command, name):
    asked = []
    keep = lambda order, *more: asked.append(order.choice.ags) or PICTURE  # noqa: E731
    monkeypatch.setattr(pictures, "file", keep)
    monkeypatch.setattr(factsheets, "file", lambda _, choice, __: asked.append(choice.ags) or b"")
    assert run(command, "--ags", name, "-o", tmp_path / "a.pdf") == (0, b"", [])
    assert asked == ["05566"]


@pytest.mark.parametrize("command", ["map", "timeline", "factsheet", "edition"])
def test_what_several_districts_are_called_is_refused_with_the_nearest(run, tmp_path, command):
    option = "--only" if command == "edition" else "--ags"
    code, _, (line,) = run(command, option, "LH", "-o", tmp_path / "a.pdf")
    assert code == 2
    assert f'{option}: "LH" is not the key or name of one district; write Kreis Coesfeld' in line
    assert list(tmp_path.iterdir()) == []
