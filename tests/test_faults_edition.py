"""An edition that is ended at any moment, also by force: the old one stands there, or the new."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from hashlib import sha256
from itertools import cycle
from time import monotonic

import pytest
from edition_builders import KEYS, ROOT, command
from processes import LIMIT_S, children, runs, until

from edition import build as building
from edition import folder
from edition.model import Job

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}
#: Two files whose making takes long, each in a process of its own: `make` is given the edition.
TWO = """
import time
from edition.model import Job
from edition.workers import contents

list(contents(600, [Job("a", time.sleep), Job("b", time.sleep)], 2))
"""
DAYS = "2015-09-24", "2014-04-25"
#: How often a program is asked to end, each time for a twelfth of LIMIT_S.
ASKED = 12
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
#: Ten moments, each as a share of the time that two editions take, and what happens then.
MOMENTS = [(random.Random(number).random(), ENDS[number % 3]) for number in range(10)]


def arguments(target, day):
    return ["--day", day, "--only", KEYS[0], "--quiet", "-o", str(target)]


def time_and_again(target):
    """What the process does that is ended: another edition in the place of the one before."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # before there is anything to write, as `export.py` does it
        for day in cycle(DAYS[::-1]):
            command(arguments(target, day))
    sys.exit(130)


def made_quickly(edition, number):
    """A file of an edition that differs from day to day."""
    return f"{edition.choice.day} {number}".encode() * 1000


def names(path):
    return sorted(found.name for found in path.iterdir())


def whole(target):
    """The checksums of an edition, after a look that every file is there and as they tell."""
    lines = (target / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {line[66:]: line[:64] for line in lines}
    files = {file.relative_to(target).as_posix(): file for file in target.rglob("*.*")}
    there = {name: sha256(file.read_bytes()).hexdigest() for name, file in files.items()}
    assert told == {name: digest for name, digest in there.items() if name != "SHA256SUMS"}
    return told


@pytest.fixture
def target(tmp_path, monkeypatch):
    """Where an edition is written, of a few files; in this process and its forks."""
    jobs = [Job(f"{number % 3}/{number}.txt", made_quickly, (number,)) for number in range(8)]
    monkeypatch.setitem(building.PARTS, "licences", lambda edition: jobs)
    monkeypatch.setattr("commands.edition.build", partial(building.build, parts=("licences",)))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    before = signal.getsignal(signal.SIGTERM)
    yield tmp_path / "edition"
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def editions(target):
    """The checksums of the two that take turns, and how long both take."""
    made, began = [], monotonic()
    for day in DAYS:
        command(arguments(target, day))
        made.append(whole(target))
    assert made[0] != made[1]
    return made, monotonic() - began


def ended(target, after_s, how):
    """The exit code of a program that is ended after so long.

    Python drops what a signal raises while it destroys an object; whoever ends the program asks
    again.
    """
    running = multiprocessing.get_context("fork").Process(target=time_and_again, args=(target,))
    running.start()
    try:
        running.join(after_s)
        for _ in range(ASKED):
            os.kill(running.pid, how)
            running.join(LIMIT_S / ASKED)
            if running.exitcode is not None:
                break
        return running.exitcode
    finally:
        running.kill()
        running.join()


def test_an_edition_that_is_ended_at_any_moment_is_the_old_one_or_the_new_one(target, editions):
    made, both_s = editions
    for moment, how in MOMENTS:
        code = ended(target, 0.1 + moment * both_s, how)
        assert code == (-how if how == signal.SIGKILL else 130)
        assert whole(target) in made
        if how != signal.SIGKILL:
            assert [name for name in names(target.parent) if name.endswith(".old")] == []
    command(arguments(target, DAYS[0]))
    assert names(target.parent) == ["edition"] and whole(target) == made[0]


def test_a_draft_that_was_left_is_removed_and_that_of_a_running_program_is_not(tmp_path):
    left, foreign = folder.beside(tmp_path / "edition"), folder.beside(tmp_path / "other")
    for draft in (left, foreign):
        draft.mkdir()
        (draft / "half.html").write_text("half")
    with folder.whole(tmp_path / "edition") as running:
        assert names(tmp_path) == sorted([running.name, foreign.name])
        with folder.whole(tmp_path / "edition") as second:
            assert {running.name, second.name} < {*names(tmp_path)}
            (second / folder.MANIFEST).write_text("{}")
        (running / folder.MANIFEST).write_text("{}")
    assert names(tmp_path) == sorted(["edition", foreign.name])


def test_killed_between_the_two_steps_of_a_system_that_cannot_swap_the_old_one_comes_back(
    tmp_path, monkeypatch
):
    target = tmp_path / "edition"
    old, draft = folder.beside(target, "old"), folder.beside(target)
    for place in (old, draft):
        place.mkdir()
        (place / folder.MANIFEST).write_text(place.name)
    with pytest.raises(RuntimeError), folder.whole(target):
        raise RuntimeError("in the middle")
    assert names(tmp_path) == ["edition"]
    assert (target / folder.MANIFEST).read_text() == old.name


def test_the_other_processes_of_an_edition_end_with_the_first():
    run = subprocess.Popen([sys.executable, "-c", TWO], env=ENVIRONMENT, cwd=ROOT)
    others = until(lambda: len(found := children(run)) > 2 and found, "its processes")
    run.kill()
    run.wait(LIMIT_S)
    until(lambda: not any(map(runs, others)), "their end")
