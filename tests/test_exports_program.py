"""`export.py` as a program: from any folder, into pipes that close, interrupted, its version."""

import json
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import curated
import pytest

import export
from components.base import VERSION
from components.base.atlas import Atlas
from data import tables

ROOT = Path(__file__).parents[1]
#: For a busy machine; a program that takes longer hangs.
LIMIT_S = 240
#: Interrupts the program while it imports a library of the day: `runpy` runs it as a shell does.
INTERRUPTED = """
import runpy, signal, sys

class Finder:
    def find_spec(self, name, path, target=None):
        if name == "pandas":
            signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Finder())
sys.argv = ["export.py", "status"]
runpy.run_path("export.py", run_name="__main__")
"""
#: Runs the program as a terminal does, where Ctrl-C is heard, and says that it has begun.
HEARING = """
import os, signal, sys

signal.signal(signal.SIGINT, signal.default_int_handler)
os.write(1, b"begun\\n")
import runpy
sys.argv = ["export.py", "happened", "--from", "2012-02-08", "-o", os.devnull]
runpy.run_path("export.py", run_name="__main__")
"""


def program(*arguments, **how):
    """What the program does in a process of its own."""
    command = [sys.executable, ROOT / "export.py", *arguments]
    return subprocess.run(command, capture_output=True, timeout=LIMIT_S, **how)


def test_it_runs_from_any_folder_and_writes_relative_to_it(tmp_path):
    made = program("status", "--day", "2014-04-25", "-o", "status.csv", cwd=tmp_path)
    assert (made.returncode, made.stdout, made.stderr) == (0, b"", b"")
    assert (tmp_path / "status.csv").read_text("utf-8").count("\n") == 55


def test_a_pipe_that_is_closed_ends_it_without_a_word(tmp_path):
    command = [sys.executable, ROOT / "export.py", "happened", "--from", "2012-02-08"]
    made = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    made.stdout.close()
    assert made.stderr.read() == b""
    # As a shell has it: 141.
    assert made.wait(LIMIT_S) == -signal.SIGPIPE


@pytest.mark.parametrize("arguments", [["totals"], ["--help"], ["--version"]])
def test_an_output_that_is_full_is_told_in_one_line(arguments):
    command = [sys.executable, ROOT / "export.py", *arguments]
    with Path("/dev/full").open("wb") as full:
        made = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=LIMIT_S)
    (line,) = made.stderr.decode().splitlines()
    assert made.returncode == 2
    assert "standard output: cannot be written (No space left on device); name a file" in line


def test_ctrl_c_while_the_libraries_are_read_is_no_traceback():
    made = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=ROOT, capture_output=True, timeout=LIMIT_S
    )
    assert (made.returncode, made.stdout, made.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize("moment_s", [0.2, 0.5, 0.9, 1.3])
def test_ctrl_c_in_the_first_moments_is_at_most_one_line(moment_s):
    """What a shell calls 130: ended by the signal, or told and ended with that code."""
    made = subprocess.Popen(
        [sys.executable, "-c", HEARING], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert made.stdout.readline() == b"begun\n"
    with suppress(subprocess.TimeoutExpired):
        made.wait(moment_s)
    made.send_signal(signal.SIGINT)
    output, told = made.communicate(timeout=LIMIT_S)
    ended = made.returncode, output, told
    assert ended in [(-signal.SIGINT, b"", b""), (130, b"", b"export.py: interrupted\n")]


def test_ctrl_c_at_any_later_time_is_one_line(monkeypatch, capfd):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(Atlas, "load", interrupted)
    assert export.main(["status"]) == 130
    assert capfd.readouterr() == ("", "export.py: interrupted\n")


def test_a_file_that_is_interrupted_is_not_there(tmp_path, monkeypatch, capfd):
    def interrupted(number):
        raise KeyboardInterrupt

    known = curated.atlas()
    monkeypatch.setattr(Atlas, "load", lambda: known)
    monkeypatch.setattr("os.fsync", interrupted)
    assert export.main(["status", "-o", str(tmp_path / "status.csv")]) == 130
    assert list(tmp_path.iterdir()) == []


def version(capfd):
    with pytest.raises(SystemExit) as end:
        export.main(["--version"])
    assert end.value.code == 0
    return capfd.readouterr().out


def test_the_version_is_that_of_the_program_and_that_of_the_data(capfd):
    assert version(capfd) == f"KIZ-Atlas NRW {VERSION}, data {tables.version()}\n"


def test_without_its_tables_the_version_is_told_to_be_unknown(capfd, monkeypatch, tmp_path):
    monkeypatch.setattr(tables, "version", lambda: (tmp_path / "events.csv").read_text())
    with pytest.raises(SystemExit) as end:
        export.main(["--version"])
    (line,) = capfd.readouterr().err.splitlines()
    assert end.value.code == 2 and "events.csv: cannot be read (No such file" in line


def test_citation_and_changelog_name_the_same_version():
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r'^version: "(.*)"$', citation, re.MULTILINE) == [VERSION]
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == VERSION
    # The data have their own, which both name too.
    data = json.loads((ROOT / "datapackage.json").read_text("utf-8"))["version"]
    assert re.findall(r"^date-released: (.*)$", citation, re.MULTILINE) == [data]
    assert re.findall(r"^#### Version (\S+)", changes, re.MULTILINE)[0] == data
