"""An edition is whole or not there, says what it is, and is the same whenever it is made."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from curated import atlas
from edition_builders import DAY, KEYS, ROOT, built, command, whole

from components.base.choice import Choice, today
from edition import build as building
from edition import folder
from edition.build import build
from edition.model import Job

ENVIRONMENT = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
BUILDERS = ROOT / "tests" / "edition_builders.py"
#: For a busy machine; a run that takes longer hangs.
LIMIT_S = 240


def small(target, **more):
    """The quickest edition there is: its licences."""
    return build(atlas(), Choice(DAY), target, KEYS, parts=("licences",), **more)


def one_file(edition):
    return b"first"


def broken(edition):
    raise RuntimeError("in the middle")


def interrupted(edition):
    raise KeyboardInterrupt


def names(path):
    return sorted(found.name for found in path.iterdir())


def test_the_checksums_are_those_of_the_files():
    told = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=built(), capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout
    listed = set(sums(built()))
    there = {file.relative_to(built()).as_posix() for file in built().rglob("*") if file.is_file()}
    assert listed == there - {"SHA256SUMS"}


def test_the_manifest_says_what_the_edition_is():
    told = json.loads((built() / "edition.json").read_text("utf-8"))
    assert (told["day"], told["definition"]) == ("2015-09-24", "approved")
    assert told["data_version"] == atlas().version
    assert told["languages"] == ["de", "en"]
    assert told["districts"] == list(KEYS)
    assert "GeoBasis-DE" in told["licence"]["de"] and "CC BY 4.0" in told["licence"]["en"]
    sizes = {path: (built() / path).stat().st_size for path in told["files"]}
    assert told["files"] == sizes and "kreise/05566.html" in sizes


def test_other_processes_with_another_order_of_hashes_write_the_same_bytes(tmp_path):
    """Pages, pictures, film, sheets and every table in every format: all are in an edition."""
    run = subprocess.Popen(
        [sys.executable, "-W", "error::UserWarning", BUILDERS, tmp_path / "second"],
        env=ENVIRONMENT | {"PYTHONHASHSEED": "7"}, cwd=ROOT, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    whole(tmp_path / "first")
    _, told = run.communicate(timeout=LIMIT_S)
    assert (run.returncode, told) == (0, "")
    first, second = (sums(tmp_path / name) for name in ("first", "second"))
    assert {path.partition("/")[0] for path in first} > {"tables", "pictures", "factsheets"}
    assert [path for path in first | second if first.get(path) != second.get(path)] == []


def sums(folder):
    """The checksum of every file of an edition."""
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    return {line[66:]: line[:64] for line in lines}


def test_progress_counts_every_file_of_every_part(tmp_path):
    told = []
    small(tmp_path / "edition", progress=lambda *seen: told.append(seen))
    assert told == [("licences", 1, 2), ("licences", 2, 2)]


@pytest.mark.parametrize("fault", [broken, interrupted])
def test_a_fault_in_the_middle_leaves_nothing_behind(tmp_path, monkeypatch, fault):
    jobs = [Job("one.txt", one_file), Job("two.txt", fault)]
    monkeypatch.setitem(building.PARTS, "licences", lambda edition: jobs)
    with pytest.raises((RuntimeError, KeyboardInterrupt)):
        small(tmp_path / "edition")
    assert names(tmp_path) == []


def test_a_fault_leaves_the_edition_that_was_there_as_it_was(tmp_path, monkeypatch):
    target = tmp_path / "edition"
    small(target)
    before = (target / "SHA256SUMS").read_text()
    jobs = [Job("one.txt", one_file), Job("two.txt", broken)]
    monkeypatch.setitem(building.PARTS, "licences", lambda edition: jobs)
    with pytest.raises(RuntimeError):
        small(target)
    assert (target / "SHA256SUMS").read_text() == before
    assert names(tmp_path) == ["edition"]


def test_a_new_edition_takes_the_place_of_the_old_one(tmp_path):
    target = tmp_path / "edition"
    small(target)
    (target / "old.html").write_text("of before")
    small(target)
    assert "old.html" not in names(target)
    assert names(tmp_path) == ["edition"]


def test_a_link_stays_one_and_the_edition_that_it_leads_to_is_replaced(tmp_path):
    target, link = tmp_path / "edition", tmp_path / "latest"
    small(target)
    (target / "old.html").write_text("of before")
    link.symlink_to(target)
    small(link)
    assert link.is_symlink() and not target.is_symlink()
    assert "old.html" not in names(target) and names(tmp_path) == ["edition", "latest"]


def test_an_empty_folder_is_taken(tmp_path):
    small(tmp_path)
    assert "edition.json" in names(tmp_path)


def test_if_the_new_one_cannot_take_its_place_the_old_one_is_back(tmp_path, monkeypatch):
    target = tmp_path / "edition"
    small(target)
    move = folder.Path.rename

    def refused(self, to):
        if self.name.endswith(".part"):
            raise PermissionError(13, "Permission denied")
        return move(self, to)

    monkeypatch.setattr(folder, "_exchanged", lambda one, other: False)
    monkeypatch.setattr(folder.Path, "rename", refused)
    with pytest.raises(folder.FolderError, match="cannot be written"):
        small(target)
    assert names(tmp_path) == ["edition"] and "edition.json" in names(target)


def test_a_folder_that_is_no_edition_is_refused_and_kept(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(folder.FolderError, match=r"not an edition .*; name a new folder"):
        small(tmp_path)
    assert names(tmp_path) == ["letter.txt"]


@pytest.mark.parametrize("place", ["file", "missing/edition"])
def test_a_place_that_cannot_be_a_folder_is_refused_in_one_line(tmp_path, place):
    (tmp_path / "file").write_text("")
    with pytest.raises(folder.FolderError) as error:
        small(tmp_path / place)
    assert str(error.value).startswith(str(tmp_path / place)) and "; " in str(error.value)


def refusal(capsys, *arguments):
    with pytest.raises(SystemExit) as end:
        command(list(arguments))
    assert end.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_the_command_refuses_a_wrong_key_in_one_line(tmp_path, capsys):
    line = refusal(capsys, "--day", "2015-09-24", "--only", "05154,0556", "-o", str(tmp_path))
    assert '--only: "0556" is not the key or name of one district; write ' in line


def test_the_command_refuses_a_foreign_folder_in_one_line(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")
    line = refusal(capsys, "--day", "2015-09-24", "-o", str(tmp_path))
    assert f"{tmp_path}: holds files that are not an edition" in line


def test_the_command_tells_a_terminal_each_part_unless_it_is_to_be_quiet(
    tmp_path, capsys, monkeypatch
):
    asked = ["--day", "2015-09-24", "--only", "Steinfurt, 05154", "-o", str(tmp_path / "edition")]
    monkeypatch.setattr("commands.edition.build", partial(build, parts=("licences",)))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    command(asked)
    lines = ["3/7 licences: 1 of 2", "3/7 licences: 2 of 2\n"]
    assert capsys.readouterr().err == "".join(f"\r\x1b[K{line}" for line in lines)
    told = json.loads((tmp_path / "edition" / "edition.json").read_text("utf-8"))
    assert told["districts"] == ["05154", "05566"]
    command([*asked, "--quiet"])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    command(asked)
    assert capsys.readouterr().err == ""


def test_without_a_day_it_is_todays(tmp_path, monkeypatch):
    made = []
    monkeypatch.setattr(
        "commands.edition.build", lambda atlas, choice, *more, **_: made.append(choice)
    )
    command(["-o", str(tmp_path / "edition")])
    command(["--day", "yesterday", "-o", str(tmp_path / "edition")])
    assert made == [Choice(today()), Choice(today() - timedelta(days=1))]


@pytest.fixture
def heard():
    """Ctrl-C is heard here and by what is started here, even if the tests run in the background.

    A shell has its background jobs ignore it, and what they start does so too.
    """
    before = {end: signal.getsignal(end) for end in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for end, handler in before.items():
        signal.signal(end, handler)


def test_ctrl_c_leaves_nothing_behind(tmp_path, heard):
    asked = ["--day", "2015-09-24", "--only", "05334002", "-o", str(tmp_path / "edition")]
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        [sys.executable, BUILDERS, *asked], stderr=theirs, env=ENVIRONMENT, cwd=ROOT,
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    told = os.read(ours, 1000)  # a file is written, and others are still to come
    assert any(tmp_path.rglob("*.html"))
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: all processes hear it
    run.wait(LIMIT_S)
    told += rest(ours)
    assert (run.returncode, names(tmp_path)) == (130, [])
    *parts, last, end = re.split(r"\r\n|\r\x1b\[K", told.decode())
    assert last == f"{tmp_path / 'edition'}: interrupted, nothing was written" and end == ""
    assert [line for line in parts if line and not re.match(r"\d/7 ", line)] == []


def rest(terminal):
    """What was written to a terminal that nobody has open any more."""
    told = b""
    with suppress(OSError):  # so its end is told
        while more := os.read(terminal, 1000):
            told += more
    os.close(terminal)
    return told


def test_whoever_ends_the_program_politely_gets_the_same(tmp_path, capsys, monkeypatch, heard):
    def ended(edition):
        signal.raise_signal(signal.SIGTERM)
        return b"it was not heard"

    monkeypatch.setitem(building.PARTS, "licences", lambda edition: [Job("one.txt", ended)])
    monkeypatch.setattr("commands.edition.build", partial(build, parts=("licences",)))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    with pytest.raises(SystemExit) as end:
        command(["--day", "2015-09-24", "--quiet", "-o", str(tmp_path / "edition")])
    assert (end.value.code, names(tmp_path)) == (130, [])
    assert capsys.readouterr().err.endswith("nothing was written\n")
